"""The page is told of the rows that changed since it asked, and of all of them where it must be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.editor.row_updates import KEPT, RowUpdates

if TYPE_CHECKING:
    from tests.support.editor_client import Client


def state(revision: int, **cells: str) -> dict[str, object]:
    """Return a state with a row for each key."""
    rows = [{"key": key, "cells": {"note": text}} for key, text in cells.items()]
    return {"revision": revision, "rows": rows}


def test_only_rows_that_changed_are_told_again() -> None:
    """Their order too, where it is another: a row is new, gone or elsewhere."""
    told = RowUpdates()
    assert told.shorten(state(1, a="x", b="y"), None) == state(1, a="x", b="y")
    changed = told.shorten(state(2, a="x", b="z"), 1)
    assert changed == state(2, b="z") | {"since": 1, "order": None}
    added = told.shorten(state(3, c="w", a="x", b="z"), 2)
    assert added == state(3, c="w") | {"since": 2, "order": ["c", "a", "b"]}
    gone = told.shorten(state(4, c="w", b="z"), 3)
    assert gone == state(4) | {"since": 3, "order": ["c", "b"]}
    assert told.shorten(state(4, c="w", b="z"), 1) == state(4, b="z", c="w") | {
        "since": 1, "order": ["c", "b"], "rows": state(4, c="w", b="z")["rows"],
    }  # fmt: skip


def test_whoever_was_away_for_long_is_told_of_all_rows() -> None:
    """As is who never asked before, or another process."""
    told = RowUpdates()
    for revision in range(KEPT + 1):
        told.shorten(state(revision, a=str(revision)), None)
    assert told.shorten(state(9, a="x"), 0) == state(9, a="x")
    assert told.shorten(state(9, a="x"), 77) == state(9, a="x")
    assert told.shorten(state(9, a="x"), 4)["since"] == 4


def test_an_answer_has_the_row_that_was_changed(client: Client) -> None:
    """All else of the state is in it, as ever; so it is where something is refused."""
    before = client.state()
    change = {"row": "ner-country-office", "cells": {"note": "x"}, "since": before["revision"]}
    answer = client.ask("rows", **change)
    assert [row["cells"]["note"] for row in answer["rows"]] == ["x"]
    assert answer.keys() - {"row", "since", "order"} == before.keys()
    again = {"row": "nowhere", "cells": {}, "since": answer["revision"]}
    _, refused = client.try_to("rows", **again)
    assert (refused["rows"], "no such row" in refused["refusal"]) == ([], True)
