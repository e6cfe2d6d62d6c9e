"""Files and folders: which data folder is in use, which files of it; files written whole.

Comes in: paths. Goes out: paths, and on the disk the old file or the new one, never half of one.
Begin with `data_folder.py`; `atomic.py` writes.
"""

PUBLIC = {
    "atomic": (
        "LOCK",
        "PARTIAL",
        "locked",
        "partial_of",
        "replace_all",
        "replace_if_unchanged",
        "sha256",
    ),
    "data_folder": ("EDITION", "choose_folder", "find_file", "own", "packaged_folder", "to_change"),
    "namesakes": ("WORKBOOK", "check_namesakes", "missing"),
    "system_errors": ("explained",),
}
