"""The manifest ``build.json``, and the names of all products: what was made from what."""

from __future__ import annotations

import json
import os
import re
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mapping.files.atomic import sha256
from mapping.i18n.localized import LANGUAGES
from mapping.web.csp import stated_policy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.dataset.reading import Dataset

MAP_FILE = "map.html"
EMBED_SCRIPT = "embed.js"
GEOJSON_FILE = "presences.geojson"
CSV_FILE = "presences.csv"
OEMBED_FILE = "oembed.json"
CHANGES_FILE = "changes.md"
ALWAYS_BUILT = (MAP_FILE, EMBED_SCRIPT, GEOJSON_FILE, CSV_FILE)
MANIFEST = "build.json"
PRINT_FOLDER = "print"  # of the printed maps, within that of the products
POLICIES = "content_policies"  # the key of the policies of the pages
SHA_256 = re.compile(r"[0-9a-f]{64}")


def file_in_language(name: str, language: str) -> str:
    """Return the name of the product that is the same in one language: ``map.ar.html``."""
    stem, _, suffix = name.rpartition(".")
    return f"{stem}.{language}.{suffix}"


# All that a build may write next to its manifest; a file that it did not write must not be there.
PRODUCT_NAMES = (
    *ALWAYS_BUILT,
    OEMBED_FILE,
    *(file_in_language(one, code) for one in (MAP_FILE, OEMBED_FILE) for code in LANGUAGES),
    CHANGES_FILE,
)


def preview_name(language: str) -> str:
    """Return the name of the picture of a link to the map, within the folder of printed maps."""
    return file_in_language("preview.png", language)


def build_manifest(
    dataset: Dataset,
    counts: Mapping[str, Mapping[str, int | None]],
    products: Mapping[str, str],
    *,
    policies: Mapping[str, str] | None = None,
    since: Mapping[str, str] | None = None,
) -> bytes:
    """Return what was made from what as JSON in UTF-8; nothing of it is of the machine.

    It has a date only where ``SOURCE_DATE_EPOCH`` gives one (reproducible-builds.org).

    Parameters
    ----------
    dataset
        What the products were made from: its version, and the files that were read.
    counts
        Presences found and expected, by category.
    products
        SHA-256 of each product by name.
    policies
        The content policy that each page states, by name, if there are pages.
    since
        SHA-256 of each file of the earlier list that the products were compared with, if any.
    """
    manifest: dict[str, Any] = {
        "program": metadata.version("presence-map"),
        "data_version": dataset.edition.metadata.version,
        **_date(os.environ.get("SOURCE_DATE_EPOCH", "")),
        "counts": counts,
        "inputs": checksums(dataset),
        **({"since": since} if since is not None else {}),
        "products": dict(sorted(products.items())),
        **({POLICIES: policies} if policies is not None else {}),
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()


def read_manifest(path: Path) -> dict[str, Any] | None:
    """Return the manifest of a build, or `None` where the file is missing or is no manifest.

    What is returned has ``products`` and ``inputs``, each the SHA-256 of files by name.

    Raises
    ------
    OSError
        The file is there and cannot be read.
    """
    try:
        manifest = json.loads(path.read_bytes())
    except (FileNotFoundError, IsADirectoryError, ValueError, RecursionError):
        return None
    if not isinstance(manifest, dict):
        return None
    valid = all(_are_checksums(manifest.get(part)) for part in ("products", "inputs"))
    named = valid and all(Path(name).name == name for name in manifest["products"])
    return manifest if named else None


def page_policies(products: Mapping[str, bytes]) -> dict[str, str]:
    """Return the content policy that each page among the products states, by name."""
    return {
        name: stated_policy(content.decode("utf-8-sig", errors="replace"))
        for name, content in sorted(products.items())
        if name.endswith(".html")
    }


def checksums(dataset: Dataset) -> dict[str, str]:
    """Return the SHA-256 of each file that was read, by name."""
    files = sorted(dataset.inputs, key=lambda file: file.name)
    return {file.name: sha256(file.read_bytes()) for file in files}


def _are_checksums(part: object) -> bool:
    return isinstance(part, dict) and all(
        isinstance(checksum, str) and SHA_256.fullmatch(checksum) for checksum in part.values()
    )


def _date(epoch_s: str) -> dict[str, str]:
    if not epoch_s.isdecimal():
        return {}
    return {"date": datetime.fromtimestamp(int(epoch_s), UTC).isoformat()}
