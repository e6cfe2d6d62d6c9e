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
    reader.reach("Tab", words[f"name.{other}"], most=10)
    reader.press("Return")
    reader.goal("that the page has turned", words[f"title.{other}"], most=8)
    reader.press("h")
    reader.goal("a heading in the other language", words[f"title.{other}"], most=1)


def embed(reader: Reader, words: Words) -> None:
    """Open the dialog, copy the code, close the dialog."""
    reader.open()
    reader.reach("h", words["figures.title"], most=6)
    reader.press("shift+b")
    reader.goal("the button", words["embed.open"], most=5)
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
    reader.press("Tab", "Return")
    reader.reach("Tab", words["share.copy"], most=4)
    reader.press("Return")
    reader.goal("that the text is copied", words["share.copied"], most=5)


def read_the_list(reader: Reader, words: Words) -> None:
    """Read line by line, from name to name, and from stop to stop."""
    reader.open()
    first, second, third, fourth, fifth, *_ = (words[f"label.{one}"] for one in reader.listed())
    reader.press("Tab", "Return")
    reader.reach("Down", first, second, most=16)
    reader.goal("the first two, by lines", first, second, most=12)
    reader.press("i", "i")
    reader.goal("the next two, by names", third, fourth, most=2)
    reader.reach("Tab", fifth, most=4)
    reader.goal("the next but one, by stops", fifth, most=2)
    reader.press("Return")
    reader.goal("which presence is open", fifth, words["popup.category"], most=1)
    reader.press("Escape")
    reader.goal("the entry again", fifth, most=1)


def as_a_guest(reader: Reader, words: Words) -> None:
    """Tab into the frame and out of it, with and without a filter."""
    first, africa = words["label.new-york-headquarters"], words["label.bfa-country-office"]
    reader.open(page=HOST)
    reader.reach("Tab", first, most=14)
    reader.goal("the map in the frame", words["map.name"], first, most=10)
    reader.reach("Tab", AFTER, most=30)
    reader.goal("the page around it again", AFTER, most=24)
    reader.open("&region=africa", page=HOST)
    reader.reach("Tab", africa, most=14)
    reader.goal("a presence in Africa, in a filtered frame", africa, most=12)
