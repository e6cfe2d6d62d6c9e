"""A file as somebody keeps it becomes a data folder.

Comes in: a table of text, a workbook or a file of points. Goes out: a folder with the file's own
columns, and an edition that says which is which. Begin with `new_list.py`; `any_file.py` reads,
`guess.py` finds the columns, `write_edition.py` puts the settings into words.
"""

PUBLIC = {
    "any_file": ("as_raw_list", "find_encodings", "refuse_encoding"),
    "points": ("frame_rows",),
    "new_list": (
        "ASKED",
        "FoundList",
        "ListChoices",
        "NewList",
        "create_list",
        "find_columns",
        "list_uncertain",
        "open_questions",
        "read_list",
    ),
    "uncertain": ("NONE",),
}
