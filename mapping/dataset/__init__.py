"""A data folder becomes a `Dataset`: every table and setting, validated row by row.

Comes in: a folder as ``geodata/README.md`` describes it. Goes out: models of its rows, or faults
in a `FaultLog`. Begin with `reading.py`; the tables of a folder have a module each. The list of an
organisation, in its own columns, is read by ``own_*.py``.
"""

PUBLIC = {
    "boundaries": (
        "AREA_FILLS",
        "Boundaries",
        "INTERNATIONAL",
        "LINE_CLASSES",
        "OFF_SHORE_KM",
        "TERRITORY",
        "UNDETERMINED",
        "read_boundaries",
    ),
    "cell_parts": ("address", "is_given", "split", "split_code"),
    "labels": (
        "compose_label",
        "list_placeholders",
        "list_served",
    ),
    "countries": ("UNSTATED", "read_countries"),
    "country_index": ("CountryIndex",),
    "country_names": ("read_country_names",),
    "gazetteer": ("City", "likely", "read_gazetteer"),
    "list_parts": (
        "ListPart",
        "list_part",
    ),
    "names": ("Name",),
    "own_columns": ("read_columns", "shown_columns"),
    "own_list": ("FEW_NAMESAKES", "LEFT_OUT"),
    "own_rows": ("slug",),
    "place_finder": ("Location", "PlaceFinder"),
    "place_problems": ("Problem",),
    "presences": (
        "AS_OF",
        "CANDIDATE",
        "DOCUMENTED",
        "EVIDENCE",
        "LISTED",
        "Presence",
        "REPORT",
        "REPORT_LABEL",
        "ReportedPresence",
        "STATUSES",
    ),
    "reading": (
        "Dataset",
        "ReadResult",
        "read_dataset",
    ),
    "sources": ("Source",),
    "table_schema": ("may_be_empty",),
    "tables": ("Tables",),
    "totals": (
        "Tally",
        "counted_categories",
        "tally_categories",
        "total_counts",
        "totals_by_category",
    ),
    "vocabulary": (
        "KeySet",
        "Vocabulary",
        "build_vocabulary",
        "index_countries",
    ),
}
