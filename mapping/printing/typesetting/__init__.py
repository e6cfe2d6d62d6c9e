"""The text of a printed map: measured, broken into lines, arranged in columns.

Begin with `layout.py`.
"""
