"""The text of a printed map: measured, broken into lines, arranged in columns.

Comes in: texts of the edition, a browser that measures. Goes out: placed lines, in millimetres.
Begin with `layout.py`, the columns under the map; `measure.py` asks the browser.
"""
