"""Lists that differ from the project's own in what a test says."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from mapping.atlas import join

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mapping.atlas import Atlas
    from mapping.changes.compare import Change
    from mapping.dataset.presences import Presence
    from mapping.dataset.reading import Dataset


def row(atlas: Atlas, presence: str, **edits: object) -> Presence:
    """Return a row of the list, with other values in some columns."""
    found = next(one for one in atlas.dataset.tables.presences if one.id == presence)
    return found.model_copy(update=edits)


def with_rows(dataset: Dataset, rows: Sequence[Presence]) -> Dataset:
    """Return a dataset with these rows in the place of its own."""
    tables = dataclasses.replace(dataset.tables, presences=list(rows))
    return dataclasses.replace(dataset, tables=tables)


def edited(atlas: Atlas, presence: str, **edits: object) -> Atlas:
    """Return the list with other values in some columns of one row."""
    rows = [
        one.model_copy(update=edits) if one.id == presence else one
        for one in atlas.dataset.tables.presences
    ]
    return join(with_rows(atlas.dataset, rows), rows)


def kinds(changes: Iterable[Change], kind: str) -> set[str]:
    """Return the ids of the changes of one kind."""
    return {change.place.presence.id for change in changes if change.kind == kind}
