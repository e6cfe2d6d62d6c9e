"""By what else the countries of the page are found: names that people write, not in the page.

They are looked for and never written on the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.suggestions.name_index import fold

if TYPE_CHECKING:
    from mapping.atlas import Atlas

KINDS = ("common", "former", "acronym", "hint")
REORDERED = set("(),/:")  # forms of lists, such as "Congo, Rep.", which nobody types to find one


def search_names(atlas: Atlas) -> dict[str, list[str]]:
    """Return, by the text id of each country that a presence is in or serves, its further names.

    Those are left out that its own names hold, word by word.
    """
    countries = atlas.dataset.tables.countries
    present = {place.presence.country for place in atlas.places}
    present |= {key for place in atlas.places for key in place.presence.serves if key in countries}
    own = {
        code: " ".join(_letters(countries[code][language]) for language in atlas.dataset.languages)
        for code in present
    }
    found: dict[str, list[str]] = {}
    for entry in atlas.dataset.tables.country_names:
        if entry.code in present and entry.kind in KINDS and not REORDERED & set(entry.name):
            words = map(_letters, entry.name.split())
            if not all(word in own[entry.code] for word in words):
                found.setdefault(f"country.{entry.code}", []).append(entry.name)
    return found


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, fold(text)))
