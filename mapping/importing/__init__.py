"""A file as somebody keeps it becomes a data folder.

Comes in: a table of text, a workbook or a file of points. Goes out: a folder with the file's own
columns, and an edition that says which is which. Begin with `new_list.py`; `any_file.py` reads,
`guess.py` finds the columns, `write_edition.py` puts the settings into words.

Raises
------
DataError
    The file cannot be read as what it says it is, has no rows, or none that can be placed; or the
    folder would have a fault, and is not written.
WrongUseError
    The file is of a kind that no list is read out of; a sheet or a column that was named is not in
    it; or there is something in the folder already.
OSError
    There is no such file, or something cannot be read or written.
"""

PUBLIC = {
    "any_file": ("as_raw_list", "find_encodings", "refuse_encoding"),
    "list_choices": ("ASKED", "ListChoices", "for_python", "option_of"),
    "points": ("frame_rows",),
    "new_list": (
        "FoundList",
        "NewList",
        "create_list",
        "find_columns",
        "list_uncertain",
        "open_questions",
        "read_list",
        "write_list",
    ),
    "uncertain": ("NONE",),
}
