"""The editing page, as a desk officer finds their way about it: by labels and by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.desk_officer import (
    expect_new_map,
    field,
    find,
    heard,
    heed,
    leave_no_draft,
    map_shown,
    not_accessible,
    opened,
    patient,
    scrolls,
    watch_map,
)
from tests.browser.reader import READY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route, ViewportSize

    from tests.browser.desk_officer import Opened

__all__ = ["opened", "patient"]

# What somebody may write for Kisumu, in Kenya; no file of the project has it.
NAMES = {"Arabic": "كيسومو", "Spanish": "Kisumu", "French": "Kisumu", "Russian": "Кисуму",
         "Chinese": "基苏木"}  # fmt: skip
WHY = "presences.xlsx is a spreadsheet"


@pytest.fixture
def page(opened: Opened) -> Iterator[Page]:
    """Return the page; discard what a test leaves."""
    yield opened.page
    leave_no_draft(opened.page)


def test_a_fault_is_told_at_its_field_and_heard_and_undone(page: Page, opened: Opened) -> None:
    """Save is shut and says why; undo gives back what was there, and says what it undid."""
    before = opened.listing.read_bytes()
    find(page, "Niger")
    date = field(page, "Date of the evidence")
    was = date.input_value()
    date.fill("last year")
    page.keyboard.press("Tab")
    expect(date).to_have_attribute("aria-invalid", "true")
    expect(heard(page)).to_contain_text("Date of the evidence: 'last year' is not allowed")
    save = page.get_by_role("button", name="Save")
    expect(save).to_have_attribute("aria-disabled", "true")
    expect(page.locator("#refusal")).to_contain_text("(1)")
    fault = page.get_by_role("button", name="Niger – Date of the evidence", exact=True)
    fault.click()
    expect(date).to_be_focused()
    page.keyboard.press("Control+z")
    expect(date).to_have_value(was)
    expect(date).not_to_have_attribute("aria-invalid", "true")
    expect(heard(page)).to_contain_text("Date of the evidence: nothing is wrong there any more.")
    expect(heard(page)).to_contain_text("Undone: Changed: Niger – Date of the evidence")
    page.keyboard.press("Control+Shift+z")
    expect(date).to_have_value("last year")
    expect(heard(page)).to_contain_text("Done again: Changed: Niger – Date of the evidence")
    assert opened.listing.read_bytes() == before


def test_what_will_change_is_told_before_it_is_saved(page: Page, opened: Opened) -> None:
    """In words and totals; then one line of the file differs, and no more.

    The map follows, and is whole all the while: who is told of its making hears nothing else.
    """
    watch_map(page)
    before = opened.listing.read_text(encoding="utf-8").splitlines()
    find(page, "Saudi Arabia")
    field(page, "Category").select_option("adviser")
    changes = page.get_by_role("region", name="What will change")
    expect(changes.get_by_role("listitem")).to_contain_text("Saudi Arabia")
    expect(changes.get_by_role("row")).to_have_count(3)
    page.keyboard.press("Control+s")
    expect(heard(page)).to_contain_text("Saved.")
    expect_new_map(page)
    page.keyboard.press("Control+s")
    expect(heard(page)).to_have_text("Nothing is changed yet.")
    after = opened.listing.read_text(encoding="utf-8").splitlines()
    [(old, new)] = [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]]
    assert old.replace(",other,", ",adviser,") == new
    expect(page.get_by_role("heading", name="Saudi Arabia", level=2)).to_be_visible()


def test_late_answers_take_nothing_back(page: Page) -> None:
    """Who changes a choice again before the first is answered keeps the last."""
    find(page, "Ukraine")
    category = field(page, "Category")
    for value in ("adviser", "other", "peace-mission"):
        category.select_option(value)
    expect(page.get_by_role("heading", name="What is wrong: ")).to_be_visible()
    expect(category).to_have_value("peace-mission")


def test_a_new_city_is_entered_where_it_is_needed(page: Page) -> None:
    """What is missing in six languages is named at its field; then it is corrected, and undone."""
    find(page, "Kenya")
    city = page.locator("form.fields").get_by_role("combobox", name="City")
    city.fill("Kisumu")
    page.locator("[role=option]", has_text="Kisumu").first.click()
    dialog = page.get_by_role("dialog", name="A new city")
    dialog.get_by_role("button", name="Enter").click()
    missing = dialog.get_by_role("textbox", name="Name (Arabic)")
    expect(missing).to_be_focused()
    expect(missing).to_have_attribute("aria-invalid", "true")
    expect(dialog.get_by_role("status")).to_have_text(f"What is wrong: {len(NAMES)}")
    for language, name in NAMES.items():
        dialog.get_by_role("textbox", name=f"Name ({language})").fill(name)
    dialog.get_by_role("button", name="Enter").click()
    expect(page.get_by_role("button", name="Take out: Kisumu")).to_be_visible()
    page.get_by_role("button", name="Correct: Kisumu").click()
    dialog = page.get_by_role("dialog", name="Correct: Kisumu")
    expect(dialog.get_by_role("textbox", name="Key")).to_have_count(0)
    dialog.get_by_role("textbox", name="Name (English)").fill("Port Florence")
    dialog.get_by_role("button", name="Correct").click()
    expect(page.get_by_role("button", name="Take out: Port Florence")).to_be_visible()
    expect(heard(page)).to_have_text("Changed: Port Florence – Name (English)")
    expect(city).to_be_focused()
    page.keyboard.press("Control+z")
    expect(page.get_by_role("button", name="Take out: Kisumu")).to_be_visible()


def test_two_who_change_the_same_cell_see_both(page: Page, opened: Opened) -> None:
    """Nothing of either is lost before one has chosen."""
    find(page, "Chad")
    note = field(page, "Editor’s note")
    was = note.input_value()
    note.fill("mine")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Undo: Changed: Chad")).to_be_visible()
    text = opened.listing.read_text(encoding="utf-8")
    opened.listing.write_text(text.replace(was, "theirs") if was else text, encoding="utf-8")
    conflicts = page.get_by_role("region", name="Somebody else changed the file too")
    expect(heard(page)).to_have_text("Somebody else changed the file too")
    expect(conflicts.get_by_role("button", name="Keep mine: mine")).to_be_visible()
    assert not scrolls(page, "Height")  # the panel does; the head with "Save" stays
    conflicts.get_by_role("button", name="Take theirs: theirs").click()
    expect(conflicts).to_be_hidden()
    expect(note).to_have_value("theirs")
    expect(note).to_be_focused()
    expect(heard(page)).to_have_text("Decided: Chad – Editor’s note")


def test_a_finger_moves_and_closes(page: Page, browser: Browser, opened: Opened) -> None:
    """The ring is dragged, or put where one taps; a dialog says what a closing lacks.

    "Save" stays in view, however far down one is.
    """
    size: ViewportSize = {"width": 390, "height": 740}
    context = browser.new_context(viewport=size, has_touch=True, is_mobile=True)
    phone = context.new_page()
    heed(phone, opened.complaints)
    phone.goto(f"{opened.address}?lang=en#row=png-adviser")
    phone.wait_for_selector(READY)
    frame = map_shown(phone)
    ring = frame.get_by_role("button", name="Move the symbol")
    world = frame.locator(".leaflet-container")
    ring.hover()  # where it no longer moves
    box, around = ring.bounding_box(), world.bounding_box()
    assert box
    assert around
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    fingers = context.new_cdp_session(phone)
    watch_map(phone)
    for kind, points in (
        ("touchStart", [{"x": x, "y": y}]),
        ("touchMove", [{"x": x + 20, "y": y - 12}]),
        ("touchMove", [{"x": x + 34, "y": y - 22}]),
        ("touchEnd", []),
    ):
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    expect(heard(phone)).to_have_text("Moved: Buka")
    expect_new_map(phone)
    phone.get_by_role("button", name="Choose its place on the map").tap()
    expect(heard(phone)).to_have_text("Click on the map where it belongs. Escape cancels.")
    watch_map(phone)
    world.tap(position={"x": x - around["x"], "y": y - around["y"]})
    expect(heard(phone)).to_have_text("Moved: Port Moresby")
    expect_new_map(phone)
    phone.get_by_role("button", name="Close…").tap()
    expect(phone.locator("[data-act=save]")).to_be_in_viewport(ratio=1)
    dialog = phone.get_by_role("dialog")
    dialog.get_by_role("button", name="Close the presence").tap()
    lacking = dialog.get_by_text("say what it rests on: Date of the evidence and Sources.")
    expect(lacking.first).to_have_attribute("lang", "en")
    expect(dialog.locator("[aria-invalid=true]").first).to_be_focused()
    context.close()
    expect(page.get_by_role("button", name="Undo: Changed: Papua New Guinea")).to_be_visible()


def test_axe_finds_nothing_in_the_editor(page: Page, browser: Browser, opened: Opened) -> None:
    """With a fault in the form, with a dialog; in Arabic, in the dark, on a phone as well.

    There with a list that cannot be changed: who would add to it hears why, and the way out.
    """
    find(page, "Niger")
    field(page, "Date of the evidence").fill("x")
    expect(page.get_by_role("heading", name="What is wrong: 1")).to_be_visible()
    assert not_accessible(page) == ""
    page.get_by_role("button", name="Close…").press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert not_accessible(page) == ""
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Close…")).to_be_focused()
    phone = browser.new_page(viewport={"width": 360, "height": 740}, color_scheme="dark")
    phone.route("**/api/state*", _unwritable)
    phone.goto(f"{opened.address}?lang=ar#row=ner-country-office")
    phone.wait_for_selector(READY)
    assert phone.locator("html").get_attribute("dir") == "rtl"
    assert not scrolls(phone, "Width")
    assert not_accessible(phone) == ""
    why = phone.locator(".notices").get_by_text(WHY, exact=True)
    phone.locator(".notices").get_by_role("button").click()
    expect(why).to_be_hidden()
    phone.get_by_role("button", name="إضافة وحدة", disabled=True).click(force=True)
    expect(why).to_be_visible()
    expect(heard(phone)).to_have_text(WHY)
    expect(phone.get_by_role("dialog")).to_be_hidden()
    phone.close()


def _unwritable(route: Route) -> None:
    answer = route.fetch()
    state = answer.json() | {"writable": False, "why_not_writable": WHY}
    route.fulfill(response=answer, json=state)
