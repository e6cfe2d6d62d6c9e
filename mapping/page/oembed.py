"""How other sites may embed the map: oEmbed answers (oembed.com), once its address is known.

An answer names no provider: Drupal refuses one that is not in its list.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from mapping.page.metadata import page_url
from mapping.products.manifest import OEMBED_FILE, file_in_language
from mapping.web.templates import render

if TYPE_CHECKING:
    from mapping.edition.edition import Metadata

WIDTH, HEIGHT = 960, 1180  # pixels; the frame itself is as wide as its column (see embed-code.js)
CACHE_AGE_S = 24 * 60 * 60  # after which a site should ask again


def build_answers(edition: Metadata) -> dict[str, bytes]:
    """Return the oEmbed answer of each page, by file name: none where the map has no address."""
    if not edition.address:
        return {}
    answers = {OEMBED_FILE: _answer(edition.title[edition.default_language], edition.address)}
    if edition.language_pages:
        for code in edition.languages:
            name = file_in_language(OEMBED_FILE, code)
            answers[name] = _answer(edition.title[code], page_url(edition.address, code))
    return answers


def _answer(title: str, address: str) -> bytes:
    """Return an answer of version 1.0 and type rich for a published page."""
    html = render(
        "oembed.html", title=title, address=address, frame=embed_url(address), height=HEIGHT
    )
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "cache_age": CACHE_AGE_S,
        "width": WIDTH,
        "height": HEIGHT,
        "html": html.strip(),
    }
    return (json.dumps(answer, ensure_ascii=False, indent=2) + "\n").encode()


def embed_url(address: str) -> str:
    """Return the address of the map alone."""
    parts = urlsplit(address)
    query = f"{parts.query}&embed" if parts.query else "embed"
    return urlunsplit(parts._replace(query=query, fragment=""))
