"""What the columns of a presence say, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.dataset.labels import list_served
from mapping.dataset.presences import CANDIDATE, DOCUMENTED, REPORT, Presence
from mapping.tables.records import column_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.dataset.reading import Dataset
    from mapping.i18n.catalog import Language
    from mapping.i18n.localized import LocalizedName

COLUMN_TITLES = column_words(Presence, "title")  # of columns whose values are listed
CHANGED_ONLY = column_words(Presence, "change")  # of which it is only said that they changed
EVIDENCE_WORDS = {
    REPORT: "filter.report",
    DOCUMENTED: "filter.documented",
    CANDIDATE: "popup.candidate",
}


def name_in(name: LocalizedName, dataset: Dataset, language: Language) -> str:
    """Return a name in a language; that of an older list without it in the list's first."""
    return name[
        language.code if language.code in dataset.languages else next(iter(dataset.languages))
    ]


def column_values(
    column: str, presence: Presence, dataset: Dataset, language: Language
) -> list[str]:
    """Return what a presence has in one of the columns of `COLUMN_TITLES`: names, letters, a date.

    Its own lists give the names, so that an older presence has the names of its time.
    """
    names: Sequence[LocalizedName]
    match column:
        case "footnotes":
            return list(presence.footnotes)
        case "as_of":
            return [presence.as_of] if presence.as_of else []
        case "evidence":
            word = EVIDENCE_WORDS.get(presence.evidence)
            return [language.words[word]] if word else []
        case "category":
            names = [dataset.edition.category(presence.category).short]
        case "country":
            names = [dataset.tables.countries[presence.country]]
        case "serves":
            names = list_served(presence, dataset)
        case _:
            keys = presence.city if column == "city" else filter(None, [presence.mission])
            names = [dataset.tables.names[column, key] for key in keys]
    return [name_in(name, dataset, language) for name in names]
