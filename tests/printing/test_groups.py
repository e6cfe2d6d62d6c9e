"""Places too many to be told apart share signs with their count; a list gives their squares."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely

from mapping.atlas import Place
from mapping.printing.chromium import Chromium
from mapping.printing.collisions import find_collisions
from mapping.printing.frame import MapFrame
from mapping.printing.layers.groups import group_places
from mapping.printing.papers import A4
from mapping.printing.pdf import ChromiumSheet
from mapping.printing.svg import draw, render_svg
from mapping.printing.typesetting.measure import TextMeasurer
from mapping.printing.typesetting.sections import add_group_key, build_list
from tests.support.crowds import Crowd, crowded

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from mapping.atlas import Atlas
    from mapping.geo.arrays import Floats

SYMBOL = 3.0


def scattered(count: int) -> Floats:
    """Return places of which most are in one corner of the frame."""
    dice = np.random.default_rng(7)
    return np.vstack([
        dice.normal((350, 60), (12, 8), (count // 2, 2)),
        dice.uniform((5, 5), (395, 195), (count - count // 2, 2)),
    ])  # fmt: skip


@pytest.mark.parametrize("count", [1, 40, 1000])
def test_every_place_is_in_one_group_and_no_sign_covers_another(count: int) -> None:
    """However many there are; each sign is where its places are."""
    points = scattered(count).clip((2, 2), (398, 198))
    groups = group_places(points, SYMBOL)
    assert sorted(number for one in groups for number in one.members) == list(range(count))
    signs = shapely.buffer(shapely.points([one[1:3] for one in groups]), SYMBOL / 2 * 0.95)
    met = shapely.STRtree(signs).query(signs, "intersects")
    assert met.shape[1] == len(groups)
    off = [np.hypot(*(points[list(one.members)].mean(axis=0) - one[1:3])) for one in groups]
    assert np.median(off) < SYMBOL
    assert all((points[list(one.members)] == one[1:3]).all(axis=1).any() for one in groups)


def test_a_sign_stands_at_one_of_its_places() -> None:
    """Between places on two coasts there is sea, or another country."""
    points = np.array([(50.0, 50.0), (50.2, 50.1), (50.4, 50.0), (53.0, 50.0)])
    [sign] = group_places(points, SYMBOL)
    assert (sign.x, sign.y) == (50.4, 50.0)


def test_places_in_one_point_share_a_sign() -> None:
    """And one that is far from all has a symbol of its own."""
    points = np.array([(50.0, 50.0)] * 300 + [(150.0, 50.0)])
    groups = group_places(points, SYMBOL)
    assert sorted(len(one.members) for one in groups) == [1, 300]
    assert max(one.half for one in groups) > SYMBOL / 2


def test_squares_are_named_from_the_upper_left_corner() -> None:
    """Letters go to the right and figures down; what is outside belongs to the nearest."""
    frame = MapFrame(10, 20, 160)
    assert frame.square(10.5, 20.5) == "A1"
    assert frame.square(35, 20 + frame.height / 2 + 1) == "C5"
    assert frame.square(500, 500) == "P8"
    assert frame.square(0, 0) == "A1"


def test_the_list_goes_by_the_squares_of_the_map(atlas: Atlas) -> None:
    """Each with its label, country and footnotes, by squares, in each in the order of the list."""
    squares = ["C3" if number % 2 else "A1" for number in range(len(atlas.places))]
    language = atlas.dataset.languages["fr"]
    entries = build_list(atlas, language, squares).entries
    assert [one.marker for one in entries] == sorted(squares)
    countries = atlas.dataset.tables.countries
    for entry, place in zip(entries, (*atlas.places[::2], *atlas.places[1::2]), strict=True):
        assert entry.text.startswith(place.label["fr"])
        assert countries[place.presence.country]["fr"] in entry.text
    assert any(one.letters for one in entries)


class Counted(tuple[Place, ...]):
    """Places that count how often somebody goes through them all."""

    __slots__ = ()
    times = 0

    def __iter__(self) -> Iterator[Place]:
        """Go through them."""
        Counted.times += 1
        return super().__iter__()


def test_the_list_of_tens_of_thousands_goes_through_them_once(atlas: Atlas) -> None:
    """And not for each of them: of 34,006 places that took half an hour."""
    many = replace(atlas, places=Counted(atlas.places))
    before = Counted.times
    build_list(many, atlas.dataset.languages["fr"], ["A1"] * len(atlas.places))
    assert Counted.times - before == 1


def test_the_legend_explains_the_sign(atlas: Atlas) -> None:
    """Only where there is one."""
    language = atlas.dataset.languages["es"]
    [section] = add_group_key([build_list(atlas, language, [])._replace(name="legend")], language)
    assert section.entries[-1].text == language.words["print.group"]


@pytest.mark.browser
def test_a_sheet_with_signs_and_its_further_pages_are_clean(
    browser: Browser, tmp_path: Path
) -> None:
    """Nothing touches or is missing; all pages are in its fonts, and tagged as lists."""
    cities = [Crowd(1, "BRA", f"city-{number}", -17 + number % 10, -56 + number // 10)
              for number in range(100)]  # fmt: skip
    atlas = crowded(tmp_path / "list", *cities, others=True).check()
    chromium = Chromium(browser)
    measurer = TextMeasurer(chromium, atlas.dataset.languages["ar"])
    sheet = draw(atlas, atlas.dataset.boundaries.topology, A4, measurer)
    presences = [place.presence.id for place in atlas.places]
    assert len(presences) > 200
    assert max(len(group.members) for group in sheet.symbol_layer.groups) > 10
    paper = shapely.box(0, 0, A4.width, A4.height)
    with ChromiumSheet(chromium, sheet, render_svg(sheet)) as opened:
        opened.check_fonts()
        assert find_collisions(opened.measure(), presences, paper) == []
        for number in range(1, len(sheet.pages) + 1):
            assert find_collisions(opened.measure(number), [], paper) == []
        (tmp_path / "map.pdf").write_bytes(opened.pdf())
    words = ["pdfinfo", "-struct", str(tmp_path / "map.pdf")]
    told = subprocess.run(words, check=True, capture_output=True, encoding="utf-8")  # noqa: S603 (our own words)
    kinds = re.findall(r"^\s*(H1|H2|L|LI)\b", told.stdout, re.MULTILINE)
    assert kinds.count("LI") > len(presences)
    assert kinds.count("H1") == 1
