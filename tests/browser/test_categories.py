"""The boxes of the legend: each category is shown or not, and none at all is a choice too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from playwright.sync_api import expect

from mapping.display_texts import display_texts
from mapping.notebook import Map
from tests.browser.controls import agreed, category, reset
from tests.browser.paper import printed_text
from tests.browser.reader import LOCALES, PLACES

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from mapping.atlas import Atlas
    from tests.browser.reader import Reader

BOXES = ("Headquarters", "Regional", "Country/", "peace", "Other", "adviser")


def test_a_category_is_chosen_in_the_legend(english: Page, atlas: Atlas) -> None:
    """Its box unticked, it leaves map, list and counts; ticked again, it comes back.

    Beside the number found stands the number shown, while something is filtered.
    """
    row = english.get_by_role("listitem").filter(has=category(english, "adviser"))
    expect(row).not_to_contain_text("shown")
    for box in BOXES[:-1]:
        category(english, box).uncheck()
    rows = [place.presence for place in atlas.places]
    assert agreed(english) == {row.id for row in rows if row.category == "adviser"}
    expect(row).to_contain_text("shown")
    for box in BOXES[:-1]:
        category(english, box).check()
    assert len(agreed(english)) == PLACES
    expect(reset(english)).to_be_hidden()


def test_no_category_ticked_is_nothing_shown(reader: Reader, map_file: Path, atlas: Atlas) -> None:
    """The last box unticked stays so, and the page says in its language what to do."""
    language = "ar"
    page = reader.open(map_file, locale=LOCALES[language])
    boxes = page.get_by_role("checkbox")
    for box in boxes.all():
        box.uncheck()
    assert agreed(page) == set()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(0)
    texts = display_texts(atlas, atlas.dataset.languages[language])
    expect(page.get_by_role("status").first).to_contain_text(texts["filter.unticked"])
    boxes.last.check()
    assert agreed(page) == {p.presence.id for p in atlas.places if p.presence.category == "other"}
    expect(page.get_by_role("status").first).not_to_contain_text(texts["filter.unticked"])


def test_no_category_ticked_can_be_linked_and_gone_back_to(reader: Reader, english: Page) -> None:
    """It is a state like any other: in the address, in the history, cleared by the button."""
    for box in BOXES:
        category(english, box).uncheck()
    other = reader.open(Path(urlsplit(english.url).path), query=f"?{urlsplit(english.url).query}")
    assert agreed(other) == set()
    expect(category(other, "adviser")).not_to_be_checked()
    english.go_back()
    expect(category(english, "adviser")).to_be_checked()
    assert len(agreed(english)) > 0
    english.go_forward()
    expect(category(english, "adviser")).not_to_be_checked()
    reset(english).click()
    assert len(agreed(english)) == PLACES
    expect(category(english, "adviser")).to_be_checked()


def test_the_legend_is_printed_on_the_sheet_of_the_map(reader: Reader, tmp_path: Path) -> None:
    """Of twelve categories too, in a near view, on a sheet of A4 and of A5."""
    kinds = [f"A category of some length, {number}." for number in range(1, 13)]
    rows = [
        {"name": f"Place {kind}", "kind": kind, "latitude": 9, "longitude": 2 * at}
        for at, kind in enumerate(kinds)
    ]
    file = tmp_path / "map.html"
    Map(rows, title="Many categories", category="kind").save(file)
    page = reader.open(file)
    for sheet in ("A4", "A5"):
        first = printed_text(page.pdf(format=sheet, landscape=True), "-l", "1")
        legend = [*(f"length, {number}." for number in range(1, 13)), "International boundary"]
        assert [text for text in legend if text not in first] == [], sheet
