"""One filter for map, list, counts and legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.controls import agreed, category, choice, found_by, reset, says, search
from tests.browser.reader import PLACES, symbol, turn

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from mapping.atlas import Atlas

SAHEL = {"bfa-g5-sahel", "mli-g5-sahel", "mrt-g5-sahel", "ner-g5-sahel", "tcd-g5-sahel"}
# Of what `tests/page/test_search_names.py` types, some in other letters, and two that find nothing.
TYPED = {
    "尼日尔": {"ner-country-office", "ner-g5-sahel"},
    "SENEGAL": {"west-africa-regional-office"},
    "  sahel   chad ": {"tcd-g5-sahel"},
    "إثيوبيا": {"east-africa-regional-office"},
    "اليوبيا": set[str](),
    "<script>": set[str](),
}


def test_what_is_typed_leaves_the_same_in_map_list_and_counts(english: Page) -> None:
    """And nothing where it finds nothing.

    A former name serves to find; what is shown is the United Nations name.
    """
    assert found_by(english, TYPED) == TYPED
    search(english).fill("Swaziland")
    shown = english.get_by_role("main").inner_text()
    assert "Eswatini" in shown
    assert "Swaziland" not in shown


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
