"""The printed map: an `Atlas` becomes SVG, PDF and PNG in each language.

Comes in: a data folder and a `PrintJob` (papers, languages, greys). Goes out: files by name, each
measured in Chromium before it is written. Begin with `job.py`; `sheet.py` makes one sheet.
Inside, from the top down: `job.py` and `sheet.py` make files of what `svg.py` draws; `layers` draws
the map, with `label_placement`, which finds a place for each label; both set their lines by
`typesetting`, which arranges the text around the map as well.

Raises
------
DataError
    Anything is wrong in the data, or on a finished sheet; lists it all.
MissingToolError
    Chromium or a font is not on this machine; says how to get it.
UnknownLanguageError
    The edition does not speak a language that was asked for.
WrongUseError
    A file would be written where something is read, or over one that no print wrote.
"""

PUBLIC = {
    "job": (
        "PrintJob",
        "print_maps",
    ),
    "papers": ("PAPERS",),
}
