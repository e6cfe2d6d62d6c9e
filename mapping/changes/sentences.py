"""One change as a sentence of a language; every name is in its basic form."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapping.changes.column_values import CHANGED_ONLY, COLUMN_TITLES, column_values, name_in
from mapping.changes.compare import DETAIL
from mapping.dataset.presences import CANDIDATE, LISTED
from mapping.display_texts import column_headings
from mapping.tables.cells import NO, YES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mapping.atlas import Atlas, Place
    from mapping.changes.compare import Change, Difference
    from mapping.dataset.reading import Dataset
    from mapping.i18n.catalog import Language

MESSAGE_IDS = {
    "opened": {LISTED: "changes.opened", CANDIDATE: "changes.opened_candidate"},
    "closed": {LISTED: "changes.closed", CANDIDATE: "changes.closed_candidate"},
    "status": {LISTED: "changes.listed", CANDIDATE: "changes.candidate"},
    "category_certain": {YES: "changes.certain", NO: "changes.inferred"},
}
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]|[\u2066-\u2069]")
LEFT_TO_RIGHT = {"L", "EN", "ES", "ET", "AN", "CS", "NSM", "BN", "B", "S", "WS", "ON"}


@dataclass(frozen=True)
class Sentences:
    """Writes changes in a language. `escape` makes text of the data safe in what is written."""

    difference: Difference
    language: Language
    escape: Callable[[str], str]

    def write(self, text: str) -> str:
        """Return a text of the data on one line, isolated from what is written the other way."""
        text = self.escape(CONTROL.sub("", " ".join(text.split())))
        turned = any(unicodedata.bidirectional(sign) not in LEFT_TO_RIGHT for sign in text)
        return f"\u2068{text}\u2069" if turned or self.language.direction == "rtl" else text

    def join(self, texts: Iterable[str]) -> str:
        """Return some texts as one enumeration, or the word for none."""
        written = self.language.words["list_comma"].join(map(self.write, texts))
        return written or self.language.words["changes.nothing"]

    def describe(self, change: Change) -> str:
        """Return one change as a sentence."""
        before, place, message = change.before, change.place, self.language.format_message
        dataset = self.difference.after.dataset
        if change.kind == "closed":
            dataset = self.difference.before.dataset
        named = {"place": self.name_place(place, dataset)}
        if change.kind in MESSAGE_IDS:
            key = "category_certain" if change.kind == "category_certain" else "status"
            return message(MESSAGE_IDS[change.kind][getattr(place.presence, key)], **named)
        if change.kind == "other":
            columns = dict.fromkeys(
                self.language.words[CHANGED_ONLY[one]] for one in change.columns
            )
            return message("changes.other", **named, columns=self.join(columns))
        if before is None:
            error = f"a change of the kind {change.kind} has a past"
            raise ValueError(error)
        return self.describe_change(change, before, named)

    def describe_change(self, change: Change, before: Place, named: dict[str, str]) -> str:
        """Return the sentence of what was one thing and is another."""
        message, place = self.language.format_message, change.place
        if change.kind == "id":
            ids = {"before": before.presence.id, "after": place.presence.id}
            return message(
                "changes.id", **named, **{key: self.write(one) for key, one in ids.items()}
            )
        if change.kind == "renamed":
            return self.describe_renaming(before, place, named)
        if change.kind == DETAIL:
            return self.describe_detail(change, before, named)
        kind = "city" if change.kind == "moved" else change.kind
        pair = {
            "before": self.describe_values(kind, before, self.difference.before),
            "after": self.describe_values(kind, place, self.difference.after),
        }
        if change.kind == "moved":
            word = "changes.moved_city" if "city" in change.columns else "changes.moved"
            return message(word, **named, **pair, distance=self.format_distance(change.kilometres))
        return message(
            "changes.altered", **named, **pair, what=self.language.words[COLUMN_TITLES[kind]]
        )

    def describe_detail(self, change: Change, before: Place, named: dict[str, str]) -> str:
        """Return what a column that is only shown had, and has."""
        now, [key] = self.difference.after.dataset, change.columns
        heading = column_headings(now.edition).get(f"column.{key}")
        return self.language.format_message(
            "changes.altered",
            **named,
            what=self.write(name_in(heading, now, self.language) if heading else key),
            before=self.join(filter(None, [before.presence.details.get(key)])),
            after=self.join(filter(None, [change.place.presence.details.get(key)])),
        )

    def describe_renaming(self, before: Place, place: Place, named: dict[str, str]) -> str:
        """Return both names; or, where they are alike in this language, in which they are not."""
        past, now = (side.dataset for side in (self.difference.before, self.difference.after))
        name = name_in(before.label, past, self.language)
        if name != name_in(place.label, now, self.language):
            return self.language.format_message("changes.renamed", **named, before=self.write(name))
        names = [
            one.name
            for code, one in now.languages.items()
            if code in past.languages and before.label[code] != place.label[code]
        ]
        return self.language.format_message(
            "changes.renamed_elsewhere", **named, languages=self.join(names)
        )

    def name_place(self, place: Place, dataset: Dataset) -> str:
        """Return a place by its label and, as labels may be alike, its category."""
        category = dataset.edition.category(place.presence.category).short
        texts = {"label": place.label, "category": category}
        parts = {
            key: self.write(name_in(one, dataset, self.language)) for key, one in texts.items()
        }
        return self.language.format_message("changes.place", **parts)

    def describe_values(self, column: str, place: Place, atlas: Atlas) -> str:
        """Return what a place has in a column, as its own list names it."""
        return self.join(column_values(column, place.presence, atlas.dataset, self.language))

    def format_distance(self, kilometres: float) -> str:
        """Return a distance in whole kilometres."""
        if kilometres < 1:
            return self.language.words["changes.short_way"]
        return self.language.format_message("changes.kilometres", number=round(kilometres))
