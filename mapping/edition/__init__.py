"""``edition.toml`` becomes an `Edition`: titles, totals, categories, footnotes, notes, words.

Comes in: a file written by a person who need not be a programmer. Goes out: an `Edition`, or
faults in plain words, each with its line. Begin with `edition.py`, the model; `reading.py` makes it
of the file.
"""

PUBLIC = {
    "colours": (
        "LUMINANCE",
        "decode_srgb",
        "encode_srgb",
    ),
    "edition": (
        "Category",
        "Edition",
        "ListReading",
        "Metadata",
        "OWN_LIST_COLUMNS",
        "PLACEHOLDER_COLUMNS",
        "SYMBOLS",
        "SourceDocument",
    ),
    "packaged_tables": ("copy_tables",),
    "reading": ("read_edition",),
}
