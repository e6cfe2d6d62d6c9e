"""Texts that were seen to run as code, or to break a page, in programs like this one."""

from __future__ import annotations

import csv
import dataclasses
from typing import TYPE_CHECKING

from mapping.i18n.localized import LANGUAGES, localize

if TYPE_CHECKING:
    from mapping.atlas import Atlas
    from tests.support.folder import Folder

HOSTILE = (
    "</script><script>document.title='run'</script>",
    "<img src=x onerror=\"document.title='run'\">",
    "<!--<script>",
    "]]>",
    "${document.title='run'}",
    "`+(document.title='run')+`",
    "'\"><svg onload=\"document.title='run'\">",
    "{{7*7}}",
    "{% raw %}",
    "{date}",
    "&lt;b&gt;&amp;",
    "\u202eevil",
    "line\u2028separator\u2029here",
    "\\u003c/script>",
)
# Those that a table takes: it refuses what turns text around, and reads a separator as a space.
WRITABLE = tuple(text for text in HOSTILE if not {"\u202e", "\u2028"} & set(text))
EVIL = " ".join(WRITABLE)


def spoil(folder: Folder, file: str, row: str, *columns: str) -> None:
    """Write the hostile text into some cells of the row that begins with `row`."""
    path = folder.path / file
    with path.open(encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(lines))
    key = next(iter(table[0]))
    for cells in table:
        if row in (cells[key], cells.get("key")):
            cells.update(dict.fromkeys(columns, EVIL))
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(table[0]))
        writer.writeheader()
        writer.writerows(table)


def plain(text: str) -> str:
    """Return a text with its white space as a page shows it."""
    return " ".join(text.split())


def labelled(atlas: Atlas, *texts: str) -> Atlas:
    """Return the atlas with texts for the labels of its first places, in every language."""
    labels = (localize(LANGUAGES, dict.fromkeys(LANGUAGES, text).__getitem__) for text in texts)
    spoiled = [dataclasses.replace(place, label=label)
               for place, label in zip(atlas.places, labels, strict=False)]  # fmt: skip
    return dataclasses.replace(atlas, places=(*spoiled, *atlas.places[len(texts) :]))
