"""Which column of a list is which: by what it is called, and by what is in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from mapping.dataset.cell_parts import address, is_given, split, split_code
from mapping.dataset.gazetteer import read_gazetteer
from mapping.i18n.localized import LANGUAGES
from mapping.importing.column_names import read_column_names, words_of
from mapping.importing.sampled_column import HALF, SAMPLE, SampledColumn, sampled
from mapping.tables.coordinates import EAST, NORTH, parse_angle, parse_position
from mapping.tables.map_links import find_point

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapping.dataset.country_index import CountryIndex
    from mapping.importing.any_file import RawList

MOST, SOME = 0.8, 0.3  # parts of its cells that must be what it is taken for
SHORT = 3  # letters of a word that may be part of another thing's name; words of a name
FEW_KINDS, RECURRING = 12, 3  # texts of a column of categories, and rows of each
# What a word within a column's name tells: "Served city" is one.
TOLD_BY_A_WORD = {"country", "city", "latitude", "longitude", "website"}
TOLD_AS_NAME = re.compile(
    r"\b(?:\w*name|nom|nombre|title|название|наименование|اسم)\b|(?:名称|名字)$"
)
MAX_CATEGORIES = 40  # values of a column of categories
TWO_LETTERS = re.compile(r"[A-Za-z]{2}")
ADDRESS = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)
DEGREES = re.compile(r"[-+\u2212]?\d{1,3}[.,]\d{2,}")
# What two numbers of a position have and those of a telephone have not; and hours, as of opening.
OF_ANGLES = re.compile(
    r"\d\.\d|\d,\d+\D+\d+,\d|[°º]|\d['′]?\s*[NSEWO]\b|\b[NSEWO]\s*\d|[+-][\d.]+[+-]\d",
    re.IGNORECASE,
)
HOURS = re.compile(r"(?:(?:[01]?\d|2[0-4])[.,:][0-5]\d\D*){2}")
NUMBERED = re.compile(r"column \d+")  # what columns without a header are called


@dataclass(frozen=True)
class Guess:
    """The columns as far as they are certain, and those that may be the name or the category."""

    columns: dict[str, str]
    names: tuple[str, ...]
    categories: tuple[str, ...]


class Guesser:
    """Finds columns; each is one thing, and each thing is in one column."""

    def __init__(self, raw: RawList, countries: CountryIndex) -> None:
        self._countries = countries
        self._named = read_column_names()
        self._left = [sampled(raw, number) for number in range(len(raw.columns))]
        areas = ("around", "country", "province", "city")
        self._around = {name for key in areas for name in self._named[key]}
        self._found: dict[str, str] = {}
        self._rows = len(raw.rows)
        self._is_headed = not all(map(NUMBERED.fullmatch, raw.columns))

    def guess(self) -> Guess:
        """Return what the columns are."""
        for key, test, least in (
            ("latitude", _is_latitude, HALF),
            ("longitude", _is_longitude, HALF),
            ("position", _is_position, MOST),
            ("country", self._is_country, HALF),
            ("city", _is_text, HALF),
            ("website", _is_address, SOME),
            ("province", _is_text, 0),
        ):
            self._take(key, self._by_name(key, test, least) or self._by_content(key))
        if ("latitude" in self._found) != ("longitude" in self._found):
            self._found.pop("latitude", None)
            self._found.pop("longitude", None)
        for code in LANGUAGES:
            self._take(f"name_{code}", self._name_in(code))
        names, categories = self._names(), self._categories()
        self._take("name", next(iter(names), None))
        kinds = [one for one in categories if one.name != self._found.get("name")]
        self._take("category", next(iter(kinds), None))
        return Guess(
            self._found, tuple(one.name for one in names), tuple(one.name for one in kinds)
        )

    def _take(self, key: str, column: SampledColumn | None) -> None:
        if column:
            self._found[key] = column.name
            self._left.remove(column)

    def _by_name(self, key: str, test: Callable[[str], bool], least: float) -> SampledColumn | None:
        """Return the column with the plainest of the names that a thing has, if it holds such."""
        for spelling in ("words", "plain_words"):
            for name in self._named[key]:
                for column in self._left:
                    is_called = getattr(column, spelling) == name
                    if is_called and (column.part(test) >= least or not column.sample):
                        return column
        for name in self._named[key] if key in TOLD_BY_A_WORD else ():
            for column in self._left:
                holds = len(name) > SHORT and f" {name} " in f" {column.words} "
                if holds and column.part(test) >= max(least, HALF):
                    return column
        return None

    def _by_content(self, key: str) -> SampledColumn | None:
        """Return the column that holds hardly anything else."""
        tests: dict[str, Callable[[str], bool]] = {
            "country": self._is_surely_country,
            "position": _is_surely_position,
            "website": _is_address,
        }
        if key in tests:
            test = tests[key]
            parts = [(one.part(test), one) for one in self._left]
            fits = [(part, one) for part, one in parts if part >= MOST and one.several(test)]
            return max(fits, key=lambda fit: fit[0], default=(0.0, None))[1]
        if key in {"latitude", "longitude"}:
            return self._degrees(key)
        return self._cities() if key == "city" else None

    def _degrees(self, key: str) -> SampledColumn | None:
        """Return the first column of decimal degrees, and for the longitude the one after it."""
        fits = [
            one
            for one in self._left
            if one.part(lambda cell: bool(DEGREES.fullmatch(cell))) >= MOST
        ]
        if key == "latitude":
            return fits[0] if len(fits) > 1 and fits[0].part(_is_latitude) == 1 else None
        return fits[0] if fits and "latitude" in self._found else None

    def _cities(self) -> SampledColumn | None:
        fits = [(one.part(self._is_city), one) for one in self._left if one.part(_is_text) >= MOST]
        best = max(fits, key=lambda fit: fit[0], default=(0.0, None))
        return best[1] if best[0] >= MOST else None

    def _is_city(self, cell: str) -> bool:
        """Whether a part of a cell is a city, or the last one a country."""
        parts = address(cell)
        if len(parts) > 1 and len(self._countries.keys_named(parts[-1])) == 1:
            return True
        return any(map(read_gazetteer().find, {cell, *split(cell), *parts, split_code(cell)[0]}))

    def _is_country(self, cell: str) -> bool:
        parts = [cell] if len(self._countries.keys_named(cell)) == 1 else split(cell)
        return bool(parts) and all(len(self._countries.keys_named(one)) == 1 for one in parts)

    def _is_surely_country(self, cell: str) -> bool:
        """Whether a cell is a country whatever its column is called.

        Two letters may be a province as well, in Italy, Brazil or the United States; under a
        header that was not there nothing else can be told.
        """
        return not (self._is_headed and TWO_LETTERS.fullmatch(cell)) and self._is_country(cell)

    def _name_in(self, code: str) -> SampledColumn | None:
        """Return the column of names in a language, such as ``name_fr`` or ``Name (FR)``."""
        wanted = {f"name {code}", f"{code} name", f"nom {code}", f"title {code}", f"label {code}"}
        return next((one for one in self._left if one.words in wanted), None)

    def _names(self) -> list[SampledColumn]:
        """Return the columns that may be the places' own names, the likeliest first."""
        texts = [one for one in self._left if one.part(_is_text) >= HALF]
        named = [one for name in self._named["name"] for one in texts if one.words == name]
        held = [one for one in texts if one not in named and self._is_called_name(one)]
        found = [one for one in (*named, *held) if self._is_distinct(one)]
        if found or any(key.startswith("name_") for key in self._found):
            return found
        # Without a column that is called so, the first that tells each row from others; no codes.
        kinds = {*self._named["category"], *self._named["province"], *self._named["address"]}
        others = (
            one
            for one in texts
            if one.is_short
            and one.words not in kinds
            and one.filled >= MOST
            and one.part(_is_code) < HALF
        )
        return list(islice(filter(self._is_distinct, others), 1))

    def _is_called_name(self, column: SampledColumn) -> bool:
        """Whether a column is called a name, and not that of the city or the country."""
        words = column.plain_words
        others = (*self._named["city"], *self._named["country"])
        return bool(TOLD_AS_NAME.search(words)) and words not in others

    def _is_distinct(self, column: SampledColumn) -> bool:
        return len(set(column.sample)) > HALF * len(column.sample)

    def _categories(self) -> list[SampledColumn]:
        """Return the columns that may be categories, the likeliest first."""
        several = [
            one
            for one in self._left
            if 1 < len(set(one.sample)) <= min(MAX_CATEGORIES, max(2, len(one.sample) - 1))
            and not self._is_gender(one)
            and not self._is_kind_of_area(one)
        ]
        named = [one for name in self._named["category"] for one in several if one.words == name]
        fits = [one for one in several if len(set(one.sample)) <= max(2, self._rows // 2)]
        held = [one for one in fits if one not in named and self._is_called_kind(one)]
        held += [one for one in fits if one.words in self._named["kind_or_gender"]]
        # Without a column that is called so, the first with a few short texts, again and again.
        few = (one for one in fits if one.is_short and self._recurs(one))
        return [*named, *held] or list(islice(few, 1))

    def _is_called_kind(self, column: SampledColumn) -> bool:
        """Whether a column's name has a word for kinds in it, or ends so, as Chinese names do."""
        told = self._named["category_word"]
        return not {*told}.isdisjoint(column.words.split()) or column.words.endswith((*told,))

    def _is_kind_of_area(self, column: SampledColumn) -> bool:
        """Whether a column's name says no more than that it is a kind of what a place is in."""
        words = column.words.split()
        is_of_area = len(words) <= SHORT and not self._around.isdisjoint(words)
        return is_of_area and self._is_called_kind(column)

    def _is_gender(self, column: SampledColumn) -> bool:
        """Whether a column is called as what tells people apart, and holds no more."""
        of_people = {*self._named["gender"], *self._named["kind_or_gender"]}
        return column.words in of_people and {*map(words_of, column.sample)} <= {
            *self._named["genders"]
        }

    def _recurs(self, column: SampledColumn) -> bool:
        """Whether a column has a few texts alone, each in several rows in the mean."""
        kinds = len(set(column.sample))
        is_told = column.part(_is_text) == 1 and column.filled > HALF
        return is_told and kinds <= FEW_KINDS and kinds * RECURRING <= len(column.sample)


def is_without_header(raw: RawList, countries: CountryIndex) -> bool:
    """Whether the first row is one of the list: a country stands over countries.

    A code alone tells nothing: "ID" is also Indonesia, and the column of its numbers.
    """
    for number, name in enumerate(raw.columns):
        below = [row[number] for row in raw.rows[:SAMPLE] if is_given(row[number])]
        known = sum(len(countries.keys_named(cell)) == 1 for cell in below)
        if len(countries.keys_named(name)) == 1 and known > len(below) / 2:
            return True
    return False


def _is_code(cell: str) -> bool:
    return TWO_LETTERS.fullmatch(cell) is not None


def _is_latitude(cell: str) -> bool:
    return _reads(lambda: parse_angle(cell, NORTH))


def _is_longitude(cell: str) -> bool:
    return _reads(lambda: parse_angle(cell, EAST))


def _is_position(cell: str) -> bool:
    return _reads(lambda: parse_position(cell))


def _is_surely_position(cell: str) -> bool:
    """Whether a cell is a position whatever its column is called."""
    is_other = DEGREES.fullmatch(cell) or HOURS.fullmatch(cell) or not OF_ANGLES.search(cell)
    return find_point(cell) is not None or (not is_other and _is_position(cell))


def _reads(parse: Callable[[], object]) -> bool:
    try:
        return parse() is not None
    except ValueError:
        return False


def _is_address(cell: str) -> bool:
    return ADDRESS.fullmatch(cell) is not None


def _is_text(cell: str) -> bool:
    return any(map(str.isalpha, cell)) and not _is_address(cell)
