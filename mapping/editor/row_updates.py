"""Rows as the page was told of them, so that those alone are told again that changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapping.editor.row_state import Json

KEPT = 4  # revisions of which the rows are kept: of what several windows show


class RowUpdates:
    """The rows of the last revisions, by key; a row that stays the same is held once."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self._told: dict[int, dict[str, Json]] = {}

    def shorten(self, state: Json, since: int | None) -> Json:
        """Return a state with those of its rows that changed since an earlier revision.

        It says then `since` which, and in what `order` the rows are, where that changed. With all
        rows where that revision is not remembered.
        """
        known = self._told.get(since, {}) if since is not None else {}
        now = {row["key"]: row for row in state["rows"]}
        rows = {
            key: row if (told := known.get(key, row)) is row or told != row else told
            for key, row in now.items()
        }
        self._told.pop(state["revision"], None)
        self._told[state["revision"]] = rows
        for old in list(self._told)[:-KEPT]:
            del self._told[old]
        if not known:
            return state
        order = None if list(known) == list(rows) else list(rows)
        changed = [row for key, row in rows.items() if known.get(key) is not row]
        return state | {"rows": changed, "order": order, "since": since}
