"""Recognising a country by what people write: a code, a flag, or a name."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from mapping.dataset.country_exonyms import read_exonyms
from mapping.suggestions.name_index import WORD, NameIndex, fold
from mapping.tables.cells import strip_invisible

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from mapping.dataset.countries import Country
    from mapping.dataset.country_names import CountryName

REGIONAL_INDICATORS = {0x1F1E6 + number: 65 + number for number in range(26)}  # 🇦 is A
DIGITS = 3  # of an M49 code
M49 = re.compile(r"(\d{1,3})(\.0)?")  # a spreadsheet leaves out zeros, and may write 4.0
MISSING = "NA"  # Namibia's alpha-2 code, and what many programs write into an empty cell
# Short forms in lists, and words that only say how a name is put together.
WRITTEN_OUT = {
    "rep": "republic",
    "repub": "republic",
    "dem": "democratic",
    "fed": "federated",
    "federal": "federated",
    "is": "islands",
    "isl": "islands",
    "island": "islands",
    "ter": "territory",
    "terr": "territory",
    "territories": "territory",
    "st": "saint",
    "ste": "saint",
    "sts": "states",
    "n": "north",
    "northern": "north",
    "e": "east",
    "eastern": "east",
    "s": "south",  # but Southern Africa is no country
    "w": "west",
    "western": "west",
    "ва": "острова",  # о-ва
    "респ": "республика",
}
ARTICLES = {"the", "of", "and"}
PARTICLES = {*ARTICLES, "et", "y", "и", "du", "de", "des", "del", "d", "l", "о"}
TITLES = {"republic", "republique", "republica", "республика", "kingdom", "state", "islamic"}


class Match(NamedTuple):
    """The country that a text means, none where that is not to be said, and whether for certain."""

    code: str
    certain: bool


NOBODY = Match("", certain=False)


class CountryIndex(NameIndex):
    """Everything a person might write for a country.

    `own` may hold other keys too, such as regions. Suggestions always give the country's own name.
    """

    listed = 0
    unsure = "it is not certain which country this is"

    def __init__(
        self,
        own: Iterable[tuple[str, str]],
        countries: Collection[Country],
        names: Iterable[CountryName],
        shown_in: str,
    ) -> None:
        """Take the names of the keys themselves; `shown_in` is the language of suggestions."""
        super().__init__(own)
        self.shown_names = {
            country.code: country[shown_in] or country.code for country in countries
        }
        self.codes = {country.code for country in countries}
        self.iso2 = {country.iso2: country.code for country in countries if country.iso2}
        self.m49 = {country.m49: country.code for country in countries if country.m49}
        self._listed = names
        self._by_name: dict[str, Match] = {}
        self._by_words: dict[tuple[str, ...], Match] = {}

    @cached_property
    def names(self) -> list[CountryName]:
        """What people write other than the list's own words."""
        written = {fold(word) for word, key in self.pairs if word != key}
        there = (one for one in self._listed if not one.code or one.code in self.shown_names)
        return [one for one in there if fold(one.name) not in written]

    def own_keys(self, value: str) -> set[str]:
        """Return the keys that `value` names in the words of the list's own."""
        return super().keys_named(value)

    def keys_named(self, value: str) -> set[str]:
        """Return the keys that `value` names for certain; a country by any code, flag or name."""
        own = self.own_keys(value)
        reading = None if own else self.read(value)
        return {reading.code} if reading and reading.certain else own

    def closest(self, value: str) -> str | None:
        """Return the country's own name, in the language of `value` where it is written in one."""
        if self.own_keys(value):
            word = super().closest(value) or ""
            return self.shown_names.get(word, word)
        reading = self.read(value)
        if reading:
            return self.shown_names.get(reading.code)
        near = self.nearest(fold(value))
        return self._own(near) if near else None

    def completions(self, value: str) -> list[tuple[str, str]]:
        """Return keys that `value` may be the beginning of, each with its own name."""
        return [(self._own(word), key) for word, key in super().completions(value)]

    def words(self) -> list[tuple[str, str]]:
        """Return all names and keys; what is nobody's name has no key."""
        return [*self.pairs, *((one.name, one.code) for one in self.names)]

    def near_words(self) -> list[tuple[str, str]]:
        """Return all names: between codes there is no near.

        Nor is there to a name in a language of the country's own: Slovinsko, which is near to
        Slovensko, Slovakia's own, is Slovenia in Czech. To such names no key is given.
        """
        native = {one.name for one in self.names if one.kind == "native"}
        return [
            (word, "" if word in native else key)
            for word, key in self.words()
            if word not in self.shown_names
        ]

    def form(self, folded: str) -> Sequence[str]:
        """Return the words of a folded name, short ones written out."""
        return [word for word in _words(folded) if word not in ARTICLES]

    def read(self, value: str) -> Match | None:
        """Return what a text that is no name of `countries.csv` means; `None`: nothing known.

        Names in other languages come last; most lists do not need them.
        """
        listed = self.read_listed(value)
        return listed if listed and listed.code else self._exonym(value) or listed

    def read_listed(self, value: str) -> Match | None:
        """Return the same of what the tables of the list have, without names in other languages."""
        text = strip_invisible(value)
        return self._code(text) or self._name(text)

    def _exonym(self, value: str) -> Match | None:
        """Return the country that has the name in another language, where the list knows it."""
        code = read_exonyms().get(fold(strip_invisible(value)), "")
        return Match(code, certain=True) if code in self.codes else None

    def _code(self, text: str) -> Match | None:
        digits = M49.fullmatch(text)
        if digits:
            code = self.m49.get(f"{int(digits[1]):03}", "")
            return Match(code, certain=bool(code) and digits[1] == text and len(text) == DIGITS)
        flag = text.translate(REGIONAL_INDICATORS)
        code = self.iso2.get(flag.upper(), "")
        return Match(code, certain=flag.isupper() and text != MISSING) if code else None

    def _name(self, text: str) -> Match | None:
        if not self._by_name:
            self._index()
        folded = fold(text)
        words = _bag(folded)
        found = self._by_name.get(folded) or self._by_words.get(words)
        plain = tuple(word for word in words if word not in TITLES)
        if found or plain == words:
            return found
        shorter = self._by_words.get(plain)
        return shorter and Match(shorter.code, certain=False)

    def _index(self) -> None:
        """Keep each name folded, and its words in any order; where several share it, nobody."""
        listed = [
            *((word, Match(key, certain=True)) for word, key in self.pairs if word != key),
            *((one.name, Match(one.code, one.kind != "hint")) for one in self.names),
        ]
        for name, reading in listed:
            folded = fold(name)
            known_reading = reading if reading.code else NOBODY
            self._by_name.setdefault(folded, known_reading)
            words = _bag(folded)
            known = self._by_words.setdefault(words, known_reading)
            if known.code != known_reading.code:
                self._by_words[words] = NOBODY

    def _own(self, word: str) -> str:
        """Return a word of the list's own, or the name of the country that another word means."""
        if word in self.keys:
            return self.shown_names.get(word, word)
        return next(self.shown_names[one.code] for one in self.names if one.name == word)


def _words(folded: str) -> list[str]:
    """Return the words of a folded name: letters with dots between are one, as in U.S.A."""
    joined = re.sub(r"(?<=\b\w)\.(?=\w\b)", "", folded.replace("'s", "s"))
    return [WRITTEN_OUT.get(word, word) for word in WORD.findall(joined)]


def _bag(folded: str) -> tuple[str, ...]:
    """Return the words of a folded name in one order, without particles."""
    return tuple(sorted(word for word in _words(folded) if word not in PARTICLES))
