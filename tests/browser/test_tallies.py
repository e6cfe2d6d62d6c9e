"""The head, and numbers with their bars: calm at every width, and with every filter."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mapping.dataset.totals import tally_categories
from mapping.i18n.localized import LANGUAGES
from tests.browser.controls import category, choice, reset
from tests.browser.reader import LOCALES, NEXT_FRAME, SIZES

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from mapping.atlas import Atlas
    from tests.browser.reader import Reader

PLACES_OF = """selector => [...document.querySelectorAll(selector)]
  .filter((one) => one.checkVisibility())
  .map((one) => { const { left, top } = one.getBoundingClientRect(); return [left, top] })"""
STILL = ".world, .legend li, .legend .bar, .regions button, .regions .bar, .caption, h1"
# By what stands beside it, how long the full part of each bar is, in pixels.
BARS = """() => Object.fromEntries([...document.querySelectorAll('.tally:has(.bar)')].map((one) => [
  one.querySelector('[data-shown]')?.dataset.shown
    ?? one.querySelector('[data-region]').dataset.region,
  one.querySelector('.part').getBoundingClientRect().width,
]))"""
LINES = """(one) => {
  const range = document.createRange()
  range.selectNodeContents(one)
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
}"""


def bars(page: Page) -> dict[str, float]:
    """Return the lengths of the bars by category and region."""
    found: dict[str, float] = page.evaluate(BARS)
    return found


def found_by_region(atlas: Atlas) -> Counter[str]:
    """Count the identified field presences of each region."""
    return Counter(
        place.region
        for place in atlas.places
        if not place.presence.is_candidate and place.presence.category != "headquarters"
    )


@pytest.mark.parametrize("language", ["ar", "zh"])
def test_nothing_moves_when_a_filter_is_set(reader: Reader, map_file: Path, language: str) -> None:
    """Neither the map nor the legend nor the shortcuts; numbers have their room before."""
    page = reader.open(map_file, locale=LOCALES[language])
    before = page.evaluate(PLACES_OF, STILL)
    page.locator("[name=region]").select_option("africa")
    expect(page.locator("[type=reset]")).to_be_visible()
    assert page.evaluate(PLACES_OF, STILL) == before


def test_bars_are_as_long_as_what_is_found(untouched: Page, atlas: Atlas) -> None:
    """All of the categories to one scale, and all of the regions."""
    drawn = bars(untouched)
    tallies = [one for one in tally_categories(atlas.dataset) if one.category.counted]
    categories = {one.category.key: one.found for one in tallies}
    for counts in (categories, found_by_region(atlas)):
        [(longest, most)] = Counter(counts).most_common(1)
        for key, found in counts.items():
            assert drawn[key] == pytest.approx(drawn[longest] * found / most, abs=1), key


def test_bars_and_numbers_follow_the_filter(english: Page, atlas: Atlas) -> None:
    """One category left: the others have no bar, and regions count it alone."""
    category(english, "adviser").focus()
    choice(english, "Category").select_option(label="Human Rights Advisers in UN country teams")
    drawn = bars(english)
    assert drawn["adviser"] > 0
    assert drawn["country-office"] == drawn["peace-mission"] == 0
    advisers = [
        place.region
        for place in atlas.places
        if place.presence.category == "adviser" and not place.presence.is_candidate
    ]
    group = english.get_by_role("group", name="Go to a region")
    for region, number in Counter(advisers).items():
        assert group.locator(f'[data-found="{region}"]').inner_text() == str(number)
    reset(english).click()
    assert bars(english)["country-office"] > 0


def test_numbers_are_there_for_those_who_hear_them(untouched: Page, atlas: Atlas) -> None:
    """The bars are for the eye alone; each number is a text, and said once."""
    tree = untouched.get_by_role("group", name="Go to a region").aria_snapshot()
    for number in found_by_region(atlas).values():
        assert str(number) in tree
    assert tree.count("Africa") == 2  # and North Africa
    assert "img" not in tree


def test_numbers_are_in_columns(untouched: Page) -> None:
    """Each digit is as wide as any other."""
    for number in untouched.locator(".found").all():
        expect(number).to_have_css("font-variant-numeric", "tabular-nums")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_wraps_in_the_head_that_need_not(
    reader: Reader, map_file: Path, language: str
) -> None:
    """On a laptop the title, and the count beside the languages; on a telephone the count.

    There the date is beside it or under it.
    """
    page = reader.open(map_file, locale=LOCALES[language])
    assert page.locator("h1").evaluate(LINES) == 1
    assert page.locator(".count").evaluate("one => one.offsetHeight") < 30
    assert page.locator(".masthead").evaluate("one => one.offsetHeight") < 90
    page.set_viewport_size({"width": 360, "height": SIZES[360]})
    page.evaluate(NEXT_FRAME)
    assert page.locator(".count > strong").evaluate(LINES) == 1


def test_a_bar_can_be_read_beside_the_narrowest_map(english: Page) -> None:
    """From 1024 pixels on the legend is there; the shortcuts to the regions are in one row."""
    english.set_viewport_size({"width": 1024, "height": 768})
    assert bars(english)["adviser"] > 100
    tops = english.locator(".regions button").evaluate_all(
        "all => new Set(all.map((one) => one.getBoundingClientRect().top)).size"
    )
    assert tops == 1
