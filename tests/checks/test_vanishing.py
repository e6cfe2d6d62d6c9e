"""No presence is left out of the map without a word.

Also of `references.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from mapping import pipeline
from mapping.checks import references
from mapping.commands.app import app
from mapping.errors import DataError
from mapping.i18n.localized import LANGUAGES

if TYPE_CHECKING:
    from tests.support.folder import Folder


@pytest.mark.parametrize("mission", ["minusma", "unama", "g5-sahel"])
def test_a_mission_without_a_full_name_is_a_fault(folder: Folder, mission: str) -> None:
    """Its short form alone is none; the row of the short form is named, once."""
    text = (folder.path / "names.csv").read_text(encoding="utf-8")
    [full] = [row for row in text.splitlines() if row.startswith(f"mission,{mission},")]
    folder.edit("names.csv", f"{full}\n", "")
    line = folder.edit("names.csv", f"\nacronym,{mission},", f"\nacronym,{mission},") + 1
    assert folder.faults() == [
        (
            f"names.csv:{line}: key: '{mission}' has an acronym and no full name; add a row of the "
            f"kind mission with the key {mission}"
        )
    ]


def test_a_full_name_that_cannot_be_read_is_the_only_fault(folder: Folder) -> None:
    """Neither its short form nor the presence that names it is told as well."""
    line = folder.edit("names.csv", "mission,minusma,", "mission,Minusma,")
    [fault] = folder.faults()
    assert fault.startswith(f"names.csv:{line}: key: 'Minusma' is not allowed")


def test_an_acronym_of_no_presence_is_a_fault_too(folder: Folder) -> None:
    """Whoever names it tomorrow would be left out."""
    header = (folder.path / "names.csv").read_text(encoding="utf-8").partition("\n")[0].split(",")
    cells = {"kind": "acronym", "key": "unx"} | dict.fromkeys(LANGUAGES, "UNX")
    line = folder.append("names.csv", ",".join(cells.get(column, "") for column in header))
    [fault] = folder.faults()
    assert fault.startswith(f"names.csv:{line}: key: 'unx' has an acronym and no full name")


def test_a_row_that_is_not_joined_is_a_fault(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where the program knows no reason: better no map than one that lacks a presence."""
    composes = references._has_label_parts  # noqa: SLF001 (a reason that nobody has thought of yet)
    monkeypatch.setattr(
        references,
        "_has_label_parts",
        lambda presence, *more: presence.id != "ken-adviser" and composes(presence, *more),
    )
    line = folder.edit("presences.csv", "\nken-adviser,", "\nken-adviser,") + 1
    told = f"presences.csv:{line}: 'ken-adviser' would be left out of the map"
    [fault] = folder.faults()
    assert fault.startswith(told)
    with pytest.raises(DataError, match="'ken-adviser' would be left out"):
        pipeline.changes(str(folder.path), None, folder.path, lambda _: None)


def test_adding_to_such_a_list_ends_in_a_fault(folder: Folder) -> None:
    """Not in a traceback, and nothing is written."""
    text = (folder.path / "names.csv").read_text(encoding="utf-8")
    kept = [row for row in text.splitlines() if not row.startswith("mission,minusma,")]
    (folder.path / "names.csv").write_text("\n".join(kept) + "\n", encoding="utf-8")
    before = (folder.path / "presences.csv").read_bytes()
    words = ["add", "--data", str(folder.path), "--country", "TCD", "--category", "peace-mission"]
    words += ["--mission", "minusma", "--evidence", "documented", "--source", "ohchr-where-we-work"]
    done = CliRunner().invoke(app, [*words, "--yes"])
    assert (done.exit_code, "names.csv:" in done.stderr) == (1, True)
    assert (folder.path / "presences.csv").read_bytes() == before


def test_every_row_of_the_own_list_is_a_place(own_data: Folder) -> None:
    """As many places as rows."""
    atlas = own_data.check()
    assert [one.presence for one in atlas.places] == atlas.dataset.tables.presences
