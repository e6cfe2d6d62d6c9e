"""The lines for servers that docs/publish.md gives, read as the headers that they send."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.support.documents import Document
from tests.support.folder import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Document(ROOT / "docs" / "publish.md")
EXAMPLE_HOST = "https://www.example.org"
"""The host that may embed the map, in the documents."""
KINDS = {
    "nginx": r"^ +add_header ([\w-]+) (.+);$",
    "apache": r"^Header set ([\w-]+) (.+)$",
    "text": r"^  ([\w-]+): (.+)$",
}


def block(kind: str) -> str:
    """Return the lines for one kind of server, as they stand in the page."""
    [lines] = [text for language, text in PAGE.fenced if language == kind]
    return lines


def headers(kind: str) -> dict[str, str]:
    """Return the headers that these lines send with each file of the folder."""
    return dict(_headers(kind))


def _headers(kind: str) -> Iterator[tuple[str, str]]:
    for name, value in re.findall(KINDS[kind], block(kind), re.MULTILINE):
        yield name, value.strip('"')
