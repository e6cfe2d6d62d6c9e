"""What changed, in one language: the totals before and after, and a sentence a change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapping.changes.column_values import name_in
from mapping.changes.sentences import Sentences
from mapping.dataset.totals import tally_categories, total_counts
from mapping.display_texts import format_tally

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mapping.changes.compare import Difference
    from mapping.dataset.totals import Tally
    from mapping.i18n.catalog import Language


@dataclass(frozen=True)
class ChangeSummary:
    """What changed, in one language."""

    title: str
    numbers: list[str]
    """The totals before and after."""
    sentences: list[str]
    """In the order of the changes; the one that says that there are none, where there are none."""


def summarize(
    difference: Difference, language: Language, escape: Callable[[str], str] = lambda text: text
) -> ChangeSummary:
    """Return what changed. `escape` makes text of the data safe in what is written."""
    writer = Sentences(difference, language, escape)
    sentences = describe_changes(difference, language, escape)
    numbers = [*_total_lines(writer), *_category_lines(writer)]
    return ChangeSummary(
        language.words["changes.title"], numbers, sentences or [language.words["changes.none"]]
    )


def describe_changes(
    difference: Difference, language: Language, escape: Callable[[str], str] = lambda text: text
) -> list[str]:
    """Return a sentence for each change. `escape` is that of `summarize`."""
    writer = Sentences(difference, language, escape)
    return [writer.describe(change) for change in difference.changes]


def _total_lines(writer: Sentences) -> Iterator[str]:
    message, sides = (
        writer.language.format_message,
        (writer.difference.before, writer.difference.after),
    )
    past, now = (side.dataset.edition.metadata.version for side in sides)
    if past != now:
        yield message("changes.since", version=writer.write(past))
    before, after = (tally_categories(side.dataset) for side in sides)
    yield message(
        "changes.total", before=_format_total(before, writer), after=_format_total(after, writer)
    )
    candidates = [sum(one.candidates for one in tallies) for tallies in (before, after)]
    if candidates[0] != candidates[1]:
        yield message("changes.candidates", before=candidates[0], after=candidates[1])


def _category_lines(writer: Sentences) -> Iterator[str]:
    """Yield the categories whose numbers changed."""
    sides = (writer.difference.before, writer.difference.after)
    past, now = (
        {one.category.key: one for one in tally_categories(side.dataset)} for side in sides
    )
    for key in past | now:
        before, after = (_format_count(side.get(key), writer) for side in (past, now))
        if before != after:
            dataset = sides[key in now].dataset
            name = name_in(dataset.edition.category(key).name, dataset, writer.language)
            yield writer.language.format_message(
                "changes.tally", category=writer.write(name), before=before, after=after
            )


def _format_total(tallies: list[Tally], writer: Sentences) -> str:
    found, expected = total_counts(tallies)
    if expected is None:
        return writer.language.number_text(found)
    return writer.language.format_message("legend.found", found=found, expected=expected)


def _format_count(one: Tally | None, writer: Sentences) -> str:
    if one is None:
        return writer.language.words["changes.nothing"]
    return format_tally(one, writer.language)
