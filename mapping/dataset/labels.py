"""Labels composed from names by the edition's patterns, in six languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.i18n.localized import LocalizedName, localize

if TYPE_CHECKING:
    from mapping.dataset.presences import Presence
    from mapping.dataset.reading import Dataset


def served(presence: Presence, dataset: Dataset) -> list[LocalizedName]:
    """Return the names of what a presence serves beside its host: regions first, as listed."""
    return [
        dataset.countries[key] if key in dataset.countries else dataset.names["region", key]
        for key in presence.serves
    ]


def label(presence: Presence, dataset: Dataset) -> LocalizedName:
    """Compose the label of a presence; where the report prints one in Chinese, that one stands."""
    pattern = dataset.edition.patterns[
        presence.label or dataset.edition.category(presence.category).label
    ]
    parts = _parts(presence, dataset)

    def compose(language: str) -> str:
        if language == "zh" and presence.report_label_zh:
            return presence.report_label_zh
        return pattern[language].format(**{name: part[language] for name, part in parts.items()})

    return localize(dataset.languages, compose)


def _parts(presence: Presence, dataset: Dataset) -> dict[str, LocalizedName]:
    parts: dict[str, LocalizedName] = {"country": dataset.countries[presence.country]}
    if presence.city:
        parts["city"] = dataset.names["city", presence.city[0]]
    if presence.mission:
        parts["mission"] = dataset.names["mission", presence.mission]
        parts["acronym"] = dataset.names.get(("acronym", presence.mission), parts["mission"])
    if presence.serves:
        parts["served"] = parts["region"] = served(presence, dataset)[0]
    return parts


def available(presence: Presence) -> set[str]:
    """Say which placeholders a pattern may use for this presence."""
    return (
        {"country"}
        | ({"city"} if presence.city else set())
        | ({"mission", "acronym"} if presence.mission else set())
        | ({"served", "region"} if presence.serves else set())
    )
