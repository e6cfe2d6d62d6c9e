"""One change as a sentence of a language; every name stands in it in its basic form."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapping.changes.column_values import HEADINGS, MINOR, facts, spoken
from mapping.display_texts import number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mapping.atlas import Atlas, Place
    from mapping.changes.compare import Change, Difference
    from mapping.dataset.reading import Lists
    from mapping.i18n.catalog import Language

WORDS = {
    "opened": {"listed": "changes.opened", "candidate": "changes.opened_candidate"},
    "closed": {"listed": "changes.closed", "candidate": "changes.closed_candidate"},
    "status": {"listed": "changes.listed", "candidate": "changes.candidate"},
    "category_certain": {"yes": "changes.certain", "no": "changes.inferred"},
}
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]|[\u2066-\u2069]")
LEFT_TO_RIGHT = {"L", "EN", "ES", "ET", "AN", "CS", "NSM", "BN", "B", "S", "WS", "ON"}


@dataclass(frozen=True)
class Sentences:
    """Writes changes in a language. `escape` makes text of the data safe where it will stand."""

    difference: Difference
    language: Language
    escape: Callable[[str], str]

    def write(self, text: str) -> str:
        """Write a text of the data: on one line, apart from what is written the other way."""
        text = self.escape(CONTROL.sub("", " ".join(text.split())))
        turned = any(unicodedata.bidirectional(sign) not in LEFT_TO_RIGHT for sign in text)
        return f"\u2068{text}\u2069" if turned or self.language.direction == "rtl" else text

    def join(self, texts: Iterable[str]) -> str:
        """Write some texts as one enumeration, or say that there are none."""
        written = self.language.words["list_comma"].join(map(self.write, texts))
        return written or self.language.words["changes.nothing"]

    def sentence(self, change: Change) -> str:
        """Tell one change."""
        before, place, say = change.before, change.place, self.language.say
        lists = self.difference.after.lists
        if change.kind == "closed":
            lists = self.difference.before.lists
        named = {"place": self.place(place, lists)}
        if change.kind in WORDS:
            key = "category_certain" if change.kind == "category_certain" else "status"
            return say(WORDS[change.kind][getattr(place.presence, key)], **named)
        if change.kind == "other":
            columns = dict.fromkeys(self.language.words[MINOR[one]] for one in change.columns)
            return say("changes.other", **named, columns=self.join(columns))
        if before is None:
            message = f"a change of the kind {change.kind} has a past"
            raise ValueError(message)
        return self.altered(change, before, named)

    def altered(self, change: Change, before: Place, named: dict[str, str]) -> str:
        """Tell what was one thing and is another."""
        say, place = self.language.say, change.place
        if change.kind == "id":
            ids = {"before": before.presence.id, "after": place.presence.id}
            return say("changes.id", **named, **{key: self.write(one) for key, one in ids.items()})
        if change.kind == "renamed":
            return self.renamed(before, place, named)
        kind = "city" if change.kind == "moved" else change.kind
        pair = {
            "before": self.facts(kind, before, self.difference.before),
            "after": self.facts(kind, place, self.difference.after),
        }
        if change.kind == "moved":
            word = "changes.moved_city" if "city" in change.columns else "changes.moved"
            return say(word, **named, **pair, distance=self.distance(change.kilometres))
        return say("changes.altered", **named, **pair, what=self.language.words[HEADINGS[kind]])

    def renamed(self, before: Place, place: Place, named: dict[str, str]) -> str:
        """Tell the two names; or, where they are alike in this language, in which they are not."""
        past, now = (side.lists for side in (self.difference.before, self.difference.after))
        name = spoken(before.label, past, self.language)
        if name != spoken(place.label, now, self.language):
            return self.language.say("changes.renamed", **named, before=self.write(name))
        names = [
            one.name
            for code, one in now.languages.items()
            if code in past.languages and before.label[code] != place.label[code]
        ]
        return self.language.say("changes.renamed_elsewhere", **named, languages=self.join(names))

    def place(self, place: Place, lists: Lists) -> str:
        """Name a place by its label and, as labels may be alike, its category."""
        category = lists.edition.category(place.presence.category).short
        texts = {"label": place.label, "category": category}
        parts = {key: self.write(spoken(one, lists, self.language)) for key, one in texts.items()}
        return self.language.say("changes.place", **parts)

    def facts(self, column: str, place: Place, atlas: Atlas) -> str:
        """Write what a place has in a column, as its own list names it."""
        return self.join(facts(column, place.presence, atlas.lists, self.language))

    def distance(self, kilometres: float) -> str:
        """Write a distance in whole kilometres."""
        if kilometres < 1:
            return self.language.words["changes.short_way"]
        return self.language.say(
            "changes.kilometres", number=number(round(kilometres), self.language)
        )
