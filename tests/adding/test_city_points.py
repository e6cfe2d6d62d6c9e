"""A presence in a city that the list does not name gets the city's point."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from tests.support.adding import add

if TYPE_CHECKING:
    from tests.support.folder import Folder

KENYA = ("--country", "Kenya", "--category", "adviser", "--evidence", "documented",
         "--source", "ohchr-2020-africa", "--as-of", "2020", "--serves", "UGA",
         "--id", "ken-kisumu")  # fmt: skip


def test_a_city_of_the_gazetteer_gives_its_point(folder: Folder) -> None:
    """Nobody looks a coordinate up; the row names no city, for the list has no name for it."""
    done = add(folder, *KENYA, "--city", "Kisumu", "--yes")
    assert done.exit_code == 0, done.output
    assert "the point is that of Kisumu" in done.output
    with (folder.path / "presences.csv").open(encoding="utf-8", newline="") as file:
        [row] = [row for row in csv.DictReader(file) if row["id"] == "ken-kisumu"]
    assert (row["city"], row["latitude"], row["longitude"]) == ("", "-0.102", "34.762")


def test_a_point_that_is_given_stays(folder: Folder) -> None:
    """The city is looked up for nothing else."""
    done = add(folder, *KENYA, "--city", "Kisumu", "--latitude", "-0.1", "--longitude", "34.8",
               "--dry-run")  # fmt: skip
    assert done.exit_code == 0, done.output
    assert "-0.1, 34.8 (given)" in done.output


def test_namesakes_and_unknown_cities_are_faults_as_before(folder: Folder) -> None:
    """Which may be meant is said, with their points; nothing is written."""
    words = [word.replace("Kenya", "United States").replace("ken-", "usa-") for word in KENYA]
    done = add(folder, *words, "--city", "Portland", "--yes")
    assert done.exit_code == 1
    assert "Portland, Maine, USA: 43.657" in done.output
    done = add(folder, *KENYA, "--city", "Nowhere at all", "--yes")
    assert done.exit_code == 1
    assert "city: 'Nowhere" in done.output
