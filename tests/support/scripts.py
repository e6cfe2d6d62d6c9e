"""The scripts of the page by name, and the modules that each entry needs."""

from __future__ import annotations

from mapping.web import bundle
from tests.support.folder import ROOT

WEB = ROOT / "mapping" / "web"
FILES = {path.relative_to(WEB).as_posix(): path.read_text(encoding="utf-8")
         for path in sorted(WEB.rglob("*.js"))}  # fmt: skip
ENTRIES = (bundle.START, bundle.SETUP, bundle.BEGIN, "sheet/sheet.js", "sheet/break-lines.js",
           "watch/follow.js", "edit/edit.js", "embed.js")  # fmt: skip


def modules(*entries: str) -> dict[str, bundle.Module]:
    """Return the modules that entries need."""
    found: dict[str, bundle.Module] = {}
    for entry in entries:
        one = bundle.Bundle(FILES.__getitem__)
        one.add(entry)
        one.faults.raise_if_any()
        found |= one.modules
    return found
