"""``edition.toml`` becomes an `Edition`: titles, totals, categories, footnotes, notes, words.

Comes in: a file that somebody wrote who may be no programmer. Goes out: an `Edition`, or faults in
plain words, each with its line. Begin with `edition.py`, the model; `reading.py` fills it.
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
        "Figure",
        "Metadata",
        "PLACEHOLDER_COLUMNS",
    ),
    "reading": ("read_edition",),
}
