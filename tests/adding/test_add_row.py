"""What keeps a presence from being added: nothing is written, and the person is told why."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from mapping.adding import add_row
from mapping.files.data_folder import PRESENCES_FILE
from tests.support.adding import WORDS, add, table
from tests.support.folder import ROOT
from tests.support.saving import own_rows, save_sheet

if TYPE_CHECKING:
    from tests.support.folder import Folder


@pytest.mark.parametrize(
    ("more", "faults"),
    [
        (("--country", "Cote dIvoir"), ["country: 'Cote dIvoir' is unknown; did you mean CIV"]),
        (("--city", "Beirut"), ["city: civ-adviser is off the coast of LBN, 4741 km off CIV"]),
        (("--note", "\u202eevil"), ["note: U+202E"]),
        (("--latitude", "48"), ["longitude: latitude is given alone; give both or neither"]),
        (("--country", "KEN"), ["'ken-adviser-2' is the presence of line 13, 'ken-adviser'"]),
        (("--id", "Arg Adviser"), ["id: 'Arg Adviser' is not allowed"]),
        (("--id", "arg-adviser"), ["'arg-adviser' is already used in line 7"]),
        (("--category", "country-office"), ["category: country-office has 20 presences"]),
        (("--city", "Nowhere", "--footnotes", "z", "--source", "hearsay"),
         ["city: 'Nowhere'", "footnotes: 'z'", "sources: 'hearsay'"]),
    ],
)  # fmt: skip
def test_a_fault_is_reported_with_its_column_and_nothing_is_written(
    folder: Folder, more: tuple[str, ...], faults: list[str]
) -> None:
    """The whole folder is checked as it would be with the row."""
    before = table(folder)
    result = add(folder, *WORDS, *more, "--yes")
    assert result.exit_code == 1
    for fault in faults:
        assert re.search(rf"^presences\.csv:\d+: {re.escape(fault)}", result.stderr, re.MULTILINE)
    assert result.stderr.endswith("nothing was written.\n")
    assert table(folder) == before


def test_a_list_that_changed_meanwhile_is_left_alone(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What somebody saved between the reading and the writing is not lost."""
    write = add_row.write

    def late(to: add_row.EditableList, new: add_row.PendingRow) -> None:
        folder.edit(PRESENCES_FILE, "Documented for 2020", "Documented for 2021")
        write(to, new)

    monkeypatch.setattr(add_row, "write", late)
    before = table(folder)
    result = add(folder, *WORDS, "--yes")
    assert result.exit_code == 3
    assert "was changed by someone else meanwhile; nothing was written." in result.stderr
    assert table(folder) == before.replace(b"Documented for 2020", b"Documented for 2021", 1)
    assert not [path for path in folder.path.iterdir() if path.name.startswith(".")]


def test_a_spreadsheet_is_refused_with_the_way_out(folder: Folder) -> None:
    """Nobody writes into a workbook of formulas and colours behind its owner's back."""
    (folder.path / PRESENCES_FILE).unlink()
    save_sheet(folder.path / "presences.xlsx", [list(row) for row in own_rows()])
    result = add(folder, *WORDS, "--yes")
    assert result.exit_code == 1
    assert "presences.xlsx:1: rows are added to CSV files alone; add the row in the" in (
        result.stderr
    )


def test_a_list_that_must_not_be_written_is_left_alone(folder: Folder) -> None:
    """A write-protected file is not replaced by another."""
    path = folder.path / PRESENCES_FILE
    path.chmod(0o444)
    before = table(folder)
    words = ["-m", "mapping", "add", "--data", str(folder.path), *WORDS, "--yes"]
    done = subprocess.run(  # noqa: S603 (our own program)
        [*powerless(), sys.executable, *words],
        cwd=ROOT,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 3
    assert "Permission denied" in done.stderr
    assert done.stderr.endswith("; nothing was written.\n")
    assert table(folder) == before


def powerless() -> list[str]:
    """Return the words that take from root the power to write everywhere."""
    return ["setpriv", "--inh-caps=-all", "--bounding-set=-all"] if os.geteuid() == 0 else []
