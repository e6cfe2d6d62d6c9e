"""What a build writes beside the page: exports, the manifest, the check of an output folder.

Comes in: an `Atlas`. Goes out: GeoJSON, CSV, ``build.json``, each as bytes. Begin with
`manifest.py`, which knows the names of all products.
"""

PUBLIC = {
    "exports": ("columns", "csv_table", "geojson", "position", "properties"),
    "manifest": ("build_manifest", "checksums"),
    "output_folder": ("keep_apart", "keep_others", "publish"),
    "verify": (
        "CHANGES_FILE",
        "GENERATED_MARKER",
        "MANIFEST",
        "PRINTED",
        "PRODUCT_NAMES",
        "preview",
        "record_in",
        "verify",
    ),
}
