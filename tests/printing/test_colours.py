"""The colours of print: the page's own, and greys that tell as much."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from mapping.printing.colours import convert_colour, read_colours, read_palette

if TYPE_CHECKING:
    from mapping.atlas import Atlas

FILLS = ("--sea", "--land", "--host", "--undetermined")


def level(grey: str) -> int:
    """Return the level of a grey, of 255."""
    assert grey[1:3] == grey[3:5] == grey[5:7]
    return int(grey[1:3], 16)


def test_colours_are_those_of_the_page() -> None:
    """One palette, the light one."""
    assert read_palette() == {name: code.lower() for name, code in read_colours()[""].items()}
    assert read_palette().keys() == read_palette(grey=True).keys()


@pytest.mark.parametrize(
    ("colour", "grey"),
    [
        ("#ffffff", "#ffffff"),
        ("#000000", "#000000"),
        ("#00ff00", "#dcdcdc"),
        ("#777777", "#777777"),
    ],
)
def test_a_grey_is_as_light_as_its_colour(colour: str, grey: str) -> None:
    """Green is light, and what is grey already stays."""
    assert convert_colour(colour, grey=True) == grey


def test_categories_can_be_distinguished_in_grey(atlas: Atlas) -> None:
    """No two are closer than the eye can part side by side; their shapes differ as well."""
    greys = [
        level(convert_colour(one.colour, grey=True)) for one in atlas.dataset.edition.categories
    ]
    assert min(abs(one - other) for one, other in combinations(greys, 2)) >= 12
    shapes = [one.symbol for one in atlas.dataset.edition.categories]
    assert len(set(shapes)) == len(shapes)


def test_fills_can_be_distinguished_in_grey() -> None:
    """Sea, land, hosts, and what is not determined; territories are hatched beside."""
    greys = [level(read_palette(grey=True)[name]) for name in FILLS]
    assert min(abs(one - other) for one, other in combinations(greys, 2)) >= 14
