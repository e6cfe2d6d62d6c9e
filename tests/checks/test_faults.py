"""Every fault is named with its place and its remedy, and nothing is written.

Also of `totals.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.errors import DataError
from tests.support.spoiling import PLAIN, ROW

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.folder import Folder


@pytest.mark.parametrize(
    ("spoiled", "words"),
    [
        ({"id": "Not An Id"}, "id: 'Not An Id' is not allowed; write lower-case"),
        ({"id": "arg-adviser"}, "'arg-adviser' is already used in line"),
        ({"category": "advisor"}, "category: 'advisor' is unknown; did you mean adviser?"),
        ({"country": "France"}, "country: 'France' is unknown; did you mean FRA (France)?"),
        ({"country": "科特迪瓦"}, "did you mean CIV (科特迪瓦)?"),
        ({"city": "pretoria"}, "fra-adviser is in ZAF"),
        ({"city": "berut"}, "city: 'berut' is unknown; did you mean beirut?"),
        ({"lat": "48.9"}, "longitude: latitude is given alone; give both"),
        ({"lat": "98", "lon": "2"}, "latitude: '98' is not allowed; write degrees north"),
        ({"lat": "10", "lon": "10"}, "fra-adviser is in NGA"),
        ({"lat": "45", "lon": "-30"}, "fra-adviser is in no area"),
        ({"notes": "q"}, "footnotes: 'q' is unknown"),
        (
            {"source": "nowhere"},
            "'nowhere' is unknown; nothing known is near it: list at",
        ),
        ({"source": ""}, "list at least one source"),
    ],
)
def test_a_spoiled_row_is_named_with_its_line(
    folder: Folder, spoiled: dict[str, str], words: str
) -> None:
    """Each kind of mistake that a person makes in a row is told in one line."""
    line = folder.append("presences.csv", ROW.format(**(PLAIN | spoiled)))
    faults = folder.faults()
    assert any(f"presences.csv:{line}: " in fault and words in fault for fault in faults), faults


def test_all_faults_of_all_files_are_reported_at_once(folder: Folder, tmp_path: Path) -> None:
    """One run names them all, and writes nothing."""
    folder.edit("presences.csv", ",ARG,", ",Argentina,")
    folder.edit("presences.csv", "adviser,yes,,BRA", "advisor,yes,,BRA")
    folder.edit("names.csv", "city,beirut,LBN,33", "city,beirut,LBN,933")
    folder.edit("edition.toml", "field = 103", "field = 104")
    output = tmp_path / "output"
    with pytest.raises(DataError) as caught:
        folder.build(output)
    files = {fault.file for fault in caught.value.faults}
    assert files == {"presences.csv", "names.csv", "edition.toml"}
    assert not output.exists()


def test_a_city_of_an_unknown_country_is_reported_where_it_is_named(folder: Folder) -> None:
    """Whether a presence is there or not."""
    line = folder.edit("names.csv", "city,beirut,LBN,", "city,beirut,LBX,")
    assert any(fault.startswith(f"names.csv:{line}: country: 'LBX' is unknown; ")
               for fault in folder.faults())  # fmt: skip


def test_a_list_longer_than_the_total_is_refused(folder: Folder) -> None:
    """The list cannot outgrow the totals of its source document unnoticed."""
    row = ROW.format(**(PLAIN | {"id": "fra-regional", "category": "regional-office"}))
    folder.append("presences.csv", row.replace("yes,,FRA", "yes,country,FRA"))
    assert any("regional-office has 13 presences" in fault for fault in folder.faults())


def test_a_half_filled_footnote_is_refused(folder: Folder) -> None:
    """A footnote has its text in six languages, or is lost in all."""
    text = (folder.path / "edition.toml").read_text(encoding="utf-8")
    start = text.index("[footnotes.h]")
    filled = text[start:].replace('en = ""', 'en = "Found."', 1)
    (folder.path / "edition.toml").write_text(text[:start] + filled, encoding="utf-8")
    assert any("footnote h has no text in ar, es" in fault for fault in folder.faults())


def test_one_line_per_language_brings_a_lost_footnote_back(folder: Folder) -> None:
    """The day someone holds the printed page, six lines are enough."""
    path = folder.path / "edition.toml"
    head, mark, tail = path.read_text(encoding="utf-8").partition("[footnotes.h]")
    path.write_text(head + mark + tail.replace('= ""', '= "Found."', 6), encoding="utf-8")
    assert not folder.check().dataset.edition.footnotes["h"].text_is_missing


def test_a_missing_file_or_column_is_named(folder: Folder) -> None:
    """The person is told which file and which column."""
    (folder.path / "sources.csv").unlink()
    folder.edit("names.csv", "kind,key", "kind,name")
    faults = folder.faults()
    assert any(fault.startswith("sources.csv:1: the file is missing") for fault in faults)
    assert any("names.csv:1: key: the column is missing" in fault for fault in faults)


def test_what_is_no_name_no_number_or_there_twice_is_not_published(folder: Folder) -> None:
    """Keys repeated in a cell, digits of other scripts, dashes and errors in place of names."""
    row = ROW.format(**(PLAIN | {"source": "ohchr-where-we-work ohchr-where-we-work"}))
    folder.append("presences.csv", row.replace(",2020,,", ",٢٠٢٠,法国,"))
    folder.edit("names.csv", "Мапуту", "#ССЫЛКА!")
    folder.edit("names.csv", "Мехико", "—")
    faults = "\n".join(folder.faults())
    for words in (
        "sources: 'ohchr-where-we-work ohchr-where-we-work' has a key twice; write each once",
        "as_of: '٢٠٢٠' is not allowed",
        "report_label_zh: the report's own label is given, and evidence is documented; remove",
        "ru: the cell holds an error (#ССЫЛКА!); write the value itself",
        "ru: '—' is no name; write the wording the United Nations uses",
    ):
        assert words in faults
