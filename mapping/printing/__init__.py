"""The printed map: an `Atlas` becomes SVG, PDF and PNG in each language.

Comes in: a data folder and a `PrintJob` (papers, languages, greys). Goes out: files by name, each
measured in Chromium before it is written. Begin with `job.py`; `sheet.py` makes one sheet.
Inside, from the ground up: `layers` draws the map, `label_placement` finds a place for each
label, `typesetting` arranges the text around it, the modules here make files of it.
"""

PUBLIC = {
    "job": (
        "PrintJob",
        "print_maps",
    ),
    "papers": ("PAPERS",),
}
