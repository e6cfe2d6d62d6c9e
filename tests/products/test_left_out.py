"""The table of rows that are not on the map."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from mapping import pipeline
from mapping.importing.list_choices import ListChoices
from mapping.importing.new_list import create_list, read_list
from tests.support.commands import run

if TYPE_CHECKING:
    from pathlib import Path

TODAY = "Name;Country\nMain office;Kenya\nNowhere;Atlantis\n"


def test_a_build_of_tomorrow_s_file_renews_the_table_of_what_is_left_out(tmp_path: Path) -> None:
    """It names the rows of the list as it is now, and the build says that it was written."""
    file, listing = tmp_path / "list.csv", tmp_path / "list" / "presences.csv"
    file.write_text(TODAY, encoding="utf-8")
    create_list(tmp_path / "list", read_list(file), ListChoices(), lambda _: None)
    left_out = tmp_path / "list" / "left-out.csv"
    listing.write_text(f"{TODAY}Lost;\n", encoding="utf-8")
    checked = run("check", "--data", tmp_path / "list")
    assert "a build writes each into left-out.csv" in checked.stdout  # which is yesterday's
    built = run("build", "--data", tmp_path / "list", "--output", tmp_path / "map")
    assert f"wrote {left_out} (" in built.stdout
    assert f"2 rows are left out: the notes above say why; {left_out} has each" in (built.stdout)
    with left_out.open(encoding="utf-8", newline="") as table:
        assert [row["line"] for row in csv.DictReader(table)] == ["3", "4"]
    assert pipeline.build(tmp_path / "list", tmp_path / "map", lambda _: None)[1][-1] != left_out
