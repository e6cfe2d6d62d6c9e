"""The command that adds a presence: what it shows, refuses and writes.

Also of `column_options.py`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from typer.testing import CliRunner

from mapping.commands.app import app
from mapping.files.data_folder import PRESENCES_FILE
from tests.support.adding import WORDS, add, line_of, table
from tests.support.saving import own_rows

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.folder import Folder


def told(output: str) -> list[str]:
    """Return what was shown, each row of a table as its cells joined by a bar."""
    return [re.sub(r"\s*│\s*", "|", line).strip("|") for line in output.splitlines()]


def test_a_presence_is_shown_checked_and_written(folder: Folder, tmp_path: Path) -> None:
    """Its row, its labels, its point, the totals; and the map is built with it."""
    result = add(folder, *WORDS, "--yes")
    line = line_of(own_rows(), "caf-minusca") + 1
    build = f"presence-map build --data {folder.path}"
    assert result.exit_code == 0
    assert result.stderr == ""
    shown = told(result.stdout)
    for row in ("country|CIV", "zh|科特迪瓦", "ru|Кот-д'Ивуар", "adviser|43 → 44 of 50",
                "counted|96 → 97 of 103"):  # fmt: skip
        assert row in shown
    assert re.search(r"point *│ 7\.\d+, -5\.\d+ \(computed\)", result.stdout)
    assert (
        f"added civ-adviser as line {line} of {folder.path / PRESENCES_FILE}; next: {build}"
        in shown
    )
    assert not [path for path in folder.path.iterdir() if path.name.startswith(".")]
    built = CliRunner().invoke(app, [*build.split()[1:], "--output", str(tmp_path / "output")])
    assert built.exit_code == 0
    assert 'data-presence="civ-adviser"' in (tmp_path / "output/map.html").read_text("utf-8")


def test_a_candidate_changes_no_total(folder: Folder) -> None:
    """It goes among the candidates, and the candidates alone are more."""
    words = ["--country", "Belarus", "--category", "adviser", "--evidence", "candidate"]
    result = add(folder, *words, "--source", "ohchr-2020-europe-central-asia", "--yes")
    assert "adviser, candidates|5 → 6, not counted" in told(result.stdout)
    assert "counted|" not in result.stdout
    before = table(folder).split(b"blr-presence,candidate,adviser,no,,BLR")[0]
    assert before.splitlines()[-1].startswith(b"zmb-presence")


def test_a_dry_run_writes_nothing(folder: Folder) -> None:
    """It shows and checks, and says where the row would stand."""
    before = table(folder)
    result = add(folder, *WORDS, "--dry-run")
    assert result.exit_code == 0
    assert f"civ-adviser would be line 7 of {folder.path / PRESENCES_FILE}" in result.stdout
    assert "dry run; nothing was written" in result.stdout
    assert table(folder) == before


def test_without_a_terminal_everything_that_is_missing_is_reported_at_once(folder: Folder) -> None:
    """Nothing is asked in a pipe; the options are named, with exit status 2."""
    before = table(folder)
    result = add(folder, "--category", "regional-office", "--evidence", "report")
    words = re.sub(r"[\s│]+", " ", result.stderr)
    assert result.exit_code == 2
    missing = "--country, --serves, --city, --report-label, --source, --yes or --dry-run"
    assert f"these are missing: {missing}" in words
    assert table(folder) == before


def test_the_first_presence_of_a_new_list(tmp_path: Path) -> None:
    """A folder that holds nothing yet takes its first row under the header."""
    folder = tmp_path / "new"
    assert CliRunner().invoke(app, ["new", str(folder)]).exit_code == 0
    with (folder / "sources.csv").open("a", encoding="utf-8") as file:
        file.write("doc,Doc,en,Doc,UN,2022,,,\n")
    words = ["--data", str(folder), "--country", "Nepal", "--category", "office", "--yes"]
    result = CliRunner().invoke(app, ["add", *words, "--evidence", "documented", "--source", "doc"])
    assert result.exit_code == 0, result.output
    assert (
        (folder / PRESENCES_FILE)
        .read_text("utf-8")
        .splitlines()[1]
        .startswith("npl-office,listed,office")
    )
