"""What is told of one presence, and how one gets there and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.reader import entry, focused, symbol

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from mapping.atlas import Atlas
    from tests.browser.reader import Reader

REPORT = "《下定决心：秘书长关于联合国工作的报告2023》"
KOSOVO = "References to Kosovo shall be understood to be in the context of Security Council"
LOST = "The text of this footnote is missing from the source document."
TOLD = {
    "arg-adviser": (
        "Argentina",
        ["Human rights adviser", "Named on the report’s map (2022)", REPORT],
    ),
    "ken-adviser": (
        "Kenya",
        ["Nairobi", "At the city", "Documented by OHCHR, as of", "2020", "in 2022 is presumed"],
    ),
    "gmb-presence": ("Gambia", ["Human rights adviser (inferred, not stated by the source)"]),
    "zmb-presence": ("Zambia", ["Candidate only", "nothing found says", "Computed"]),
    "jam-adviser": ("Jamaica", [LOST]),
    "tcd-g5-sahel": ("G5 Sahel – Chad", [LOST, "Editor’s note", "Compliance Framework Project"]),
    "syr-country-office": (
        "Syrian Arab Republic – based in Beirut",
        ["Serves", "Syrian Arab Republic", "Located in", "Lebanon", "Beirut"],
    ),
    "mmr-coxs-bazar": ("Myanmar – based in Cox's Bazar", ["Myanmar", "Bangladesh"]),
    "mli-minusma": (
        "Mali (MINUSMA)",
        ["United Nations Multidimensional Integrated Stabilization Mission in Mali"],
    ),
    "xkx-unmik": (
        "Kosovo",
        [f"{KOSOVO} resolution 1244 (1999).", "Pristina", "Mitrovica"],
    ),
    "pse-country-office": ("State of Palestine", ["General Assembly resolution 67/19"]),
    "png-adviser": ("Papua New Guinea", ["Port Moresby", "Buka"]),
}


# Open presences from the list, one after the other, and note what is told of each.
OPENED = """(ids) => {
  const entries = ids.map((id) => document.querySelector(`li[data-presence="${id}"]`))
  return Object.fromEntries(entries.map((one) => {
    one.querySelector('button.show').click()
    return [one.dataset.presence, document.querySelector('.details').textContent]
  }))
}"""


def popup(page: Page) -> Locator:
    """Find what is told of the chosen presence."""
    return page.get_by_role("dialog")


def test_a_click_gives_what_is_known(english: Page) -> None:
    """Label, category, city or position, evidence, footnotes and sources."""
    for presence, (heading, texts) in TOLD.items():
        english.keyboard.press("Escape")
        expect(popup(english)).to_be_hidden()
        symbol(english, presence).click()
        expect(popup(english).get_by_role("heading", level=2)).to_contain_text(heading)
        for text in texts:
            expect(popup(english)).to_contain_text(text)


def test_details_give_every_source(english: Page, atlas: Atlas) -> None:
    """All documents that a row names, in rows that name all documents between them.

    The list, in which every presence has its own, is held by ``tests/page/test_list_sources.py``.
    """
    cited, asked = set[str](), dict[str, tuple[str, ...]]()
    for place in sorted(atlas.places, key=lambda place: -len(place.presence.sources)):
        if {*place.presence.sources} - cited:
            cited.update(place.presence.sources)
            asked[place.presence.id] = place.presence.sources
    said = english.evaluate(OPENED, [*asked])
    assert len(said) == len(asked) > 10
    for presence, sources in asked.items():
        for source in sources:
            assert atlas.dataset.tables.sources[source].citation in said[presence]


def test_a_key_opens_and_escape_closes(english: Page) -> None:
    """Focus goes into the popup, and comes back to where it came from: symbol or entry."""
    for key in ("Enter", "Space"):
        symbol(english, "ken-adviser").focus()
        english.keyboard.press(key)
        expect(popup(english)).to_be_visible()
        assert focused(english) is None
        english.keyboard.press("Escape")
        expect(popup(english)).to_be_hidden()
        assert focused(english) == "ken-adviser"
    button = entry(english, "ken-adviser").get_by_role("button")
    button.click()
    expect(popup(english)).to_be_in_viewport()
    expect(popup(english).get_by_role("heading", level=2)).to_have_text("Kenya")
    english.keyboard.press("Escape")
    expect(popup(english)).to_be_hidden()
    expect(button).to_be_focused()


def test_another_symbol_takes_the_place_of_the_first(english: Page) -> None:
    """One popup at a time; a pointer can close what it opened."""
    for presence, heading in (("ken-adviser", "Kenya"), ("phl-adviser", "Philippines")):
        symbol(english, presence).click()
        expect(popup(english).get_by_role("heading", level=2)).to_have_text(heading)
    expect(popup(english)).to_have_count(1)
    popup(english).get_by_role("button", name="Close").click()
    expect(popup(english)).to_be_hidden()


@pytest.mark.parametrize("width", [1280, 768, 360])
def test_the_popup_hides_neither_its_symbol_nor_the_disclaimer(
    reader: Reader, map_file: Path, width: int
) -> None:
    """On a laptop beside the symbol, on a phone under the map, and never over the disclaimer."""
    page = reader.open(map_file, width=width)
    symbol(page, "ken-adviser").click()
    shown, mark = popup(page).bounding_box(), symbol(page, "ken-adviser").bounding_box()
    assert shown
    assert mark
    apart = shown["x"] >= mark["x"] + mark["width"] or shown["x"] + shown["width"] <= mark["x"]
    assert (
        apart
        or shown["y"] >= mark["y"] + mark["height"]
        or (shown["y"] + shown["height"] <= mark["y"])
    )
    expect(page.get_by_text("do not imply official endorsement")).to_be_in_viewport(ratio=1)
