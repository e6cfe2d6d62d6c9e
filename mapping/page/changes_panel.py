"""What changed, as the page shows it: texts that turn with the page, and what they speak of."""

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
    """Tell the difference in every language of the page."""
    told = {code: summarize(difference, language) for code, language in languages.items()}
    one = next(iter(told.values()))
    there = [
        "" if change.kind == "closed" else change.place.presence.id for change in difference.changes
    ]
    return Panel(
        numbers=[f"change-number.{at}" for at in range(len(one.numbers))],
        entries=[Entry(f"change.{at}", place) for at, place in enumerate(there or [""])],
        texts={code: _texts(told) for code, told in told.items()},
    )


def _texts(told: ChangeSummary) -> dict[str, str]:
    return {
        "changes.title": told.title,
        **{f"change-number.{at}": text for at, text in enumerate(told.numbers)},
        **{f"change.{at}": text for at, text in enumerate(told.sentences)},
    }
