"""What changed between two lists of an organisation's own, its further columns among it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.display_texts import count_borrowed, display_texts
from tests.support.commands import run
from tests.support.own_lists import TELEPHONE, own_list

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.atlas import Atlas

COLUMNS = """\
name = "name"
country = "iso3"
""" + TELEPHONE.format(column="Tel.")
CODES = ("KEN", "FRA", "PER")


def test_a_change_of_a_further_column_is_listed(tmp_path: Path) -> None:
    """By its heading in each language, with what was and what is there."""
    own_list(tmp_path / "old", "name,iso3,Tel.\nA,KEN,1\nB,FRA,2\nC,PER,\n", COLUMNS)
    own_list(tmp_path / "new", "name,iso3,Tel.\nA,KEN,3\nB,FRA,2\nC,PER,4\n", COLUMNS)
    done = run("changes", tmp_path / "old", tmp_path / "new", "--data", tmp_path / "new")
    assert done.exit_code == 0, done.stderr
    lines = [line for line in done.stdout.splitlines() if "Telephone" in line]
    assert len(lines) == 2
    assert {"A", "1", "3"} <= set(re.findall(r"\w+", lines[0]))
    assert {"C", "4"} <= set(re.findall(r"\w+", lines[1]))


def test_a_build_says_what_is_left_out_and_what_is_borrowed(tmp_path: Path) -> None:
    """How many rows are not on the map, and how many texts are in the default language."""
    own_list(tmp_path / "list", "name,iso3,Tel.\nA,KEN,1\nB,Atlantis,\nC,,\n", COLUMNS)
    done = run("build", "--data", tmp_path / "list", "--output", tmp_path / "map")
    assert "2 rows are left out: the notes above say why" in done.stdout
    assert "texts that are shown in en for want of their own: ar " in done.stdout


def test_numbers_and_codes_want_no_translation(tmp_path: Path) -> None:
    """A list whose places are numbered lacks fewer texts than one whose places have names."""
    lacking = []
    for names in (("12", "LFPG-07L", "2026-11-28"), ("Main", "Branch", "Last")):
        rows = "".join(f"{name},{code},\n" for name, code in zip(names, CODES, strict=True))
        folder = own_list(tmp_path / names[0], f"name,iso3,Tel.\n{rows}", COLUMNS)
        lacking.append(count_borrowed(folder.check())["fr"])
    assert lacking[1] - lacking[0] == len(CODES)


def test_an_edition_may_forbid_that_a_text_is_borrowed(tmp_path: Path) -> None:
    """Each missing text is a fault then."""
    folder = own_list(tmp_path / "list", "name,iso3,Tel.\nA,KEN,1\n", COLUMNS)
    folder.edit("edition.toml", "fallback = true", "fallback = false")
    assert any("edition.toml" in fault and "title" in fault for fault in folder.faults())


def test_an_organisation_has_its_own_word_for_its_places(tmp_path: Path) -> None:
    """One entry, right of one and of many; a language that lacks it keeps the neutral word."""
    noun = '[words.header.places]\nen = "Offices: {found}"\nru = "Отделений: {found}"\n'
    folder = own_list(tmp_path / "list", "name,iso3,Tel.\nA,KEN,1\n", COLUMNS, more=noun)
    said = {code: _count(folder.check(), code) for code in ("ar", "en", "ru")}
    assert said == {"ar": "مكان واحد", "en": "Offices: 1", "ru": "Отделений: 1"}
    folder.edit("presences.csv", "A,KEN,1", "A,KEN,1\nB,FRA,2")
    assert _count(folder.check(), "ru") == "Отделений: 2"
    folder.edit("edition.toml", "[words.header.places]", "[words.header.place]")
    folder.only_fault("edition.toml:")


def _count(atlas: Atlas, code: str) -> str:
    return display_texts(atlas, atlas.dataset.languages[code])["header.count"]


def test_a_place_that_is_elsewhere_moved_where_that_is_certain(tmp_path: Path) -> None:
    """In a list without ids, by a name that no other has, all else being the same.

    Two of one name, one that is named as its city alone, and one of which more is different, are
    closed and opened: nothing says that they are the same.
    """
    head = "name,iso3,city,Tel.\n"
    columns = COLUMNS.replace("[columns.phone]", 'city = "city"\n[columns.phone]', 1)
    old = "Unit A,KEN,Nairobi,1\nUnit B,KEN,,2\nUnit B,UGA,,3\nOxford,GBR,Oxford,\nUnit C,FRA,,4\n"
    new = "Unit A,PER,Lima,1\nUnit B,PER,,2\nUnit B,UGA,,3\nOxford,USA,Oxford,\nUnit C,PER,,5\n"
    own_list(tmp_path / "old", head + old, columns)
    own_list(tmp_path / "new", head + new, columns)
    done = run("changes", tmp_path / "old", tmp_path / "new", "--data", tmp_path / "new")
    assert done.exit_code == 0, done.stderr
    said = [line.partition(" (")[0] for line in done.stdout.splitlines()]
    pairs = [(kind, who) for kind, _, who in (line.partition(": ") for line in said)]
    apart = ["Unit B", "Oxford", "Unit C"]
    assert [who for kind, who in pairs if kind == "Opened"] == apart
    assert [who for kind, who in pairs if kind == "Closed"] == apart
    assert ("Moved", "Unit A") in pairs
    assert "“Kenya” before, “Peru” now" in done.stdout
