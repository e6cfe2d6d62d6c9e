"""What is beneath the map: legend, key figures, footnotes, notes, and where all comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapping.dataset.boundaries import AREA_FILLS, LINE_CLASSES
from mapping.dataset.totals import tally_categories

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mapping.atlas import Atlas, Place
    from mapping.i18n.catalog import Language

UNPLACED = "–"  # in the place of a number
ABOUT = (
    ("about.source_text", "about.scope"),
    ("list.open",),
    ("geometry_credit", "about.projection", "about.positions"),
    ("about.version",),
)


class LegendKey(NamedTuple):
    """What an entry of the legend explains: a symbol, a fill, or a line, by its name."""

    kind: str
    name: str


class Entry(NamedTuple):
    """A paragraph: its text, the sign, letter or number that it begins with, or its key.

    `letters` are those of footnotes, behind it.
    """

    text: str
    marker: str = ""
    key: LegendKey | None = None
    letters: str = ""


class Section(NamedTuple):
    """A heading and the paragraphs below it; in `figures`, numbers are large above their text."""

    name: str
    heading: str
    entries: tuple[Entry, ...]


def build_sections(atlas: Atlas, texts: Mapping[str, str]) -> list[Section]:
    """Return the sections that an edition has, in the order of reading."""
    edition = atlas.dataset.edition
    figures = (Entry(texts[f"figure.{one.key}"], texts[f"figure-value.{one.key}"])
               for one in edition.figures)  # fmt: skip
    footnotes = (Entry(texts[f"footnote.{letter}"], letter) for letter in edition.footnotes)
    notes = (Entry(texts[f"note.{note.key}"], note.mark) for note in edition.notes)
    about = (" ".join(texts.get(word, "") for word in words).strip() for words in ABOUT)
    every = (
        Section("legend", texts["legend.title"], _legend(atlas, texts)),
        Section("figures", texts["figures.title"], tuple(figures)),
        Section("footnotes", texts["footnotes.title"], tuple(footnotes)),
        Section("notes", texts["notes.title"], tuple(notes)),
        Section("about", texts["about.title"], tuple(map(Entry, filter(None, about)))),
    )
    return [section for section in every if section.entries]


def build_index(atlas: Atlas, language: Language, numbers: Mapping[str, int]) -> Section:
    """Return what the numbers on the map stand for, in their order."""
    places = {place.presence.id: place for place in atlas.places}
    named = _with_countries(atlas, language, [places[key] for key in numbers])
    entries = (
        Entry(text, str(number), letters=letters)
        for (text, letters), number in zip(named, numbers.values(), strict=True)
    )
    return Section("index", language.words["print.index"], tuple(entries))


def _with_countries(
    atlas: Atlas, language: Language, places: Iterable[Place]
) -> Iterator[tuple[str, str]]:
    """Yield labels, with their country where they name none and the list has several.

    And the letters of their footnotes.
    """
    comma, countries = language.words["list_comma"], atlas.dataset.tables.countries
    alone = len({one.presence.country for one in atlas.places}) == 1
    for place in places:
        label, country = place.label[language.code], countries.get(place.presence.country)
        if not alone and country and country[language.code] not in label:
            label = comma.join([label, country[language.code]])
        yield label, comma.join(place.presence.footnotes)


def build_key(
    atlas: Atlas, language: Language, numbered: Sequence[str], unplaced: Sequence[str]
) -> Section:
    """Return the names of countries by their numbers on the map; those without one at the end."""
    markers = [*map(str, range(1, len(numbered) + 1)), *[UNPLACED] * len(unplaced)]
    entries = (Entry(atlas.dataset.tables.countries[code][language.code], marker)
               for code, marker in zip((*numbered, *unplaced), markers, strict=True))  # fmt: skip
    return Section("key", language.words["print.names"], tuple(entries))


def build_list(atlas: Atlas, language: Language, squares: Sequence[str]) -> Section:
    """Return all places by the squares of the map that they are in."""
    order = sorted(range(len(squares)), key=lambda number: (squares[number], number))
    named = _with_countries(atlas, language, [atlas.places[number] for number in order])
    entries = (
        Entry(text, squares[number], letters=letters)
        for (text, letters), number in zip(named, order, strict=True)
    )
    return Section("list", language.words["print.list"], tuple(entries))


def add_group_key(
    sections: Sequence[Section], language: Language, *, numbered: bool = False
) -> list[Section]:
    """Return sections with an entry in the legend that explains the sign of several places."""
    word = "print.shared" if numbered else "print.group"
    entry = Entry(language.words[word], key=LegendKey("shared" if numbered else "group", ""))
    return [one._replace(entries=(*one.entries, entry)) if one.name == "legend" else one
            for one in sections]  # fmt: skip


def _legend(atlas: Atlas, texts: Mapping[str, str]) -> tuple[Entry, ...]:
    tallies = tally_categories(atlas.dataset)
    entries = [
        Entry(
            texts["list.gap"].format(category=texts[f"category.{key}"], open=texts[f"found.{key}"]),
            key=LegendKey("symbol", key),
        )
        for key in (one.category.key for one in tallies)
    ]
    if any(one.candidates for one in tallies):
        hollow = LegendKey("hollow", tallies[-1].category.key)
        entries.append(Entry(texts["legend.candidate"], key=hollow))
    for kind, names in (("area", AREA_FILLS), ("line", LINE_CLASSES)):
        entries += [Entry(texts[f"legend.{name}"], key=LegendKey(kind, name)) for name in names]
    return tuple(entries)
