"""What was made of the rows of one list, kept from one reading of it to the next."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

RowT = TypeVar("RowT")
Made = TypeVar("Made")


class RowMemory:
    """What was made of each row last, stage by stage: of rows that did not change, only a key.

    Whoever reads one list again and again hands it from one reading to the next, and clears it
    where anything changes but the list: only what a row says then decides what is made of it.
    """

    def __init__(self) -> None:
        """Begin with nothing made."""
        self.made: dict[Hashable, dict[Hashable, tuple[Any, Any]]] = {}

    def clear(self) -> None:
        """Forget everything."""
        self.made.clear()


def recall(  # noqa: PLR0913 (rows, what is made of them, and how they are told apart)
    memory: RowMemory | None,
    stage: Hashable,
    rows: Iterable[RowT],
    make: Callable[[list[RowT]], Iterable[Made]],
    key: Callable[[RowT], Hashable] = id,
    *,
    put: Callable[[Made, RowT], Made] | None = None,
) -> list[Made]:
    """Return what `make` makes of rows, in their order; where there is a memory, of new ones alone.

    Rows with the same `key` are the same: the key says all of a row that `make` looks at. What it
    does not say, as on which line a row is now, `put` gives to what was made of it.
    """
    if memory is None:
        return [*make([*rows])]
    listed = [(key(row), row) for row in rows]
    if put:
        listed = _number(listed)
    known = memory.made.get(stage, {})
    new = {of: row for of, row in listed if of not in known}
    made = dict(zip(new, zip(new.values(), make([*new.values()]), strict=True), strict=True))
    # Each row is kept with what was made of it, so that its `id` is no other's.
    now = {of: made.get(of) or known[of] for of, _ in listed}
    if put:
        now = {of: (row, put(now[of][1], row)) for of, row in listed}
    memory.made[stage] = now  # what was not asked for is forgotten
    return [now[of][1] for of, _ in listed]


def _number(listed: list[tuple[Hashable, RowT]]) -> list[tuple[Hashable, RowT]]:
    """Return rows with their keys, those of the same key numbered: each is put for itself."""
    times: Counter[Hashable] = Counter()
    numbered: list[tuple[Hashable, RowT]] = []
    for of, row in listed:
        times[of] += 1
        numbered.append(((of, times[of]), row))
    return numbered
