"""Points off their areas: how far they are, a slip only where it is one; what is right may stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from mapping.commands.app import app
from tests.support.spoiling import PLAIN, ROW

if TYPE_CHECKING:
    from tests.support.folder import Folder

# Country, city, latitude, longitude: right, and drawn where they are, or as near as coasts allow.
RIGHT = [
    ("CIV", "", "7.6667", "-7.3333"),  # a park at a border
    ("FRA", "", "46.72", "-2.35"),  # an island
    ("ESP", "", "28.1", "-15.4"),
    ("FJI", "", "-16.8", "179.99"),  # at the antimeridian
    ("USA", "", "51.9", "179.5"),  # beyond it
    ("ATA", "", "-90", "0"),
    ("GUF", "", "4.93", "-52.33"),
    ("SOM", "mogadishu", "2.1", "45.3"),
]
# Off their areas, and perhaps right: no other degrees are advised.
UNSETTLED = [
    ("FRA", "", "4.93", "-52.33", "in GUF, 6524 km off FRA"),
    ("NOR", "", "78.22", "15.65", "in SJM, 841 km off NOR"),
    ("ESP", "", "39.9", "0.68", "in no area, 49 km off ESP"),  # islets; the other sign is inland
    ("GBR", "", "57.6", "-13.69", "in no area, 367 km off GBR"),  # a rock
    ("LBN", "", "33.51", "36.29", "in SYR, 25 km off LBN"),
    ("DNK", "", "62.0", "-6.8", "in FRO"),
    ("CIV", "", "7.6", "-8.6", "in LBR"),  # hills; swapped, and with a sign, they are in CIV too
]
# Slips that bring the point to the row's city, or from afar into its country.
SLIPS = [
    ("ESP", "", "28.1", "15.4", "the sign of the longitude looks wrong: 28.1, -15.4 is in ESP"),
    ("TGO", "", "6.13", "-1.22", "the sign of the longitude looks wrong: 6.13, 1.22 is in TGO"),
    (
        "NZL",
        "",
        "43.9",
        "-176.5",
        "the sign of the latitude looks wrong: -43.9, -176.5 is in NZL",
    ),
    ("TCD", "", "15.04", "12.11", "latitude and longitude look swapped: 12.11, 15.04 is in TCD"),
    ("SOM", "mogadishu", "45.34", "2.04", "latitude and longitude look swapped: 2.04, 45.34 is"),
    ("FRA", "", "48.86", "-200", "is not allowed"),
    (
        "SOM",
        "mogadishu",
        "20.4",
        "45.34",
        "the decimal point of the latitude looks misplaced: 2.04",
    ),
    (
        "KEN",
        "nairobi",
        "1.28",
        "36.82",
        "the sign of the latitude looks wrong: -1.28, 36.82 is at",
    ),
]


def told(folder: Folder, country: str, city: str, *degrees: str) -> list[str]:
    """Return the faults of a row with a point of its own that speak of the point."""
    lat, lon = degrees
    cells = PLAIN | {"id": "a-point", "country": country, "city": city, "lat": lat, "lon": lon}
    row = (
        ROW.format(**cells)
        .replace(",listed,", ",candidate,")
        .replace(",documented,", ",candidate,")
    )
    line = folder.append("presences.csv", row)
    start = f"presences.csv:{line}: "
    return [one.removeprefix(start) for one in faults(folder) if "itude" in one and start in one]


def faults(folder: Folder) -> list[str]:
    """Return what is told of a data folder, none where it is sound."""
    return CliRunner().invoke(app, ["check", "--data", str(folder.path)]).stderr.splitlines()


@pytest.mark.parametrize("point", RIGHT)
def test_a_point_that_is_right_is_no_fault(folder: Folder, point: tuple[str, ...]) -> None:
    """Islands, hills on a border, poles, what lies beyond the antimeridian."""
    assert told(folder, *point) == []


@pytest.mark.parametrize("point", UNSETTLED)
def test_no_slip_is_reported_where_the_point_may_be_right(
    folder: Folder, point: tuple[str, ...]
) -> None:
    """How far it lies from what, and what would settle it; no other degrees."""
    *row, where = point
    [fault] = told(folder, *row)
    assert f"is {where}" in fault
    assert "write yes in position_confirmed" in fault
    assert "looks wrong" not in fault
    assert "look swapped" not in fault


@pytest.mark.parametrize("point", SLIPS)
def test_a_slip_is_reported_where_it_lands_on_what_the_row_names(
    folder: Folder, point: tuple[str, ...]
) -> None:
    """Its city, or from afar its country."""
    *row, words = point
    assert any(words in one for one in told(folder, *row))


@pytest.mark.parametrize("zero", ["0", "0.0", "0,000", "-0"])
def test_nothing_and_nothing_is_an_empty_position(folder: Folder, zero: str) -> None:
    """Programs write it where they know no position; in the Gulf of Guinea stands nobody."""
    [fault] = told(folder, "GHA", "", f'"{zero}"', f'"{zero}"')
    assert fault.startswith("latitude: 0, 0 is an empty position; write the degrees, or leave")


def test_a_point_that_is_confirmed_may_stay(folder: Folder) -> None:
    """The header gets a column at its end; rows without a cell for it stay as they are."""
    table = folder.path / "presences.csv"
    header, *rows = table.read_text(encoding="utf-8").splitlines()
    off = ROW.format(**PLAIN | {"lat": "4.93", "lon": "-52.33"})
    text = "\n".join([f"{header},position_confirmed", *rows, f"{off},yes", ""])
    table.write_text(text, encoding="utf-8")
    assert not [one for one in faults(folder) if "GUF" in one or "cells" in one]
    table.write_text(text.replace(f"{off},yes", f"{off},perhaps"), encoding="utf-8")
    assert any(
        "position_confirmed: 'perhaps' is not allowed; write yes" in one for one in folder.faults()
    )
