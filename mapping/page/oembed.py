"""How other sites may embed the map: an oEmbed answer, once its address is known."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit, urlunsplit

from mapping.products.manifest import OEMBED_FILE
from mapping.web.templates import render

if TYPE_CHECKING:
    from mapping.edition.edition import Edition

WIDTH, HEIGHT = 960, 720  # pixels; the frame itself is as wide as its column


def oembed(edition: Edition) -> bytes:
    """Return the oEmbed answer (oembed.com, version 1.0, type rich) for the published page.

    Raises
    ------
    DataError
        The template of the frame is not well formed.
    """
    heading = edition.metadata
    title = heading.title[heading.default_language]
    frame = render("oembed.html", title=title, address=embed_url(heading.address), height=HEIGHT)
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "width": WIDTH,
        "height": HEIGHT,
        "html": frame.strip(),
    }
    return (json.dumps(answer, ensure_ascii=False, indent=2) + "\n").encode()


def sibling_url(address: str, file: str = OEMBED_FILE) -> str:
    """Return the address of a file next to the page: the oEmbed answer, if none is named."""
    return urljoin(address, file)


def embed_url(address: str) -> str:
    """Return the address of the map alone."""
    parts = urlsplit(address)
    query = f"{parts.query}&embed" if parts.query else "embed"
    return urlunsplit(parts._replace(query=query, fragment=""))
