"""What lies under the names: areas and boundaries, and what lines run over there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mapping.printing.label_placement.area_raster import SEA, STEP_MM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.geo.arrays import Booleans, Floats, Integers
    from mapping.printing.label_placement.area_raster import AreaRaster
    from mapping.printing.label_placement.boundary_raster import BoundaryRaster
    from mapping.printing.label_placement.rays import Rays


class Ground(NamedTuple):
    """What lies under the names: areas and boundaries, and the edge of the world (points, 2).

    `unsettled` are the codes of areas that no line to a name of others enters.
    """

    areas: AreaRaster
    boundaries: BoundaryRaster
    edge: Floats
    unsettled: Sequence[str]

    def inside(self, x: Floats, y: Floats) -> Booleans:
        """Return which points are in the world: right of its left edge, left of its right one."""
        half = len(self.edge) // 2
        left, right = self.edge[:half], self.edge[half:]
        level = (y >= self.edge[:, 1].min()) & (y <= self.edge[:, 1].max())
        west = np.interp(y, left[::-1, 1], left[::-1, 0])
        return np.asarray(level & (x > west) & (x < np.interp(y, right[:, 1], right[:, 0])))

    def outside(self, boxes: Floats) -> Booleans:
        """Return which boxes leave the world, at any of their corners."""
        corners = [self.inside(boxes[:, x], boxes[:, y]) for x in (0, 2) for y in (1, 3)]
        return np.asarray(~np.logical_and.reduce(corners))


class Terrain:
    """What rays from an area, by its number, run over: step by step of `STEP_MM`."""

    def __init__(self, rays: Rays, ground: Ground, own: int) -> None:
        self._rays, self._ground, self._own = rays, ground, own
        offsets = np.arange(STEP_MM / 2, rays.longest, STEP_MM)
        self._points = rays.starts[:, None] + rays.ways[:, None] * offsets[:, None]
        self._codes = ground.areas.codes_at(self._points)
        foreign = (self._codes != SEA) & (self._codes != own)
        self._foreign = np.pad(foreign.cumsum(axis=1), ((0, 0), (1, 0)))

    def settled(self) -> Floats:
        """Return how far each ray runs until it enters an area of others that is not settled."""
        numbers = [self._ground.areas.number(code) for code in self._ground.unsettled]
        return _until(np.isin(self._codes, numbers) & (self._codes != self._own))

    def allowed(self) -> Floats:
        """Return how far each ray runs until it enters what to avoid, or is long along a boundary.

        It may begin in what to avoid.
        """
        avoided = self._ground.areas.avoided_at(self._points)
        before = np.pad(avoided[:, :-1], ((0, 0), (1, 0)), constant_values=True)
        along = self._ground.boundaries.too_long_along(self._points, self._rays.ways)
        return _until((avoided & ~before) | along)

    def foreign_mm(self, chosen: Integers, lengths: Floats) -> Floats:
        """Return how long the beginnings of chosen rays run on land of others."""
        steps = np.ceil(lengths / STEP_MM - 0.5).astype(np.int64)
        return np.asarray(STEP_MM * self._foreign[chosen, steps])


def _until(met: Booleans) -> Floats:
    """Return how far each ray runs until the first of its steps at which anything is met."""
    first = np.where(met.any(axis=1), met.argmax(axis=1), np.inf)
    return np.asarray((first + 0.5) * STEP_MM)
