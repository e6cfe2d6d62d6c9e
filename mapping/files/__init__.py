"""Files and folders: where the program's own are, which data folder is in use, writing.

Comes in: paths. Goes out: paths; on the disk, whole files, never half of one.
Begin with `data_folder.py`; `paths.py` knows the package, `atomic.py` writes, and `together.py`
several files at once; `cache.py` keeps what was made of files that did not change,
`disk_cache.py` some of it from one run to the next, `row_memory.py` what was made of rows.

Raises
------
ChangedError
    A file holds something else by now, and is left as it is, as are those written with it.
WrongUseError
    A folder is the packaged one, or has something in it, and must not be written to.
OSError
    A file cannot be read or written.
"""

PUBLIC = {
    "atomic": (
        "LOCK",
        "PARTIAL",
        "locked",
        "partial_of",
        "put_in_place",
        "replace_all",
        "replace_if_unchanged",
        "sha256",
        "write_whole",
    ),
    "cache": ("cached", "clear_caches"),
    "data_folder": (
        "BOUNDARIES_FILE",
        "CITIES_FILE",
        "COUNTRIES_FILE",
        "COUNTRY_EXONYMS_FILE",
        "COUNTRY_NAMES_FILE",
        "EDITION_FILE",
        "INPUTS",
        "LEFT_OUT_FILE",
        "NAMES_FILE",
        "PRESENCES_FILE",
        "PRINT_BOUNDARIES_FILE",
        "SEAS_FILE",
        "SOURCES_FILE",
        "choose_folder",
        "choose_writable_folder",
        "find_file",
        "find_own_folder",
        "refuse_taken",
    ),
    "disk_cache": ("RESULTS", "keep_results"),
    "namesakes": (
        "WORKBOOK",
        "check_namesakes",
        "explain_missing",
    ),
    "paths": (
        "LEAFLET",
        "PACKAGE",
        "STARTER",
        "WEB",
        "WORDS",
        "is_checkout",
        "packaged_folder",
    ),
    "row_memory": ("RowMemory", "recall"),
    "system_errors": ("explain",),
    "together": ("Replacement", "finish", "write_together"),
    "user_folders": ("user_folder",),
}
