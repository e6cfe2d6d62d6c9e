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

# What Markdown, GitHub's too, reads as more than text; dots and parentheses are safe in a line.
MARKDOWN_SIGNS = re.compile(r"[\\`*_{}\[\]~|$:@#!=^]")


def format_changes(difference: Difference, language: Language, name: str) -> str:
    """Return what changed in one language, as ``text``, ``markdown`` or ``json``."""
    if name == "json":
        return format_json(difference, language)
    return (
        format_markdown(difference, [language])
        if name == "markdown"
        else format_text(difference, language)
    )


def format_text(difference: Difference, language: Language) -> str:
    """Return what changed as plain text: the numbers, then a line a change."""
    summary = summarize(difference, language)
    return "\n".join((summary.title, "", *summary.numbers, "", *summary.sentences, ""))


def format_markdown(difference: Difference, languages: Iterable[Language]) -> str:
    """Return what changed as Markdown, language by language; no text of the data is markup."""
    parts = []
    for language in languages:
        summary = summarize(difference, language, _escape)
        points = "\n".join(f"- {sentence}" for sentence in summary.sentences)
        parts += [f"# {summary.title}", *summary.numbers, points]
    return "\n\n".join(parts) + "\n"


def format_json(difference: Difference, language: Language) -> str:
    """Return what changed as JSON: each change with its sentence and what it was and is.

    ``before`` and ``after`` hold the columns that the change is about; a row that opened or closed
    has all of them, a new label the label in each language, a move the position in WGS 84 degrees.
    """
    summary = summarize(difference, language)
    report = {
        "language": language.code,
        "before": _list_state(difference.before),
        "after": _list_state(difference.after),
        "changes": [
            {**_change_values(change, difference), "sentence": sentence}
            for change, sentence in zip(difference.changes, summary.sentences, strict=False)
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _list_state(atlas: Atlas) -> dict[str, Any]:
    tallies = tally_categories(atlas.dataset)
    found, expected = total_counts(tallies)
    version = atlas.dataset.edition.metadata.version
    totals = {"data_version": version, "found": found, "expected": expected}
    return {**totals, "categories": totals_by_category(atlas.dataset)}


def _change_values(change: Change, difference: Difference) -> dict[str, Any]:
    closed = change.kind == "closed"
    codes = difference.after.dataset.languages
    values: dict[str, Any] = {"kind": change.kind, "id": change.place.presence.id}
    if change.kind == "moved":
        values["kilometres"] = round(change.kilometres, 3)
    values["before"] = _values_of(change, change.place if closed else change.before, codes)
    values["after"] = _values_of(change, None if closed else change.place, codes)
    return values


def _values_of(change: Change, place: Place | None, codes: Iterable[str]) -> dict[str, Any] | None:
    if place is None:
        return None
    if change.kind == "renamed":
        return {code: place.label[code] for code in codes}
    content = {name: getattr(place.presence, name) for name in change.columns}
    if change.kind == "moved":
        content["position"] = [place.anchor.longitude, place.anchor.latitude]
    return content


def _escape(words: str) -> str:
    """Return text that stays text: escape each sign that means something to Markdown or HTML."""
    return html.escape(MARKDOWN_SIGNS.sub(r"\\\g<0>", words), quote=False)
