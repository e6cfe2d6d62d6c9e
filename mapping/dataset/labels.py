"""Labels composed from names by the edition's patterns, in six languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.i18n.localized import Names, in_each

if TYPE_CHECKING:
    from mapping.dataset.presences import Presence
    from mapping.dataset.reading import Lists


def served(presence: Presence, lists: Lists) -> list[Names]:
    """Give the names of what a presence serves beside its host: regions first, as listed."""
    return [
        lists.countries[key] if key in lists.countries else lists.names["region", key]
        for key in presence.serves
    ]


def label(presence: Presence, lists: Lists) -> Names:
    """Compose the label of a presence; where the report prints one in Chinese, that one stands."""
    pattern = lists.edition.patterns[
        presence.label or lists.edition.category(presence.category).label
    ]
    parts = _parts(presence, lists)

    def compose(language: str) -> str:
        if language == "zh" and presence.report_label_zh:
            return presence.report_label_zh
        return pattern[language].format(**{name: part[language] for name, part in parts.items()})

    return in_each(lists.languages, compose)


def _parts(presence: Presence, lists: Lists) -> dict[str, Names]:
    parts: dict[str, Names] = {"country": lists.countries[presence.country]}
    if presence.city:
        parts["city"] = lists.names["city", presence.city[0]]
    if presence.mission:
        parts["mission"] = lists.names["mission", presence.mission]
        parts["acronym"] = lists.names.get(("acronym", presence.mission), parts["mission"])
    if presence.serves:
        parts["served"] = parts["region"] = served(presence, lists)[0]
    return parts


def available(presence: Presence) -> set[str]:
    """Say which placeholders a pattern may use for this presence."""
    return (
        {"country"}
        | ({"city"} if presence.city else set())
        | ({"mission", "acronym"} if presence.mission else set())
        | ({"served", "region"} if presence.serves else set())
    )
