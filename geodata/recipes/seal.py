"""Bring ``geodata/datapackage.json`` up to date after an edit: sizes, checksums and columns.

Run as ``python geodata/recipes/seal.py``. Origins and licences are written by hand; this recipe
touches only ``bytes`` and ``hash``, and the ``schema`` of each table that the program reads, which
comes from the models that read it.
"""

import hashlib
import json
from pathlib import Path

from mapping import pipeline
from mapping.dataset.table_schema import table_schemas

PACKAGE = Path(__file__).resolve().parents[1] / "datapackage.json"


def main() -> None:
    """Measure every file that the package lists."""
    package = json.loads(PACKAGE.read_text(encoding="utf-8"))
    schemas = table_schemas(pipeline.check(PACKAGE.parent, lambda _: None).dataset)
    for resource in package["resources"]:
        content = (PACKAGE.parent / resource["path"]).read_bytes()
        sealed: dict[str, object] = {
            "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
            "bytes": len(content),
        }
        if resource["name"] in schemas:
            schema = schemas[resource["name"]]
            header = content.decode().partition("\n")[0].split(",")
            schema["fields"].sort(key=lambda field: header.index(field["name"]))
            sealed["schema"] = schema
        if any(resource.get(key) != value for key, value in sealed.items()):
            print(f"{resource['path']}: sealed anew")
        resource.update(sealed)
    text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    PACKAGE.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
