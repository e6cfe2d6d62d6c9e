"""The palette: figure and ground are told apart by every reader, and nothing takes a side."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import pytest

from mapping.printing.colours import GREY, STYLE, read_colours
from mapping.web.assets import read_asset
from tests.support.vision import SIGHTS, ciede2000, contrast, difference, hue_and_chroma, lab

if TYPE_CHECKING:
    from mapping.atlas import Atlas

DARK = "screen and (prefers-color-scheme: dark)"
FILLS = ("--sea", "--land", "--host", "--territory", "--undetermined")
SCHEMES = {"light": "", "dark": DARK}
NEUTRAL = 10  # of chroma: a tint that nobody takes for a colour of somebody


@pytest.fixture(params=SCHEMES)
def scheme(request: pytest.FixtureRequest) -> dict[str, str]:
    """Return the colours of the page by name, in the light and in the dark."""
    colours = read_colours()
    return colours[""] | colours[SCHEMES[request.param]]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_differences_are_those_of_the_published_examples(
    one: tuple[float, float, float], other: tuple[float, float, float], expected: float
) -> None:
    """Three of the pairs by which Sharma, Wu and Dalal check a program."""
    assert ciede2000(one, other) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize("sight", [one for one in SIGHTS if one != "grey"])
def test_fills_are_reported_apart_by_every_sight(scheme: dict[str, str], sight: str) -> None:
    """Sea, land, hosts, territories, undetermined areas, by the colour-blind too."""
    pairs = combinations(FILLS, 2)
    assert min(difference(scheme[one], scheme[other], sight) for one, other in pairs) >= 7


def test_fills_are_reported_apart_without_colours(scheme: dict[str, str]) -> None:
    """On a grey screen each fill has a lightness of its own."""
    light = sorted(lab(scheme[name], "grey")[0] for name in FILLS)
    assert min(right - left for left, right in pairwise(light)) >= 5


@pytest.mark.parametrize("sight", [one for one in SIGHTS if one != "grey"])
def test_hosts_are_no_lagoons(scheme: dict[str, str], sight: str) -> None:
    """The hue of hosts is nearly the opposite of the sea's, whoever looks."""
    _, *sea = lab(scheme["--sea"], sight)
    _, *host = lab(scheme["--host"], sight)
    assert sum(one * other for one, other in zip(sea, host, strict=True)) < 0
    (sea_hue, _), (host_hue, _) = map(hue_and_chroma, (scheme["--sea"], scheme["--host"]))
    assert abs((sea_hue - host_hue + 180) % 360 - 180) >= 90


def test_the_edge_of_a_symbol_has_enough_contrast_on_every_fill(scheme: dict[str, str]) -> None:
    """Outline or halo three to one against the fill, and against each other, in any edition."""
    outline, halo = scheme["--outline"], scheme["--halo"]
    assert contrast(outline, halo) >= 3
    for name in FILLS:
        assert max(contrast(scheme[name], edge) for edge in (outline, halo)) >= 3


def test_boundaries_are_legible_and_neutral(scheme: dict[str, str]) -> None:
    """Three to one against every area; hardly a hue; no coast is heavier than a boundary."""
    for name in FILLS[1:]:
        assert contrast(scheme["--boundary"], scheme[name]) >= 2.95
        assert contrast(scheme["--coast"], scheme[name]) < contrast(
            scheme["--boundary"], scheme[name]
        )
    for name in ("--boundary", "--undetermined", "--land"):
        assert hue_and_chroma(scheme[name])[1] <= NEUTRAL


def test_leader_lines_are_no_boundaries(scheme: dict[str, str]) -> None:
    """They have a colour of their own, and are legible too."""
    assert difference(scheme["--leader"], scheme["--boundary"]) >= 15
    assert hue_and_chroma(scheme["--leader"])[1] > 2 * NEUTRAL
    for name in FILLS[:-1]:
        assert contrast(scheme["--leader"], scheme[name]) >= 3


def test_labels_are_legible_on_every_fill(scheme: dict[str, str]) -> None:
    """Even where their halo is thin; the fill of areas that nobody writes on needs less."""
    for name in FILLS[:-1]:
        assert contrast(scheme["--label"], scheme[name]) >= 4.5
        assert contrast(scheme["--label-soft"], scheme[name]) >= 4.5
    assert contrast(scheme["--label"], scheme["--undetermined"]) >= 3


def test_in_the_dark_writing_is_read_before_what_it_lies_on() -> None:
    """Labels are seven to one on each area, and brighter than edges of symbols and boundaries.

    A line from a symbol to its label is seen on each of these too, as thin and clear as it is.
    """
    dark = (colours := read_colours())[""] | colours[DARK]
    line, share = re.findall(r"--label-line: (#.{6})(..);", read_asset(STYLE))[1]
    for name in FILLS[:-1]:
        assert contrast(dark["--label"], dark[name]) >= 7
        fill = dark[name]
        assert contrast(mixed(line, fill, int(share, 16) / 255), fill) >= 3
    order = [lab(dark[name])[0] for name in ("--label", "--halo", "--boundary", "--host")]
    assert all(left > right + 10 for left, right in pairwise(order))


def mixed(one: str, other: str, share: float) -> str:
    """Return the colour of one that is seen through to another."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


@pytest.mark.parametrize("sight", SIGHTS)
def test_categories_are_reported_apart_by_every_sight(atlas: Atlas, sight: str) -> None:
    """By colour alone, though their shapes differ as well."""
    colours = [one.colour for one in atlas.dataset.edition.categories]
    pairs = combinations(colours, 2)
    assert min(difference(one, other, sight) for one, other in pairs) >= 7


def test_the_weightier_a_category_the_darker(atlas: Atlas) -> None:
    """Offices, then missions, then advisers, which are many and have small symbols."""
    edition = atlas.dataset.edition
    order = ("headquarters", "country-office", "regional-office", "peace-mission", "adviser")
    light = [lab(edition.category(key).colour)[0] for key in order]
    assert light == sorted(light)
    assert [one.key for one in edition.categories if one.small] == ["adviser"]


def test_greys_are_greys() -> None:
    """What replaces a colour where there is none has no colour."""
    assert all(hue_and_chroma(colour)[1] < 0.01 for colour in read_colours()[GREY].values())
