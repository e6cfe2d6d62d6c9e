"""The list for search engines, as places of schema.org, in JSON-LD.

It says what the page says without scripts, and no more: candidates are no presences, a point that
was computed is no position, and a name keeps its footnotes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mapping.dataset.presences import CANDIDATE

if TYPE_CHECKING:
    from mapping.i18n.catalog import Language

CONTEXT = "https://schema.org"


def describe_list(
    places: list[dict[str, Any]], language: Language, texts: dict[str, str], address: str
) -> dict[str, Any]:
    """Return the page and its list as JSON-LD.

    Parameters
    ----------
    places
        The places as the payload has them.
    language
        That of the page.
    texts
        Every text in it, by id.
    address
        Where the page is published, or nothing.
    """
    items = [_place(one, texts, address) for one in places if one["status"] != CANDIDATE]
    return {
        "@context": CONTEXT,
        "@type": "WebPage",
        "name": texts["title"],
        "description": texts["page.description"],
        "inLanguage": language.code,
        **({"url": address} if address else {}),
        "mainEntity": {
            "@type": "ItemList",
            "description": f"{texts['disclaimer']} {texts['clearance']}",
            "numberOfItems": len(items),
            "itemListElement": items,
        },
    }


def _place(place: dict[str, Any], texts: dict[str, str], address: str) -> dict[str, Any]:
    described: dict[str, Any] = {
        "@type": "Place",
        "name": texts[f"label.{place['id']}"],
        "description": _description(place, texts),
    }
    if address:
        described["url"] = f"{address}?presence={place['id']}"
    if place["abroad"]:
        described["containedInPlace"] = {"@type": "Place", "name": texts[place["host"]]}
    if place["position"] != "computed":
        position = {"latitude": place["latitude"], "longitude": place["longitude"]}
        described["geo"] = {"@type": "GeoCoordinates"} | position
    return described


def _description(place: dict[str, Any], texts: dict[str, str]) -> str:
    """Return what the list says under the name, and the footnotes of the name."""
    category = [texts[f"category-short.{place['category']}"]]
    inferred = [] if place["category_certain"] else [texts["list.inferred"]]
    footnotes = [texts[f"footnote.{letter}"] for letter in place["footnotes"]]
    return " · ".join([*category, *inferred, *footnotes])
