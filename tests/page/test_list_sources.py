"""What an entry of the list is known from, where no script runs."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.atlas import Atlas

ENTRY = re.compile(r'<li data-presence="([^"]+)">(.*?)\n</li>', re.DOTALL)
LINK = re.compile(r'<a href="#((?:source|footnote)-\w+)">(\w+)</a>')
DOCUMENT = re.compile(r'<li id="(source-\d+)" dir="auto" lang="(\w+)">(.*?)</li>')


def test_links_of_an_entry_lead_to_its_sources_and_footnotes(built: Path, atlas: Atlas) -> None:
    """Each document is written once, after the list, in its own language, and numbered."""
    page = (built / "map.en.html").read_text(encoding="utf-8-sig")
    found = {anchor: (unescape(text), lang) for anchor, lang, text in DOCUMENT.findall(page)}
    documents = atlas.dataset.tables.sources
    entries = dict(ENTRY.findall(page))
    assert len(entries) == len(atlas.places)
    for place in atlas.places:
        links = LINK.findall(entries[place.presence.id])
        assert all(anchor.endswith(f"-{text}") for anchor, text in links)
        cited = [found[anchor] for anchor, _ in links if anchor in found]
        known = [documents[key] for key in place.presence.sources]
        assert cited == [(one.citation, one.language) for one in known]
        letters = [anchor for anchor, _ in links if anchor not in found]
        assert letters == [f"footnote-{letter}" for letter in place.presence.footnotes]
        assert all(f'id="{letter}"' in page for letter in letters)
    assert list(found) == [f"source-{number}" for number in range(1, len(found) + 1)]
