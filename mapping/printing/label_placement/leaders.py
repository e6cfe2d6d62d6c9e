"""The leader lines of many places for labels: what each meets, and which places share one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Self, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from mapping.geo.arrays import Booleans, Floats, Integers
    from mapping.printing.label_placement.area_raster import AreaRaster
    from mapping.printing.label_placement.boundary_raster import BoundaryRaster
    from mapping.printing.label_placement.candidates import Candidate

Scalar = TypeVar("Scalar", bound=np.generic)


NO_LINE = -1


class Shared(NamedTuple):
    """The different leader lines of candidates, by their numbers, and the candidates of each.

    `having` are these one after another, `first` where each line's begin, `counts` how many.
    """

    numbers: Integers
    having: Integers
    first: Integers
    counts: Integers

    @classmethod
    def of(cls, line_of: Integers) -> Self:
        """Return the lines of candidates, each of which has one or `NO_LINE`."""
        order = np.argsort(line_of, kind="stable")
        order = order[np.searchsorted(line_of[order], NO_LINE, side="right") :]
        numbers, first, counts = np.unique(line_of[order], return_index=True, return_counts=True)
        return cls(numbers, order, first, counts)

    def spread(self, pairs: Integers) -> Integers:
        """Return pairs (2, n) of anything and a line as pairs with each candidate of the line."""
        other, line = pairs
        counts = self.counts[line]
        within = np.arange(counts.sum()) - np.repeat(counts.cumsum() - counts, counts)
        having = self.having[np.repeat(self.first[line], counts) + within]
        return np.stack([np.repeat(other, counts), having])


class Leaders(NamedTuple):
    """Leader lines (x, y to x, y), and which one each candidate has; the one behind the last: none.

    What slides along the end of a line shares it.
    """

    ends: Floats
    of_each: Integers

    @classmethod
    def of(cls, candidates: Sequence[Candidate]) -> Self:
        """Return the leader lines of candidates."""
        leaders = [one.leader for one in candidates]
        numbers = {one: number for number, one in enumerate(dict.fromkeys(filter(None, leaders)))}
        of_each = [numbers[one] if one else len(numbers) for one in leaders]
        return cls(np.array([*numbers]).reshape(-1, 4), np.array(of_each, dtype=np.int64))

    @property
    def lengths(self) -> Floats:
        """How long they are."""
        return np.asarray(np.hypot(*(self.ends[:, 2:] - self.ends[:, :2]).T))

    def each(self, rows: NDArray[Scalar], without: object) -> NDArray[Scalar]:
        """Return for each candidate what is known of its leader line, or what is so without one."""
        return np.concatenate([rows, np.array([without], dtype=rows.dtype)])[self.of_each]


def are_free(lines: Floats, areas: AreaRaster, boundaries: BoundaryRaster) -> Booleans:
    """Return which leader lines enter nothing unsettled, and run beside no boundary."""
    enters = areas.enters_avoided(lines)
    return np.asarray(~enters & ~boundaries.beside(lines))


def count_close(lines: Floats, points: Floats, reach: float) -> Integers:
    """Return how many points are within a reach of each line (x, y to x, y)."""
    starts, ways = lines[:, :2], lines[:, 2:] - lines[:, :2]
    squared = (ways**2).sum(axis=1)
    close = np.zeros(len(lines), dtype=np.int64)
    for point in points:
        off = point - starts
        share = ((off * ways).sum(axis=1) / squared).clip(0, 1)
        close += ((off - share[:, None] * ways) ** 2).sum(axis=1) < reach**2
    return close
