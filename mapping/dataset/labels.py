"""Labels composed from names by the edition's patterns, in six languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.dataset.presences import REPORT_LANGUAGE
from mapping.edition.edition import PLACEHOLDER_COLUMNS
from mapping.i18n.localized import LocalizedName, localize

if TYPE_CHECKING:
    from mapping.dataset.presences import Presence
    from mapping.dataset.reading import Dataset


def list_served(presence: Presence, dataset: Dataset) -> list[LocalizedName]:
    """Return the names of what a presence serves apart from its host, in the order of the row."""
    return [
        dataset.tables.countries[key]
        if key in dataset.tables.countries
        else dataset.tables.names["region", key]
        for key in presence.serves
    ]


def compose_label(presence: Presence, dataset: Dataset) -> LocalizedName:
    """Return the label of a presence: its own name, or one composed by a pattern.

    In the report's language, it is the one that the report prints.
    """
    if presence.name:
        return presence.name
    key = dataset.edition.find_pattern_key(presence.label, presence.category)
    pattern = dataset.edition.patterns[key]
    parts = _parts(presence, dataset)

    def compose(language: str) -> str:
        if language == REPORT_LANGUAGE and presence.report_label_zh:
            return presence.report_label_zh
        return pattern[language].format(**{name: part[language] for name, part in parts.items()})

    return localize(dataset.languages, compose, parts.values())


def _parts(presence: Presence, dataset: Dataset) -> dict[str, LocalizedName]:
    parts: dict[str, LocalizedName] = {"country": dataset.tables.countries[presence.country]}
    if presence.city:
        parts["city"] = dataset.tables.names["city", presence.city[0]]
    if presence.mission:
        parts["mission"] = dataset.tables.names["mission", presence.mission]
        parts["acronym"] = dataset.tables.names.get(("acronym", presence.mission), parts["mission"])
    if presence.serves:
        parts["served"] = parts["region"] = list_served(presence, dataset)[0]
    return parts


def list_placeholders(presence: Presence) -> set[str]:
    """Return the placeholders that a pattern may use for this presence."""
    return {name for name, column in PLACEHOLDER_COLUMNS.items() if getattr(presence, column)}
