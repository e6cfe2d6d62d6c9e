"""The printed map: an `Atlas` becomes SVG, PDF and PNG in each language.

Comes in: a data folder and a `PrintJob` (papers, languages, greys). Goes out: files by name, each
measured in Chromium before it is written. Begin with `job.py`; `sheet.py` makes one sheet.
Inside, from the top down: `job.py` and `sheet.py` make files of what `svg.py` draws; `layers` draws
the map, with `label_placement`, which finds a place for each label; both set their lines by
`typesetting`, which arranges the text around the map as well.
"""

PUBLIC = {
    "job": (
        "PrintJob",
        "print_maps",
    ),
    "papers": ("PAPERS",),
}
