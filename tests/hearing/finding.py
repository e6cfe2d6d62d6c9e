"""Tasks of a person who wants to know what is on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.hearing.reader import Reader
    from tests.hearing.site import Words

WRAPPING = "Wrapping to top"  # Orca's words after the last
FOCUS_MODE = "Insert+a"  # Orca's key: from here on keys go to the page


def what_is_it(reader: Reader, words: Words) -> None:
    """Hear the title, the count, the source and the version."""
    reader.open()
    reader.press("h", "p")
    reader.goal("the title and the count", words["title"], words["header.count"], most=2)
    reader.open()
    reader.press("shift+h")
    source = words["about.source_text"][:60]
    reader.reach("Down", source, most=4)
    reader.goal("the source", words["about.title"], source, most=3)
    reader.press("ctrl+End")
    reader.goal("the version of the data", words["about.version"], most=1)


def jump(reader: Reader, words: Words) -> None:
    """Go from heading to heading, from landmark to landmark, from control to control."""
    parts = ("map.name", "list.title", "figures.title", "footnotes.title", "about.title")
    reader.open()
    reader.reach("h", WRAPPING, most=20)
    reader.goal("a heading for each part", *(words[one] for one in parts), most=16)
    reader.open()
    reader.reach("m", WRAPPING, most=24)
    reader.goal("a landmark for each part", words["filter.title"], *(words[one] for one in parts),
                most=17)  # fmt: skip
    reader.open()
    reader.reach("x", WRAPPING, most=8)
    reader.goal("the names of the check boxes", *words.starting("category."), most=7)
    reader.open()
    reader.press("c", "c", "c")
    reader.goal("the names of the choices", words["filter.region"], words["filter.category"],
                words["filter.evidence"], most=3)  # fmt: skip


def walk(reader: Reader, words: Words) -> None:
    """Go to the map, walk to a symbol, hear what is known, come back."""
    first, *_ = reader.listed()
    reader.open()
    reader.press("Return", "Tab")
    reader.goal("how one walks, and the first symbol", words[f"label.{first}"], words["map.help"],
                most=2)  # fmt: skip
    reader.press("Right", "Right", "Right", "Down", "Down")
    reader.goal("where one is in the whole", words.at(), most=5)
    kenya = words["label.ken-adviser"]
    reader.reach(kenya[0].lower(), kenya, most=4)
    reader.goal("Kenya", kenya, most=4)
    reader.press("Return")
    reader.goal("what is known of Kenya", kenya, words["popup.category"], words["city.nairobi"],
                most=1)  # fmt: skip
    reader.press("Escape")
    reader.goal("Kenya again", kenya, most=1)
    reader.press("Tab")
    reader.goal("what comes after the map", words["map.zoom_in"], most=1)


def find(reader: Reader, words: Words) -> None:
    """Search, and go to what is left on the map."""
    label = words["label.bfa-country-office"]
    reader.open()
    reader.press("e", FOCUS_MODE)
    reader.type("burkina")
    reader.goal("how many are left", words.left(country="BFA"), most=9)
    reader.press("Return")
    reader.goal("the first of them on the map", label, most=1)
    reader.open("&q=burkina")
    reader.press("Return", "Tab")
    reader.goal("the same, by an address with a filter in it", label, most=2)


def narrow(reader: Reader, words: Words) -> None:
    """Choose a region, then a category; read what is left in the list."""
    wanted = {"region": "africa", "category": "regional-office"}
    africa, left = words["group.africa"], words.left(**wanted)
    reader.open()
    reader.press("c", FOCUS_MODE)
    reader.reach("Down", africa, most=6)
    reader.goal("how many are left in Africa", africa, words.left(region="africa"), most=4)
    reader.reach("Tab", words["filter.category"], most=3)
    reader.reach("Down", left, most=6)
    reader.goal("how many of them are regional offices", words["filter.category"], left, most=4)
    reader.press(FOCUS_MODE)
    reader.reach("h", africa, most=8)
    names = [words[f"label.{one}"] for one in words.having(**wanted)]
    reader.reach("i", *names, most=len(names))
    reader.goal("which they are", africa, *names, most=7 + len(names))


def footnote(reader: Reader, words: Words) -> None:
    """Find the presence that bears it, and open what is known of it."""
    reader.open("&q=unmik")
    reader.press("Tab", "Return", "i")
    reader.goal("the presence that bears it", words["label.xkx-unmik"], most=3)
    reader.press("Return")
    reader.goal("its text", words["footnote.a"], most=1)


def disclaimer(reader: Reader, words: Words) -> None:
    """Go past the map, to the button under it, and read the paragraphs before that."""
    reader.open()
    reader.press("Tab", "Return", "shift+b")
    reader.reach("shift+p", words["disclaimer"], words["clearance"], most=4)
    reader.goal("both sentences", words["disclaimer"], words["clearance"], most=5)
