"""What changed, as a text, as Markdown, as JSON."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

from mapping.changes.summary import summarize
from mapping.dataset.totals import tally_categories, total_counts, totals_by_category

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapping.atlas import Atlas, Place
    from mapping.changes.compare import Change, Difference
    from mapping.i18n.catalog import Language

# What Markdown, GitHub's too, reads as more than text; brackets and dots are no danger in a line.
MARKS = re.compile(r"[\\`*_{}\[\]~|$:@#!=^]")


def format_changes(difference: Difference, language: Language, form: str) -> str:
    """Tell what changed in one language, as ``text``, ``markdown`` or ``json``."""
    if form == "json":
        return as_json(difference, language)
    return (
        as_markdown(difference, [language]) if form == "markdown" else as_text(difference, language)
    )


def as_text(difference: Difference, language: Language) -> str:
    """Tell what changed as plain text: the numbers, then a line a change."""
    told = summarize(difference, language)
    return "\n".join((told.title, "", *told.numbers, "", *told.sentences, ""))


def as_markdown(difference: Difference, languages: Iterable[Language]) -> str:
    """Tell what changed as Markdown, one language after another; no text of the data is markup."""
    parts = []
    for language in languages:
        told = summarize(difference, language, _escape)
        points = "\n".join(f"- {sentence}" for sentence in told.sentences)
        parts += [f"# {told.title}", *told.numbers, points]
    return "\n\n".join(parts) + "\n"


def as_json(difference: Difference, language: Language) -> str:
    """Tell what changed as JSON: each change with its sentence and what it was and is.

    ``before`` and ``after`` hold the columns that the change is about; a row that opened or closed
    has all of them, a new label the label in each language, a move the position in WGS 84 degrees.
    """
    told = summarize(difference, language)
    made = {
        "language": language.code,
        "before": _list_state(difference.before),
        "after": _list_state(difference.after),
        "changes": [
            {**_change_values(change, difference), "sentence": sentence}
            for change, sentence in zip(difference.changes, told.sentences, strict=False)
        ],
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _list_state(atlas: Atlas) -> dict[str, Any]:
    tallies = tally_categories(atlas.dataset)
    found, expected = total_counts(tallies)
    version = atlas.dataset.edition.metadata.version
    totals = {"data_version": version, "found": found, "expected": expected}
    return {**totals, "categories": totals_by_category(atlas.dataset)}


def _change_values(change: Change, difference: Difference) -> dict[str, Any]:
    closed = change.kind == "closed"
    codes = difference.after.dataset.languages
    facts: dict[str, Any] = {"kind": change.kind, "id": change.place.presence.id}
    if change.kind == "moved":
        facts["kilometres"] = round(change.kilometres, 3)
    facts["before"] = _content(change, change.place if closed else change.before, codes)
    facts["after"] = _content(change, None if closed else change.place, codes)
    return facts


def _content(change: Change, place: Place | None, codes: Iterable[str]) -> dict[str, Any] | None:
    if place is None:
        return None
    if change.kind == "renamed":
        return {code: place.label[code] for code in codes}
    content = {name: getattr(place.presence, name) for name in change.columns}
    if change.kind == "moved":
        content["position"] = [place.anchor.longitude, place.anchor.latitude]
    return content


def _escape(words: str) -> str:
    """Write text so that it stays text: each sign that means something to Markdown or HTML."""
    return html.escape(MARKS.sub(r"\\\g<0>", words), quote=False)
