"""The metadata of a page for other sites and search engines: its addresses and its locale."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from mapping.i18n.localized import OPEN_GRAPH_LOCALES
from mapping.products.manifest import (
    MAP_FILE,
    OEMBED_FILE,
    PRINT_FOLDER,
    file_in_language,
    preview_name,
)

if TYPE_CHECKING:
    from mapping.edition.edition import Metadata

# What search engines call the page that chooses the language by its reader.
ANY_LANGUAGE = "x-default"


@dataclass(frozen=True)
class PageMetadata:
    """The metadata of one page; it has no addresses where the map has none."""

    locale: str
    other_locales: list[str]
    """Those that the page can be turned to."""
    address: str = ""
    oembed: str = ""
    """Address of the oEmbed answer."""
    preview: str = ""
    """Address of the picture that other sites show."""
    alternates: dict[str, str] = field(default_factory=dict)
    """The addresses of the pages of each language, and of the one for any."""


def page_metadata(edition: Metadata, language: str = "") -> PageMetadata:
    """Return the metadata of the page of a language, or of the one for any."""
    written = language or edition.default_language
    locale = OPEN_GRAPH_LOCALES[written]
    others = [OPEN_GRAPH_LOCALES[code] for code in edition.languages if code != written]
    if not edition.address:
        return PageMetadata(locale, others)
    return PageMetadata(
        locale,
        others,
        page_url(edition.address, language),
        sibling_url(edition.address, _in_language(OEMBED_FILE, language)),
        sibling_url(edition.address, f"{PRINT_FOLDER}/{preview_name(written)}"),
        _alternates(edition),
    )


def _alternates(edition: Metadata) -> dict[str, str]:
    if not edition.language_pages:
        return {}
    pages = {str(code): page_url(edition.address, code) for code in edition.languages}
    return {**pages, ANY_LANGUAGE: edition.address}


def page_url(address: str, language: str = "") -> str:
    """Return the address of the page of a language, next to that of all, or of the latter."""
    return sibling_url(address, file_in_language(MAP_FILE, language)) if language else address


def sibling_url(address: str, file: str) -> str:
    """Return the address of a file next to the page."""
    return urljoin(address, file)


def _in_language(name: str, language: str) -> str:
    return file_in_language(name, language) if language else name
