"""``presence-map add`` and ``new``: one more row in a list, a new data folder.

Comes in: answers, as keys or names. Goes out: a row in its place, every other byte as it was; or a
folder to start from. Begin with `add_row.py`.

Raises
------
DataError
    A table cannot be read, is a spreadsheet, or would be wrong with the new row.
BrokenTableError
    The rows of a list cannot be separated, which `open_list` refuses before.
ChangedError
    A file was changed by somebody else since it was read, and is left as it is.
WrongUseError
    There is something already in the folder that is to be made.
OSError
    A file cannot be read or written.
"""

PUBLIC = {
    "city_points": ("take_points",),
    "add_row": (
        "EditableList",
        "PendingRow",
        "check_with_row",
        "insert_row",
        "open_list",
        "preview_effect",
        "write",
    ),
    "new_folder": ("create_data_folder",),
    "row_answers": (
        "Answers",
        "COMMAS",
        "Cells",
        "MULTIVALUED",
        "Question",
        "fill_row",
        "make_id",
        "name_indexes",
        "open_questions",
        "resolve_keys",
        "validate_answer",
    ),
    "row_order": ("preceding_line",),
}
