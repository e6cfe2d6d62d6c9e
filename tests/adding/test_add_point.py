"""A point of its own, which the command checks, and may be told is right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from typer.testing import CliRunner

from mapping.commands.app import app

if TYPE_CHECKING:
    from tests.support.folder import Folder


def test_add_writes_that_a_point_is_right(folder: Folder) -> None:
    """The header gets the column, the row its yes; every other line is as it was."""
    table = folder.path / "presences.csv"
    before = table.read_text(encoding="utf-8").splitlines()
    row = [
        "--country",
        "FRA",
        "--category",
        "adviser",
        "--evidence",
        "candidate",
        "--as-of",
        "2020",
    ]
    point = ["--source", "ohchr-2020-africa", "--latitude", "4.93", "--longitude=-52.33"]
    command = ["add", "--data", str(folder.path), *row, *point, "--yes"]
    assert "position_confirmed" in CliRunner().invoke(app, command).stderr
    done = CliRunner().invoke(app, [*command, "--position-confirmed", "yes"])
    assert done.exit_code == 0, done.stderr
    after = table.read_text(encoding="utf-8").splitlines()
    [added] = set(after[1:]) - set(before)
    assert after[0] == f"{before[0]},position_confirmed"
    assert added.endswith(",ohchr-2020-africa,,yes")
    assert [one for one in after[1:] if one != added] == before[1:]
