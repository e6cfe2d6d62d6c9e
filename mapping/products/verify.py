"""Whether an output folder has one build's products, all of them and whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.errors import FaultLog
from mapping.files.atomic import PARTIAL, sha256
from mapping.products.manifest import (
    CHANGES_FILE,
    MANIFEST,
    POLICIES,
    PRINT_FOLDER,
    PRODUCT_NAMES,
    page_policies,
    read_manifest,
)

if TYPE_CHECKING:
    from pathlib import Path

# A link that Markdown does not show: others may keep a changes.md of their own in the folder.
GENERATED_MARKER = b"[//]: # (made by presence-map)\n"
REBUILD_HINT = "build again: presence-map build"
REPRINT_HINT = "print again: presence-map print"


def verify(folder: Path) -> dict[str, Any]:
    """Check that an output folder has one build's products, all of them and whole.

    Printed maps within it must be whole, and of the same data.

    Returns
    -------
    dict
        The manifest that they agree with.

    Raises
    ------
    DataError
        A product is missing, is another build's, or is there and not in the manifest.
    OSError
        There is no such folder, or it cannot be read.
    """
    next(folder.iterdir(), None)
    faults = FaultLog()
    manifest = _read(folder, "", faults)
    _check_products(folder, manifest, "", faults)
    for name in PRODUCT_NAMES:
        if manifest and name not in manifest["products"] and is_product(folder / name):
            wrong = f"{MANIFEST} does not know this file, which has the name of a product"
            faults.add(name, 1, wrong, "move it to another folder, or remove it")
    if not faults.faults:
        _check_policies(folder, manifest, faults)
    if (folder / PRINT_FOLDER / MANIFEST).exists():
        _verify_printed(folder, manifest, faults)
    faults.raise_if_any()
    return manifest


def is_product(path: Path) -> bool:
    """Return whether there is a file that has a product's name, and a build wrote it."""
    return path.is_file() and (
        path.name != CHANGES_FILE or path.read_bytes().startswith(GENERATED_MARKER)
    )


def _verify_printed(folder: Path, manifest: dict[str, Any], faults: FaultLog) -> None:
    prefix = f"{PRINT_FOLDER}/"
    printed = _read(folder, prefix, faults)
    _check_products(folder, printed, prefix, faults)
    inputs = printed.get("inputs", {})
    if manifest and printed and not manifest["inputs"].items() <= inputs.items():
        wrong = "the printed maps are of other data than the rest"
        faults.add(prefix + MANIFEST, 1, wrong, REPRINT_HINT)


def _check_products(folder: Path, manifest: dict[str, Any], prefix: str, faults: FaultLog) -> None:
    """Compare the files of a folder, or of one within it, with its manifest."""
    hint = REPRINT_HINT if prefix else REBUILD_HINT
    for name, checksum in sorted(manifest.get("products", {}).items()):
        path = folder / prefix / name
        if not path.is_file():
            faults.add(prefix + name, 1, f"the product is missing from {folder}", hint)
        elif sha256(path.read_bytes()) != checksum:
            wrong = f"this is not the file that {MANIFEST} was written with"
            faults.add(prefix + name, 1, wrong, f"move it away or remove it, then {hint}")
    for path in sorted((folder / prefix).glob(f".*{PARTIAL}")):
        faults.add(prefix + path.name, 1, "a build that was stopped left this file", hint)


def _check_policies(folder: Path, manifest: dict[str, Any], faults: FaultLog) -> None:
    """Compare the content policies of whole pages with those that the manifest has of them."""
    pages = {name: (folder / name).read_bytes() for name in manifest["products"]}
    if manifest.get(POLICIES) != page_policies(pages):
        wrong = f"{POLICIES} are not those that the pages state"
        faults.add(MANIFEST, 1, wrong, REBUILD_HINT)


def _read(folder: Path, prefix: str, faults: FaultLog) -> dict[str, Any]:
    file, hint = prefix + MANIFEST, REPRINT_HINT if prefix else REBUILD_HINT
    manifest = read_manifest(folder / file)
    if manifest is None:
        exists = (folder / file).exists()
        wrong = "this is no record of a build" if exists else "the record of the build is missing"
        faults.add(file, 1, wrong, hint)
    return manifest or {}
