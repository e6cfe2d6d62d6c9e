"""Tasks of a person who reads on, takes something along, or meets the map elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.hearing.reader import Reader
    from tests.hearing.site import Words

HOST = "host.html"
AFTER = "after the map"
OTHER = {"en": "fr", "ar": "en", "zh": "en"}  # the language that a reader turns to


def turn(reader: Reader, words: Words) -> None:
    """Choose another language, and go on in it."""
    other = OTHER[reader.language]
    reader.open()
    reader.reach("b", words[f"name.{other}"], most=6)
    reader.goal("the button", words[f"name.{other}"], most=4)
    name, there = words[f"name.{other}"], f"document.activeElement.dataset.language === '{other}'"
    reader.follow("Return", f"{there} && document.documentElement.lang === '{other}'", name)
    reader.goal("that the page has turned", name, most=1)
    reader.press("h")
    reader.goal("a heading in the other language", words[f"map.{other}"], most=1)


def embed(reader: Reader, words: Words) -> None:
    """Open the dialog, copy the code, close the dialog."""
    reader.open()
    reader.press("Tab", "Return", "shift+b")
    reader.goal("the button", words["embed.open"], most=3)
    reader.press("Return")
    reader.goal("that the dialog is open", words["embed.open"], most=1)
    reader.reach("Tab", words["embed.copy"], most=6)
    reader.press("Return")
    reader.goal("that the code is copied", words["share.copied"], most=3)
    reader.press("Escape")
    reader.goal("the button again", words["embed.open"], most=1)


def copy(reader: Reader, words: Words) -> None:
    """Copy the list."""
    reader.open()
    reader.press("Tab", "Return", "b")
    reader.goal("the button", words["share.copy"], most=3)
    reader.press("Return")
    reader.goal("that the text is copied", words["share.copied"], most=1)


def read_the_list(reader: Reader, words: Words) -> None:
    """Read line by line, from name to name, and from stop to stop."""
    first, second, third, fourth, fifth, *_ = (words[f"label.{one}"] for one in reader.listed())
    reader.open()
    reader.press("Tab", "Return")
    reader.reach("Down", first, second, most=16)
    reader.goal("the first two, by lines", first, second, most=9)
    reader.press("i", "i")
    reader.goal("the next two, by names", third, fourth, most=2)
    reader.press("Tab")
    reader.goal("the next, by stops", fifth, most=1)
    reader.press("Return")
    reader.goal("which presence is open", fifth, words["popup.category"], most=1)
    reader.press("Escape")
    reader.goal("the entry again", fifth, most=1)


def as_a_guest(reader: Reader, words: Words) -> None:
    """Go into the frame and out of it, with and without a filter."""
    listed = reader.listed()
    first = words[f"label.{listed[0]}"]
    here = words.having(region="africa")
    africa = words[f"label.{next(one for one in listed if one in here)}"]
    reader.open(page=HOST)
    into_the_map(reader, words)
    reader.goal("the map in the frame", words["map.name"], first, most=4)
    reader.reach("Tab", AFTER, most=30)
    reader.goal("the page around it again", AFTER, most=17)
    reader.open("&region=africa", page=HOST)
    into_the_map(reader, words)
    reader.goal("a presence in Africa, in a filtered frame", africa, most=5)


def into_the_map(reader: Reader, words: Words) -> None:
    """Go to the heading of the map, and from there to its first symbol."""
    reader.reach("h", words["map.name"], most=6)
    reader.press("b")
