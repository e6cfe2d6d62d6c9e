"""Lists with many presences in one place."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, NamedTuple

from mapping.files.data_folder import PRESENCES_FILE
from tests.support.folder import GEODATA, Folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LETTERS = "a b c"  # of the footnotes that a row must bear
KEPT = ("edition.toml", "names.csv", "sources.csv")


class Crowd(NamedTuple):
    """So many presences in one city, new to the names where they lack it, or of no city at all."""

    size: int
    country: str = "KEN"
    city: str = "nairobi"
    latitude: float = -1.29
    longitude: float = 36.82


NAIROBI = Crowd(9)
NEAR = (
    NAIROBI,
    Crowd(9, "UGA", "kampala", 0.32, 32.58),
    Crowd(5, "ETH", "addis-ababa"),
)
SUBURBS = (
    Crowd(1),
    Crowd(1, "KEN", "east", -1.29, 36.865),
    Crowd(1, "KEN", "north", -1.245, 36.82),
)
COMPUTED = (Crowd(5, "TCD", ""),)
# Together with any other place they span the world, so that the sheet is a map of it.
FAR_APART = (
    Crowd(1, "JPN", "far-east", 36.0, 138.0),
    Crowd(1, "USA", "far-west", 40.0, -120.0),
    Crowd(1, "PRT", "midway", 39.5, -8.0),
)


def crowded(path: Path, *crowds: Crowd, others: bool = False) -> Folder:
    """Write a list of crowds in six languages: each presence serves another country from there.

    `others` are the project's own presences, which stand before them.
    """
    path.mkdir()
    for name in KEPT:
        (path / name).write_bytes((GEODATA / name).read_bytes())
    edition = path / "edition.toml"
    text = edition.read_text(encoding="utf-8")
    for count in (
        "field = 103",
        "expected = 50",
    ):  # the crowds are advisers of more than one report
        key, _, number = count.rpartition(" ")
        text = text.replace(count, f"{key} {int(number) + 100}", 1)
    edition.write_text(text, encoding="utf-8")
    rows = (GEODATA / PRESENCES_FILE).read_text(encoding="utf-8").splitlines()
    names = (path / "names.csv").read_text(encoding="utf-8").splitlines()
    columns = [rows[0].split(","), names[0].split(",")]
    rows = rows if others else rows[:1]
    served = _served()
    for crowd in crowds:
        if crowd.city and not any(name.startswith(f"city,{crowd.city},") for name in names):
            names.append(_row(columns[1], _city(crowd)))
        for _ in range(crowd.size):
            lacking = "" if others or len(rows) > 1 else LETTERS
            rows.append(_row(columns[0], _presence(crowd, next(served), lacking)))
    (path / PRESENCES_FILE).write_text("\n".join(rows) + "\n", encoding="utf-8")
    (path / "names.csv").write_text("\n".join(names) + "\n", encoding="utf-8")
    return Folder(path)


def _served() -> Iterator[str]:
    with (GEODATA / "countries.csv").open(encoding="utf-8", newline="") as file:
        yield from [row["code"] for row in csv.DictReader(file) if not row["area"]]


def _city(crowd: Crowd) -> dict[str, str]:
    name = crowd.city.title()
    return {
        "kind": "city", "key": crowd.city, "country": crowd.country,
        "latitude": str(crowd.latitude), "longitude": str(crowd.longitude),
        **dict.fromkeys(("ar", "en", "es", "fr", "ru", "zh"), name),
    }  # fmt: skip


def _presence(crowd: Crowd, served: str, letters: str) -> dict[str, str]:
    place = crowd.city or crowd.country.lower()
    return {
        "id": f"{served.lower()}-from-{place}", "status": "listed", "category": "adviser",
        "category_certain": "yes", "label": "based-in" if crowd.city else "country",
        "country": crowd.country, "serves": served, "city": crowd.city, "footnotes": letters,
        "evidence": "documented", "as_of": "2020", "sources": "ohchr-2020-africa",
    }  # fmt: skip


def _row(columns: list[str], values: dict[str, str]) -> str:
    return ",".join(values.get(column, "") for column in columns)
