"""What a build writes next to the page: exports, the manifest, the check of an output folder.

Comes in: an `Atlas`. Goes out: GeoJSON, CSV, ``build.json``, each as bytes. Begin with
`manifest.py`, which knows the names of all products; `exports.py` writes GeoJSON and CSV.

Raises
------
DataError
    What lies in an output folder is not what its manifest says.
WrongUseError
    A file would be written where something is read, or over one that no build wrote.
"""

PUBLIC = {
    "exports": (
        "ColumnValues",
        "format_csv",
        "format_geojson",
        "list_columns",
        "read_positions",
        "read_table",
    ),
    "left_out": ("explain_left_out", "find_left_out", "format_left_out", "renew_left_out"),
    "manifest": (
        "ALWAYS_BUILT",
        "CHANGES_FILE",
        "CSV_FILE",
        "EMBED_SCRIPT",
        "GEOJSON_FILE",
        "MANIFEST",
        "MAP_FILE",
        "OEMBED_FILE",
        "PRINT_FOLDER",
        "PRODUCT_NAMES",
        "build_manifest",
        "checksums",
        "file_in_language",
        "page_policies",
        "preview_name",
        "read_manifest",
    ),
    "output_folder": ("keep_apart", "keep_others", "publish"),
    "verify": ("GENERATED_MARKER", "verify"),
}
