"""One filter for map, list, counts and legend."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mapping.i18n.localized import LANGUAGES
from tests.browser.controls import agreed, category, choice, found_by, reset, says, search
from tests.browser.reader import LOCALES, PLACES, symbol, turn

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from mapping.atlas import Atlas
    from tests.browser.reader import Reader

SAHEL = {"bfa-g5-sahel", "mli-g5-sahel", "mrt-g5-sahel", "ner-g5-sahel", "tcd-g5-sahel"}
NIGER = {"ner-country-office", "ner-g5-sahel"}
DAKAR = {"west-africa-regional-office"}
# What a reader types, and the presences that it finds: by country, city, or what they serve.
FOUND = {
    "كوسوفو": {"xkx-unmik"},
    "Косово": {"xkx-unmik"},
    "科索沃": {"xkx-unmik"},
    "niger": {*NIGER, "nga-adviser"},
    "尼日尔": NIGER,
    "النيجر": NIGER,
    "Нигер": {*NIGER, "nga-adviser"},
    "Sénégal": DAKAR,
    "SENEGAL": DAKAR,
    "dakar": DAKAR,
    "达喀尔": DAKAR,
    "  sahel   chad ": {"tcd-g5-sahel"},
    "pérou": {"per-presence"},
    "perou": {"per-presence"},
    "المكسيك": {"mex-country-office"},
    "بوليفيا": {"bol-presence"},
    "اليوبيا": set[str](),
    "اثيوبيا": {"east-africa-regional-office"},
    "إثيوبيا": {"east-africa-regional-office"},
    "<script>": set[str](),
}
# Type the label of each presence, and give those whose entry is not left; a person's keys would
# say the same, two round trips each.
BEYOND = """(asked) => asked.filter(([id, label]) => {
  const field = document.querySelector('[type=search]')
  field.value = label
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  return document.querySelector(`li[data-presence="${id}"]`)?.checkVisibility() !== true
})"""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_text_finds_names_in_six_languages(reader: Reader, map_file: Path, language: str) -> None:
    """Whatever the page's language, accents, case, alif and spaces."""
    page = reader.open(map_file, locale=LOCALES[language])
    assert found_by(page, FOUND) == FOUND


def test_no_presence_is_beyond_search(english: Page, atlas: Atlas) -> None:
    """Each is found by its own label, in one of the six languages by turns."""
    asked = [
        (place.presence.id, place.label[language])
        for language, place in zip(cycle(LANGUAGES), atlas.places, strict=False)
    ]
    assert english.evaluate(BEYOND, asked) == []
    assert search(english).input_value() == asked[-1][1]


def test_a_region_holds_its_presences(english: Page, atlas: Atlas) -> None:
    """And its candidates; headquarters belong to no region.

    Evidence parts what is named in the report, documented by OHCHR, and candidates.
    """
    regions = {place.region for place in atlas.places}
    for region in sorted(regions):
        choice(english, "Region").select_option(region)
        assert agreed(english) == {
            place.presence.id
            for place in atlas.places
            if place.region == region and place.presence.category != "headquarters"
        }
    reset(english).click()
    for evidence in ("report", "documented", "candidate"):
        choice(english, "Evidence").select_option(evidence)
        ids = {p.presence.id for p in atlas.places if p.presence.evidence == evidence}
        assert agreed(english) == ids
        says(english, f"{len(ids)} of {PLACES} shown")


def test_filters_narrow_each_other_and_are_cleared_at_once(english: Page) -> None:
    """All four at a time; one button undoes them, and then it is gone.

    Hidden symbols take no focus, the tab stop moves to one that is shown.
    """
    expect(reset(english)).to_be_hidden()
    search(english).fill("caribbean")
    search(english).fill("g5")
    assert agreed(english) == SAHEL
    stop = english.get_by_role("toolbar", name="Map of the presences").locator('[tabindex="0"]')
    expect(stop).to_have_count(1)
    assert stop.get_attribute("data-presence") in SAHEL
    expect(symbol(english, "ken-adviser")).to_be_hidden()
    choice(english, "Region").select_option(label="Africa")
    choice(english, "Evidence").select_option(label="Named in the report")
    category(english, "adviser").uncheck()
    assert agreed(english) == SAHEL - {"tcd-g5-sahel"}
    reset(english).click()
    assert len(agreed(english)) == PLACES
    expect(search(english)).to_have_value("")
    expect(reset(english)).to_be_hidden()


def test_an_empty_result_says_what_to_undo(english: Page) -> None:
    """The filters that are set, by name, and no other; in the page's language."""
    search(english).fill("niger")
    choice(english, "Evidence").select_option("candidate")
    assert agreed(english) == set()
    says(english, "0 of 104 shown Nothing matches. To see more, clear: Search, Evidence.")
    turn(english, "fr")
    status = english.get_by_role("search").get_by_role("status")
    expect(status).not_to_contain_text("Nothing")
    expect(status).to_contain_text("104")
