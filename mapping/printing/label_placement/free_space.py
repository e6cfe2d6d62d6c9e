"""What of a sheet is not taken yet: for names, which get what labels and symbols leave."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.geo.arrays import Booleans, Floats, Geometries
    from mapping.printing.label_placement.candidates import Box, Segment
    from mapping.printing.label_placement.rays import Rays

KEEP_MM = np.array([0.35, 0.2])  # that names keep from labels, symbols and each other,
KEEP_OF_LINES_MM = 0.12  # and from lines, which keep as much


class FreeSpace:
    """Boxes and lines that are taken, in millimetres; more are as names are placed."""

    def __init__(self, boxes: Sequence[Box], lines: Sequence[Segment]) -> None:
        around = np.concatenate([-KEEP_MM, KEEP_MM])
        self._boxes = np.array(boxes, dtype=np.float64).reshape(-1, 4) + around
        self._lines = np.array(lines, dtype=np.float64).reshape(-1, 4)
        self._keep = 1.0
        self.count = 0  # of names

    def copy(self) -> FreeSpace:
        """Return what is taken now, in which more can be taken."""
        return copy(self)

    def take(self, box: Box, line: Segment | None) -> None:
        """Take the room of a name, and of the line to it, if any."""
        around = np.concatenate([-KEEP_MM, KEEP_MM])
        self._boxes = np.vstack([self._boxes, box + around])
        if line:
            self._lines = np.vstack([self._lines, line])
        self.count += 1

    def taken(self, window: Box, squares: int) -> Booleans:
        """Return which squares of a window, so many across and down, are taken, row by row."""
        taken = np.zeros((squares, squares), dtype=np.bool_)
        corner = np.array(window[:2])
        steps = (np.array(window[2:]) - corner) / squares
        boxes = self._boxes_in(window)
        first = np.floor((boxes[:, :2] - corner) / steps).clip(0).astype(int)
        last = np.ceil((boxes[:, 2:] - corner) / steps).clip(0).astype(int)
        for (left, top), (right, bottom) in zip(first.tolist(), last.tolist(), strict=True):
            taken[top:bottom, left:right] = True
        lines = self._lines_in(window)
        length = float(np.hypot(*(lines[:, 2:] - lines[:, :2]).T).max(initial=0))
        share = np.linspace(0, 1, int(2 * length / steps.min()) + 2)[:, None, None]
        points = (lines[None, :, :2] * (1 - share) + lines[None, :, 2:] * share).reshape(-1, 2)
        for across in (-KEEP_OF_LINES_MM, 0, KEEP_OF_LINES_MM):
            for down in (-KEEP_OF_LINES_MM, 0, KEEP_OF_LINES_MM):
                at = np.floor((points - corner + np.array([across, down])) / steps).astype(int)
                at = at[((at >= 0) & (at < squares)).all(axis=1)]
                taken[at[:, 1], at[:, 0]] = True
        return taken

    def clear(self, rays: Rays) -> Floats:
        """Return how far each ray runs until it meets anything that is taken."""
        ends = rays.starts + rays.ways * rays.longest
        window = _around(np.vstack([rays.starts, ends])[:, [0, 1, 0, 1]])
        inner = (KEEP_MM - KEEP_OF_LINES_MM) * self._keep
        taken = self._boxes_in(window) + np.concatenate([inner, -inner])
        lines = rays.clear_of_lines(self._lines_in(window), KEEP_OF_LINES_MM)
        return np.minimum(rays.clear_of_boxes(taken), lines)

    def free_boxes(self, boxes: Floats) -> Booleans:
        """Return which boxes touch nothing that is taken."""
        met = np.asarray(_overlaps(boxes, self._boxes_in(_around(boxes))).any(axis=1))
        left = np.flatnonzero(~met)
        wide, shapes = self._wide_lines(_around(boxes[left])), _as_shapes(boxes[left])
        met[left[_meet(shapes, wide)]] = True
        return np.asarray(~met)

    def tight(self) -> FreeSpace:
        """Return the same with as little kept from boxes as from lines."""
        space = copy(self)
        inner = KEEP_MM - KEEP_OF_LINES_MM
        space._boxes = self._boxes + np.concatenate([inner, -inner])  # noqa: SLF001 (its own)
        space._keep = 0.0  # noqa: SLF001 (likewise)
        return space

    def _boxes_in(self, window: Box) -> Floats:
        return np.asarray(self._boxes[_overlaps(self._boxes, np.array([window]))[:, 0]])

    def _lines_in(self, window: Box) -> Floats:
        """Return the lines whose box reaches into a window."""
        low = np.minimum(self._lines[:, :2], self._lines[:, 2:]) - KEEP_OF_LINES_MM
        high = np.maximum(self._lines[:, :2], self._lines[:, 2:]) + KEEP_OF_LINES_MM
        met = _overlaps(np.hstack([low, high]), np.array([window]))[:, 0]
        return np.asarray(self._lines[met])

    def _wide_lines(self, window: Box) -> Geometries:
        return np.asarray(shapely.buffer(_segments(self._lines_in(window)), KEEP_OF_LINES_MM))


def _around(boxes: Floats) -> Box:
    """Return the box around all boxes, with some room: around a level line it had no height."""
    left, top = boxes[:, :2].min(axis=0, initial=np.inf) - KEEP_OF_LINES_MM
    right, bottom = boxes[:, 2:].max(axis=0, initial=-np.inf) + KEEP_OF_LINES_MM
    return left, top, right, bottom


def _overlaps(boxes: Floats, others: Floats) -> Booleans:
    """Return for each box which of others it overlaps."""
    low = np.maximum(boxes[:, None, :2], others[None, :, :2])
    high = np.minimum(boxes[:, None, 2:], others[None, :, 2:])
    return np.asarray((low < high).all(axis=2))


def _meet(shapes: Geometries, others: Geometries) -> Booleans:
    """Return which shapes meet any of others."""
    return np.asarray(shapely.intersects(shapes[:, None], others[None]).any(axis=1))


def _as_shapes(boxes: Floats) -> Geometries:
    return np.asarray(shapely.box(*boxes.T))


def _segments(lines: Floats) -> Geometries:
    return np.asarray(shapely.linestrings(lines.reshape(-1, 2, 2)))
