"""What only a look at the whole list, or at the map, shows to be wrong; each to the letter.

Also of `consistency.py`, `located_rows.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.spoiling import PLAIN, ROW

if TYPE_CHECKING:
    from tests.support.folder import Folder

ARG = {"id": "arg-two", "country": "ARG"}
SOURCES = "ohchr-where-we-work"


def place(lat: str, lon: str) -> dict[str, str]:
    """Return a position of the row's own."""
    return {"lat": lat, "lon": lon}


@pytest.mark.parametrize(
    ("spoiled", "fault"),
    [
        (place("2.35", "48.86"), ("latitude: latitude and longitude look swapped: 48.86, 2.35 is "
                                 "in FRA; write latitude 48.86 and longitude 2.35")),
        (place('"-48,86"', '"2,35"'), ("latitude: the sign of the latitude looks wrong: 48.86, "
                                  "2.35 is in FRA; write latitude 48.86 and longitude 2.35")),
        (ARG | place("-34.6", "58.38"), ("latitude: the sign of the longitude looks wrong: -34.6, "
                                        "-58.38 is in ARG; write latitude -34.6 and longitude "
                                        "-58.38")),
        (ARG | place("34.6", "58.38"), ("latitude: the signs of latitude and longitude look wrong: "
                                       "-34.6, -58.38 is in ARG; write latitude -34.6 and "
                                       "longitude -58.38")),
        ({"country": "JPN"} | place("139.7", "35.7"), ("latitude: latitude and longitude look "
         "swapped; write latitude 35.7 and longitude 139.7")),
        (place("48°51′", "2.35"), ("latitude: '48°51′' is not allowed; write degrees north, "
                                  "from -90 to 90, such as 48.86")),
        ({"city": "beirut"}, ("city: fra-adviser is off the coast of LBN, 2442 km off FRA; "
                             "correct the country, the city or the coordinates")),
        (ARG, ("'arg-two' is the presence of line 39, 'arg-adviser', over again: adviser in ARG; "
              "remove one of the two, or distinguish them by mission, serves or city")),
        ({"source": "report-2023"}, ("sources: evidence is documented, and report-2023 alone is "
                                    "cited; cite the document that names the presence")),
        ({"country": "cote d'ivoire"}, ("country: 'cote d'ivoire' is unknown; did you mean CIV "
                                       "(Côte d'Ivoire)?")),
        ({"country": "fra"}, "country: 'fra' is unknown; did you mean FRA (France)?"),
        ({"city": "Beyrouth"}, "city: 'Beyrouth' is unknown; did you mean beirut (Beyrouth)?"),
        ({"category": "conseiller aux droits humains"}, ("category: 'conseiller aux droits "
         "humains' is unknown; did you mean adviser (Conseiller aux droits humains)?")),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_is_reported(
    folder: Folder, spoiled: dict[str, str], fault: str
) -> None:
    """Positions, duplicates, evidence, and names in the place of keys."""
    line = folder.append("presences.csv", ROW.format(**(PLAIN | spoiled)))
    faults = folder.faults()
    assert any(one.startswith(f"presences.csv:{line}: {fault}") for one in faults), faults


def test_a_report_is_cited_by_what_it_prints(folder: Folder) -> None:
    """Evidence of the report needs the report among the sources."""
    line = folder.edit("presences.csv", "布基纳法索,report-2023 ", "布基纳法索,")
    assert folder.faults() == [
        (
            f"presences.csv:{line}: sources: evidence is report, and report-2023 is not among the "
            "sources; add report-2023"
        )
    ]


def test_a_city_off_its_country_is_reported_once(folder: Folder) -> None:
    """At the city, not at each presence that stands in it."""
    line = folder.edit("names.csv", "city,beirut,LBN,33.89,35.49", "city,beirut,LBN,-33.89,35.49")
    assert folder.faults() == [
        (
            f"names.csv:{line}: latitude: the sign of the latitude looks wrong: 33.89, 35.49 is "
            "in LBN; write latitude 33.89 and longitude 35.49, or write yes in "
            "position_confirmed if the point is right"
        )
    ]


def test_one_fault_does_not_bring_others_with_it(folder: Folder) -> None:
    """What names a row that does not fit, or a table that cannot be read, is not told again."""
    line = folder.edit("names.csv", "city,beirut,LBN,33", "city,beirut,LBN,933")
    (folder.path / "sources.csv").write_bytes(b"\xff\xfe\xff")
    faults = folder.faults()
    assert [fault.partition(":")[0] for fault in faults] == ["names.csv", "sources.csv"]
    assert faults[0].startswith(f"names.csv:{line}: latitude: '933.89' is not allowed")


def test_a_broken_edition_hides_no_fault_of_the_list(folder: Folder) -> None:
    """What can be checked without it is checked in the same run."""
    folder.edit("edition.toml", "as_of = 2022", "as_of = year")
    line = folder.edit("presences.csv", ",ARG,", ",Argentina,")
    faults = folder.faults()
    assert any(fault.startswith("edition.toml:") for fault in faults)
    assert any(fault.startswith(f"presences.csv:{line}: country: ") for fault in faults)


def test_an_id_of_another_country_is_noted(folder: Folder) -> None:
    """An id stays once it is published: this is told, and is no fault."""
    row = PLAIN | {"id": "ita-adviser"}
    line = folder.append("presences.csv", ROW.format(**row))
    [note] = folder.check().notices
    assert str(note) == (
        f"presences.csv:{line}: id: 'ita-adviser' begins with the code of ITA, which the row does "
        "not name; correct the id of a new row; keep one that is already published"
    )


def test_a_label_that_needs_what_the_row_has_not_is_reported(folder: Folder) -> None:
    """Which columns its pattern names, all of them at once."""
    row = "ken-adviser,listed,adviser,yes,{},KEN,,{},"
    line = folder.edit("presences.csv", row.format("", "nairobi"), row.format("mission-city", ""))
    [fault] = [fault for fault in folder.faults() if "needs" in fault]
    assert fault == (
        f"presences.csv:{line}: label: 'mission-city' needs a city and a mission; "
        "fill in the column (region: serves), or name another label"
    )
