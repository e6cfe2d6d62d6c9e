"""What changed, as the page shows it: texts in each language, and the presences concerned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from mapping.changes.summary import summarize

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.changes.compare import Difference
    from mapping.changes.summary import ChangeSummary
    from mapping.i18n.catalog import Language


class Entry(NamedTuple):
    """A sentence of the panel."""

    text: str
    """Its text id."""
    presence: str
    """The id of the presence on the map; empty where there is none any more."""


@dataclass(frozen=True)
class Panel:
    """The panel: ids of texts, and the texts themselves by language and id."""

    numbers: list[str]
    entries: list[Entry]
    texts: dict[str, dict[str, str]]


def build_changes_panel(difference: Difference, languages: Mapping[str, Language]) -> Panel:
    """Return the panel of a difference, in every language of the page."""
    summaries = {code: summarize(difference, language) for code, language in languages.items()}
    first = next(iter(summaries.values()))
    presences = [
        "" if change.kind == "closed" else change.place.presence.id for change in difference.changes
    ]
    return Panel(
        numbers=[f"change-number.{number}" for number in range(len(first.numbers))],
        entries=[
            Entry(f"change.{number}", place) for number, place in enumerate(presences or [""])
        ],
        texts={code: _texts(summaries) for code, summaries in summaries.items()},
    )


def _texts(summaries: ChangeSummary) -> dict[str, str]:
    return {
        "changes.title": summaries.title,
        **{f"change-number.{number}": text for number, text in enumerate(summaries.numbers)},
        **{f"change.{number}": text for number, text in enumerate(summaries.sentences)},
    }
