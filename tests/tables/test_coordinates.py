"""Degrees as people write them.

Also of `map_links.py`.
"""

from __future__ import annotations

import pytest

from mapping.tables.coordinates import EAST, NORTH, parse_angle, parse_position

PARIS = (48.85, 2.35)


@pytest.mark.parametrize(
    ("cell", "degrees"),
    [
        ("48.85", 48.85),
        ("48,85", 48.85),
        ("\u221248.85", -48.85),
        ("48.85 N", 48.85),
        ("s 48,85", -48.85),
        ("48°51′", 48.85),
        ("48° 51' 0\" S", -48.85),
        ("48º51’00”N", 48.85),
        ("48 51 N", 48.85),
        ("N48 50 60", 48.85),  # seconds rounded up
        ("48:51:00 s", -48.85),
        (" ", None),
    ],
)
def test_a_latitude_is_read_as_it_is_written(cell: str, degrees: float | None) -> None:
    """With a comma, a letter, minutes and seconds; an empty cell is none."""
    assert parse_angle(cell, NORTH) == (pytest.approx(degrees) if degrees else None)


@pytest.mark.parametrize("cell", ["Paris", "91", "48.85 E", "48°61′", "1 2 3", "48.85.1"])
def test_what_is_no_latitude_is_refused(cell: str) -> None:
    """Nothing is guessed out of it: neither another axis nor minutes past sixty."""
    with pytest.raises(ValueError, match="degrees"):
        parse_angle(cell, NORTH)


def test_west_is_below_zero() -> None:
    """By letter or by sign; O, which is east to some and west to others, is neither."""
    assert parse_angle("74,01 W", EAST) == parse_angle("-74.01", EAST) == -74.01
    with pytest.raises(ValueError, match="another kind"):
        parse_angle("74,01 O", EAST)


@pytest.mark.parametrize(
    "cell",
    [
        "48.85, 2.35",
        "48,85; 2,35",
        "48,85, 2,35",
        "48.85 2.35",
        "(48.85,2.35)",
        "48.85N2.35E",
        "2.35 E, 48.85 N",
        "48°51′N 2°21′E",
        "POINT(2.35 48.85)",
        "48.85/2.35",
        "N48 51 0 E2 21 0",
        "48 51.0 N, 2 21.0 E",
        "+4851+00221",
        "+485100+0022100/",
        "+48.85+002.35",
        "+4851.0+00221.0+35CRSWGS_84/",
    ],
)
def test_a_position_is_in_one_cell(cell: str) -> None:
    """Latitude first, unless letters or the form of the text say otherwise."""
    assert parse_position(cell) == pytest.approx(PARIS)


@pytest.mark.parametrize(
    "cell", ["48.85", "48.85, 2.35, 12", "Paris, France", "95, 10", "+4861+00221", "+9100+00221"]
)
def test_what_is_no_position_is_refused(cell: str) -> None:
    """A half, three numbers, words, and degrees that there are not."""
    with pytest.raises(ValueError, match=r"angles|degrees|position"):
        parse_position(cell)


@pytest.mark.parametrize(
    "link",
    [
        "https://maps.google.com/?q=9.03,38.75",
        "https://www.google.com/maps/place/Addis/@9.03,38.75,12z",
        "https://www.google.com/maps/place/X/@1,2,12z/data=!3m1!4b1!8m2!3d9.03!4d38.75",
        "https://www.google.com/maps/search/?api=1&query=9.03%2C38.75",
        "https://www.openstreetmap.org/#map=12/9.03/38.75",
        "https://www.openstreetmap.org/?mlat=9.03&mlon=38.75#map=5/1/2",
        "https://www.bing.com/maps?cp=9.03~38.75&lvl=11",
        "geo:9.03,38.75?z=12",
    ],
)
def test_a_link_to_a_map_is_a_position(link: str) -> None:
    """That of its pin, where it has one, else of the middle of its view."""
    assert parse_position(link) == (9.03, 38.75)


@pytest.mark.parametrize("link", ["https://maps.app.goo.gl/abc", "https://example.org/?q=9.0,38.7"])
def test_a_link_that_names_no_point_is_none(link: str) -> None:
    """A short one says nothing itself, and another site may mean anything by two numbers."""
    with pytest.raises(ValueError, match=r"angles|degrees"):
        parse_position(link)
