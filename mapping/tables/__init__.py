"""Bytes become rows, and rows become records of a model.

Comes in: a CSV file as any spreadsheet program saves it, or a workbook. Goes out: validated
`Record` objects that know their file and line, faults in a `FaultLog`. Begin with `records.py`;
below it lie `header`, `raw_table`, `csv_dialect` and `xlsx`, `encodings` and `cells`.

Raises
------
BrokenTableError
    The rows of a text break off somewhere.
UndecodableError
    Bytes are text in no encoding that is read; the likely one is named and never used.
"""

PUBLIC = {
    "cells": (
        "Confirmed",
        "Key",
        "Keys",
        "Latitude",
        "Longitude",
        "NO",
        "SLUG",
        "StripInvisible",
        "YES",
        "YesNo",
        "normalize_text",
        "remove_forbidden",
        "strip_invisible",
    ),
    "csv_dialect": (
        "CsvText",
        "parse_csv_text",
        "read_csv_text",
    ),
    "damaged_texts": ("ERROR_VALUE",),
    "encodings": ("LINE_END", "decode", "likely_encodings"),
    "coordinates": (
        "EAST",
        "NORTH",
        "parse_angle",
        "parse_position",
    ),
    "map_links": ("find_point",),
    "raw_table": ("read_raw_table", "table_path"),
    "records": (
        "Contradiction",
        "Record",
        "column_words",
        "columns_of",
        "holds_several",
        "index_by",
        "is_optional",
        "is_packaged",
        "like",
        "read_record",
        "read_records",
        "remedy_of",
    ),
    "text_rows": (
        "LAST_LINE_END",
        "TextRow",
        "replace_cells",
    ),
    "rows": (
        "Row",
        "read_rows",
    ),
}
