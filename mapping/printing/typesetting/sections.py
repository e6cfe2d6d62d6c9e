"""What stands beneath the map: legend, key figures, footnotes, notes, and where all comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mapping.dataset.totals import tally

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.atlas import Atlas

FILLS = ("host", "territory", "undetermined")
LINES = ("international", "special", "armistice", "separation", "autonomous")
ABOUT = (
    ("about.source_text", "about.scope"),
    ("list.open",),
    ("geometry_credit", "about.projection", "about.positions"),
    ("about.version",),
)


class Key(NamedTuple):
    """What an entry of the legend explains: a symbol, a fill, or a line, by its name."""

    kind: str
    name: str


class Entry(NamedTuple):
    """A paragraph: its text, the sign, letter or number that it begins with, or its key."""

    text: str
    lead: str = ""
    key: Key | None = None


class Part(NamedTuple):
    """A heading and the paragraphs below it; in `figures`, numbers stand large above their text."""

    name: str
    heading: str
    entries: tuple[Entry, ...]


def parts(atlas: Atlas, texts: Mapping[str, str]) -> list[Part]:
    """Give the parts that an edition has, in the order of reading."""
    edition = atlas.lists.edition
    figures = (Entry(texts[f"figure.{one.key}"], texts[f"figure-value.{one.key}"])
               for one in edition.figures)  # fmt: skip
    footnotes = (Entry(texts[f"footnote.{letter}"], letter) for letter in edition.footnotes)
    notes = (Entry(texts[f"note.{note.key}"], note.mark) for note in edition.notes)
    about = (Entry(" ".join(texts[word] for word in words)) for words in ABOUT)
    every = (
        Part("legend", texts["legend.title"], _legend(atlas, texts)),
        Part("figures", texts["figures.title"], tuple(figures)),
        Part("footnotes", texts["footnotes.title"], tuple(footnotes)),
        Part("notes", texts["notes.title"], tuple(notes)),
        Part("about", texts["about.title"], tuple(about)),
    )
    return [part for part in every if part.entries]


def _legend(atlas: Atlas, texts: Mapping[str, str]) -> tuple[Entry, ...]:
    tallies = tally(atlas.lists)
    entries = [
        Entry(
            texts["list.gap"].format(category=texts[f"category.{key}"], open=texts[f"found.{key}"]),
            key=Key("symbol", key),
        )
        for key in (one.category.key for one in tallies)
    ]
    if any(one.candidates for one in tallies):
        hollow = Key("hollow", tallies[-1].category.key)
        entries.append(Entry(texts["legend.candidate"], key=hollow))
    for kind, names in (("area", FILLS), ("line", LINES)):
        entries += [Entry(texts[f"legend.{name}"], key=Key(kind, name)) for name in names]
    return tuple(entries)
