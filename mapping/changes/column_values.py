"""What the columns of a presence say, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.dataset.labels import served

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.dataset.presences import Presence
    from mapping.dataset.reading import Lists
    from mapping.i18n.catalog import Language
    from mapping.i18n.localized import Names

# Columns whose content is told, and what each is called.
HEADINGS = {
    "category": "popup.category",
    "country": "popup.country",
    "city": "popup.city",
    "mission": "popup.mission",
    "serves": "popup.serves",
    "footnotes": "footnotes.title",
    "evidence": "popup.evidence",
    "as_of": "changes.as_of",
}
# Columns of which it is only told that they changed.
MINOR = {
    "label": "changes.label",
    "latitude": "changes.coordinates",
    "longitude": "changes.coordinates",
    "position_confirmed": "changes.coordinates",
    "report_label_zh": "changes.report_label",
    "sources": "changes.sources",
    "note": "changes.note",
}
EVIDENCE = {
    "report": "filter.report",
    "documented": "filter.documented",
    "candidate": "popup.candidate",
}


def spoken(name: Names, lists: Lists, language: Language) -> str:
    """Give a name in a language; an older list that did not speak it gives it in its own first."""
    return name[language.code if language.code in lists.languages else next(iter(lists.languages))]


def facts(column: str, presence: Presence, lists: Lists, language: Language) -> list[str]:
    """Give what a presence has in one of the columns of `HEADINGS`: names, letters, a date.

    Its own lists give the names, so that an older presence is told in the words of its time.
    """
    names: Sequence[Names]
    match column:
        case "footnotes":
            return list(presence.footnotes)
        case "as_of":
            return [presence.as_of] if presence.as_of else []
        case "evidence":
            return [language.words[EVIDENCE[presence.evidence]]]
        case "category":
            names = [lists.edition.category(presence.category).short]
        case "country":
            names = [lists.countries[presence.country]]
        case "serves":
            names = served(presence, lists)
        case _:
            keys = presence.city if column == "city" else filter(None, [presence.mission])
            names = [lists.names[column, key] for key in keys]
    return [spoken(name, lists, language) for name in names]
