"""The check of a finished sheet: what touches what, measured as Chromium draws it.

It knows nothing of how places were found: it looks at what was drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

TOLERANCE_MM = 0.02  # that boxes may share: what rounding does
LABEL, SYMBOL, LEADER, TEXT, CALLOUT = "label", "symbol", "leader line", "text", "callout"
GROUP = "sign"  # of several presences
NAME = "name"  # of a country or a sea, or the number that stands for it
# What of one subject may touch.
OF_ONE = ({LABEL}, {TEXT}, {NAME}, {SYMBOL, LEADER}, {NAME, LEADER}, {GROUP, LEADER})


class Collision(NamedTuple):
    """Something that is wrong on a sheet: with which presence or paragraph, and what.

    `labels` are the presences whose labels it would not befall if they had numbers instead.
    """

    subject: str
    what: str
    labels: frozenset[str] = frozenset()


class DrawnShape(NamedTuple):
    """A line of a label, a symbol, or a leader line, of one presence; or of a paragraph.

    A callout is that of its first presence; its text names all of them.
    """

    kind: str
    subject: str
    shape: shapely.Geometry
    text: str = ""

    def __str__(self) -> str:
        """Return its name in a message."""
        return f"the {self.kind} {repr(self.text) if self.kind == TEXT else f'of {self.subject}'}"


def find_collisions(
    measured: dict[str, Any], presences: Sequence[str], paper: shapely.Geometry
) -> list[Collision]:
    """Return everything that touches what it must not, leaves the paper, or is missing.

    The presences of a sign need no label, nor do any where it bears a count, as no label is there:
    their list has pages of its own.
    `measured` is what ``measure-sheet.js`` gives; `paper` is where all type and symbols may be, in
    millimetres.
    """
    labels = _drawn_shapes(LABEL, measured["labels"], _box)
    symbols = _drawn_shapes(SYMBOL, measured["symbols"], _box)
    leaders = _drawn_shapes(LEADER, measured["leaders"], _line)
    callouts = _drawn_shapes(CALLOUT, measured["callouts"], _box)
    names = _drawn_shapes(NAME, measured["names"], _box)
    texts = _drawn_shapes(TEXT, measured["texts"], _box)
    groups = _drawn_shapes(GROUP, measured["groups"], _box)
    every = [*labels, *symbols, *leaders, *texts, *callouts, *groups, *names]
    found = [*_missing(presences, labels, symbols, groups)]
    found += [Collision(one.subject, f"{one} leaves the paper", _labels(one))
              for one in every if not shapely.within(one.shape, paper)]  # fmt: skip
    for callout in callouts:
        found += _check_callout(callout, [*labels, *symbols], leaders)
    shapes = np.array([one.shape for one in every])
    near = np.unique(np.sort(shapely.STRtree(shapes).query(shapes, "intersects").T), axis=0)
    pairs = ((every[one], every[other]) for one, other in near.tolist() if one != other)
    found += [Collision(one.subject, f"{one} touches {other}", _labels(one, other))
              for one, other in pairs if _must_not_touch(one, other)]  # fmt: skip
    return found


def _missing(
    presences: Sequence[str],
    labels: Sequence[DrawnShape],
    symbols: Sequence[DrawnShape],
    groups: Sequence[DrawnShape],
) -> Iterator[Collision]:
    """Yield the labels and symbols that are missing."""
    shared = {member for one in groups for member in one.text.split()}
    marked = shared.union(one.subject for one in symbols)
    labelled = shared.union(one.subject for one in labels) if labels or not groups else marked
    for kind, there in ((LABEL, labelled), (SYMBOL, marked)):
        for presence in presences:
            if presence not in there:
                yield Collision(presence, f"the {kind} of {presence} is missing")


def _check_callout(
    callout: DrawnShape, marks: Sequence[DrawnShape], leaders: Sequence[DrawnShape]
) -> Iterator[Collision]:
    """Yield what of a callout's presences is outside it, and whether no line leads to it."""
    for one in marks:
        if one.subject in callout.text.split() and not shapely.within(one.shape, callout.shape):
            yield Collision(one.subject, f"{one} leaves {callout}", _labels(one))
    ends = [one for one in leaders if one.subject == callout.subject]
    if not any(shapely.dwithin(one.shape, callout.shape, 2 * TOLERANCE_MM) for one in ends):
        yield Collision(callout.subject, f"{callout} has no leader line")


def _labels(*shapes: DrawnShape) -> frozenset[str]:
    """Return the presences whose labels are among shapes."""
    return frozenset(one.subject for one in shapes if one.kind == LABEL)


def _drawn_shapes(
    kind: str, measured_shapes: Sequence[Sequence[Any]], shape: Callable[[Any], shapely.Geometry]
) -> list[DrawnShape]:
    return [DrawnShape(kind, one[0], shape(one[1]), str(one[-1])) for one in measured_shapes]


def _box(sides: Sequence[float]) -> shapely.Geometry:
    """Return a box, smaller than drawn by `TOLERANCE_MM` on each side."""
    left, top, right, bottom = sides
    return shapely.box(
        left + TOLERANCE_MM, top + TOLERANCE_MM, right - TOLERANCE_MM, bottom - TOLERANCE_MM
    )


def _line(ends: Sequence[float]) -> shapely.Geometry:
    return shapely.LineString([ends[:2], ends[2:]])


def _must_not_touch(one: DrawnShape, other: DrawnShape) -> bool:
    """Return whether two shapes that touch must not.

    Lines of one label, name or paragraph may; so may a leader line and its own symbol or name; they
    may meet in a point that both begin or end in. A callout may touch its own presences' symbols,
    labels, and leader line.
    """
    kinds = {one.kind, other.kind}
    if CALLOUT in kinds:
        callout, within = (one, other) if one.kind == CALLOUT else (other, one)
        return within.kind == CALLOUT or within.subject not in callout.text.split()
    if one.subject == other.subject and kinds in OF_ONE:
        return False
    return kinds != {LEADER} or bool(shapely.crosses(one.shape, other.shape))
