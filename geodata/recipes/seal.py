"""Bring sizes and checksums in ``geodata/datapackage.json`` up to date after an edit.

Run as ``python geodata/recipes/seal.py``. Origins and licences are written by hand; this recipe
touches only ``bytes`` and ``hash``.
"""

import hashlib
import json
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "datapackage.json"


def main() -> None:
    """Measure every file that the package lists."""
    package = json.loads(PACKAGE.read_text(encoding="utf-8"))
    for resource in package["resources"]:
        content = (PACKAGE.parent / resource["path"]).read_bytes()
        sealed = {
            "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
            "bytes": len(content),
        }
        if any(resource.get(key) != value for key, value in sealed.items()):
            print(f"{resource['path']}: sealed anew")
        resource.update(sealed)
    text = json.dumps(package, ensure_ascii=False, indent=2) + "\n"
    PACKAGE.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
