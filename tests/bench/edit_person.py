"""Somebody at the editing page, who does ten tasks by what things are called."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, NamedTuple

from mapping.files.data_folder import PRESENCES_FILE

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.bench.hand import Hand

# How far the second of two points is right of and below the first, on the map as it is now.
PIXELS_BETWEEN = """([from, to]) => {
    const map = document.querySelector('iframe').contentWindow.map_world
    const [a, b] = [from, to].map((point) => map.latLngToContainerPoint(point))
    return [Math.round(b.x - a.x), Math.round(b.y - a.y)]
}"""


class Names(NamedTuple):
    """What the tasks are about in a list; what it has none of is empty."""

    opened: str
    city: str
    category: str
    moved: str
    between: tuple[tuple[float, float], tuple[float, float]]
    new_place: str
    corrected: str
    right_category: str
    wrong_category: str
    footnoted: str
    closed: str
    document: str
    new_city: str
    disputed: str
    disputed_line: str
    """What its line begins with."""
    disputed_column: str
    disputed_field: str
    mine: str = "mine"
    theirs: str = "theirs"
    mended: str = "mended"


OURS = Names(
    "Mali", "Bamako", "adviser", "Papua New Guinea", ((-9.48, 147.15), (-5.43, 154.67)), "Buka",
    "Mozambique", "adviser", "headquarters", "Kenya", "Mali (MINUSMA)", "ohchr-2020-africa",
    "Kisumu", "Chad", "tcd-country-office,", "note", "Editor’s note",
)  # fmt: skip
# The embassies of a country, from Wikidata, as `presence-map new --from` takes them over.
EMBASSIES = Names(
    "Iceland", "Reykjavík", "embassy", "Helsinki", ((60.19, 24.96), (63.1, 21.6)), "",
    "Helsinki", "consulate general", "consulate", "", "Baku", "",
    "", "Tehran", "Algeria,Iran,", "operator", "operator",
)  # fmt: skip
# Offices of an organisation by country and type, and nothing else.
OFFICES = Names(
    "Togo", "", "CO", "Burundi", ((-3.4, 29.9), (-8.8, 26.0)), "Zambia",
    "Madagascar", "CO", "RO", "", "Colombia", "",
    "", "Chad", "TCD,", "type", "Category", "HAT", "RO", "RO",
)  # fmt: skip
# Which list it is, by the first of its columns.
LISTS = {"id": OURS, "operator": EMBASSIES, "iso3": OFFICES}


class Person:
    """Somebody who finds their way about the editing page by what things are called."""

    def __init__(self, page: Page, hand: Hand, folder: Path, names: Names) -> None:
        self.page, self.hand, self.folder, self.names = page, hand, folder, names
        if hand.way == "keyboard":
            hand.press(page.get_by_role("link", name="Skip to the form"))

    def button(self, name: str) -> Locator:
        """Find a button by the beginning of its name."""
        return self.page.get_by_role("button", name=re.compile(f"^{re.escape(name)}")).first

    def field(self, name: str, within: str = "form.fields") -> Locator:
        """Find a field of the form by the beginning of its label."""
        label = re.compile(f"^{re.escape(name)}")
        found = self.page.locator(within).get_by_label(label)
        return found.and_(self.page.locator("input, select, textarea")).first

    def asked(self, name: str) -> Locator:
        """Find a field of the dialog."""
        return self.field(name, "dialog")

    def find(self, name: str) -> None:
        """Choose a row by its name."""
        self.hand.pick(self.page.get_by_role("combobox", name="Find in the list"), name, name)
        self.page.get_by_role("heading", name=name, level=2).wait_for()

    def save(self) -> None:
        """Save, and wait until that is said."""
        if self.hand.way == "keyboard":
            self.hand.key("Control+s")
        else:
            self.hand.press(self.button("Save"))
        self.page.get_by_text(re.compile(r"^Saved\.")).first.wait_for()

    def open_office(self) -> None:
        """Add a presence by the name of its country, and decide what is asked."""
        hand, names = self.hand, self.names
        hand.press(self.button("Add a p"))
        hand.pick(self.asked("Country or city"), names.opened, names.opened)
        hand.press(self.button("Go on"))
        hand.choose(self.field("Category"), names.category)
        if names.city:
            hand.pick(self.field("City"), names.city, names.city)
        if names.document:
            hand.choose(self.field("Evidence"), "documented")
            hand.write(self.field("Date of the evidence"), "2020")
            hand.pick(self.field("Sources"), names.document, names.document)
        self.save()

    def move(self) -> None:
        """Put a presence elsewhere: by dragging its symbol, or by the name of another city."""
        hand, names = self.hand, self.names
        self.find(names.moved)
        if hand.way == "mouse":
            handle = self.page.frame_locator("iframe:not(.unseen)").get_by_role(
                "button", name="Move the symbol"
            )
            hand.drag(handle, *self.page.evaluate(PIXELS_BETWEEN, [*names.between]))
            self.button("Undo: Changed").wait_for()
        elif names.new_place and not names.city:
            hand.pick(self.field("Host country"), names.new_place, names.new_place)
        elif not names.new_place:
            hand.press(self.page.locator("[data-part=where] summary"))
            for name, degrees in zip(("Latitude", "Longitude"), names.between[1], strict=True):
                hand.write(self.field(name), f"{degrees}")
        else:
            hand.press(self.button(f"Put first: {names.new_place}"))
        self.save()

    def correct(self) -> None:
        """Give a presence another category."""
        self.find(self.names.corrected)
        self.hand.choose(self.field("Category"), self.names.right_category)
        self.save()

    def footnote(self) -> None:
        """Add the letter of a footnote."""
        self.find(self.names.footnoted)
        self.hand.pick(self.field("Footnotes"), "g", "g")
        self.save()

    def close(self) -> None:
        """Close a presence, with what says so."""
        hand = self.hand
        self.find(self.names.closed)
        hand.press(self.button("Close…"))
        if self.names.document:
            hand.write(self.asked("Date of the evidence"), "2024")
            hand.pick(self.asked("Sources"), self.names.document, self.names.document)
        hand.press(self.page.locator("dialog").get_by_role("button", name=re.compile("^Close the")))
        self.save()

    def add_city(self) -> None:
        """Enter a city that the list does not have, in six languages, where it is needed."""
        hand, city = self.hand, self.names.new_city
        self.find(self.names.footnoted)
        hand.pick(self.field("City"), city, city)
        for name in ("Arabic", "English", "Spanish", "French", "Russian", "Chinese"):
            field = self.asked(f"Name ({name}")
            if not field.input_value():
                hand.write(field, city)
        hand.press(self.button("Enter"))
        self.save()

    def undo(self) -> None:
        """Change a category by mistake, and undo that."""
        hand = self.hand
        self.find(self.names.corrected)
        hand.choose(self.field("Category"), self.names.wrong_category)
        if hand.way == "keyboard":
            hand.key("Control+z")
        else:
            hand.press(self.button("Undo"))
        self.page.locator(".said", has_text="Undone: ").wait_for()

    def two_editors(self) -> None:
        """Change a cell that somebody else changes in the file meanwhile, and keep one's own."""
        hand, path = self.hand, self.folder / PRESENCES_FILE
        names = self.names
        self.find(names.disputed)
        self.put(names.mine)
        write_cell(path, names.disputed_line, names.disputed_column, names.theirs)
        hand.press(self.button("Keep mine"))
        self.save()

    def fault(self) -> None:
        """Leave out what must be there, be told, and mend it."""
        hand = self.hand
        self.find(self.names.disputed)
        category = self.field("Category")
        was = category.input_value()
        hand.choose(category, "")
        self.page.get_by_text("What is wrong: ").wait_for()
        hand.choose(category, was)
        self.put(self.names.mended)
        self.save()

    def put(self, text: str) -> None:
        """Write a text into the field that others change too, or choose it there."""
        field = self.field(self.names.disputed_field)
        is_choice = field.evaluate("one => one instanceof HTMLSelectElement")
        (self.hand.choose if is_choice else self.hand.write)(field, text)

    def publish(self) -> None:
        """Build the map from what was saved, and verify it."""
        hand = self.hand
        hand.press(self.page.locator(".publish summary"))
        for step in ("Build the map", "Verify the products"):
            hand.press(self.button(step))
            done = self.page.locator(".publish li").filter(has_text=step).get_by_text("Done.")
            done.wait_for()


def write_cell(path: Path, beginning: str, column: str, text: str) -> None:
    """Write into a row, as another program would: every other line stays as it is."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    columns = next(csv.reader(lines[:1]))
    [number] = [i for i, line in enumerate(lines) if line.startswith(beginning)]
    cells = next(csv.reader([lines[number]]))
    cells[columns.index(column)] = text
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    lines[number] = out.getvalue()
    path.write_text("".join(lines), encoding="utf-8")
