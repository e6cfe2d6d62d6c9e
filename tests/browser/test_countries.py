"""Names of countries that no label names, in the room that the labels leave."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.geometry import look_at
from tests.browser.places import LABELS, touching
from tests.browser.reader import world

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.reader import Reader

NAMES = """() => [...document.querySelectorAll('[role=toolbar] .country')].map((one) => {
  const { left, top, right, bottom } = one.getBoundingClientRect()
  return [one.textContent, [left, top, right, bottom]]
})"""


def names(page: Page) -> dict[str, list[float]]:
    """Return the names of countries on the map, each with its box."""
    return dict(page.evaluate(NAMES))


def test_a_near_view_names_the_host_of_a_regional_office(english: Page) -> None:
    """East Africa (Addis Ababa) stands in Ethiopia, and a near view says so."""
    assert names(english) == {}
    look_at(english, 8, 39, 3)
    expect(world(english).get_by_text("Ethiopia", exact=True)).to_be_visible()


@pytest.mark.parametrize(
    ("language", "name"), [("ar", "إثيوبيا"), ("fr", "Éthiopie"), ("zh", "埃塞俄比亚")]
)
def test_it_does_so_in_the_language_of_the_page(
    reader: Reader, map_file: Path, language: str, name: str
) -> None:
    """By the name that the United Nations uses."""
    page = reader.open(map_file, query=f"?lang={language}&view=3.00/8.00/39.00")
    assert name in names(page)


def test_no_name_of_a_country_touches_anything(english: Page) -> None:
    """Neither a label nor a symbol; labels go first."""
    for place in ((8, 39), (14, -15), (47, 8), (-33, -68), (15, 100)):
        look_at(english, *place, 3)
        drawn = english.evaluate(LABELS)
        others = [box for _, _, box in drawn["labels"]] + [box for _, box in drawn["symbols"]]
        found = [(name, box) for (name, one), box in product(names(english).items(), others)
                 if touching(one, box, 3)]  # fmt: skip
        assert found == [], place
