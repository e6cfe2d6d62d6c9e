"""What part of the world is on a sheet: all of it, or, much nearer, where the places are."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mapping.geo.degrees import FULL_CIRCLE_DEG, MAX_LATITUDE_DEG
from mapping.geo.projection import (
    CENTRAL_MERIDIAN_DEG,
    X_AT_EDGE,
    Y_AT_POLE,
    normalize_longitude,
    project_on_sphere,
    wrap_longitude,
)

if TYPE_CHECKING:
    from mapping.atlas import Atlas
    from mapping.geo.arrays import Floats
    from mapping.i18n.catalog import Language

# These two are the page's as well, whose own are in `views.js`: to send them would make each page
# heavier; a test holds that they are the same.
LABEL_ROOM = 1.35  # how many times their box a view must be to leave room for the labels of places
MUCH_NEARER = 1.5  # how many times larger than in the world's view places must be to be shown alone
SOUTH_DEG = -60.0  # all land south of it is Antarctica's: shown where a place is there
Y_AT_SOUTH: float = project_on_sphere(np.array([[CENTRAL_MERIDIAN_DEG, SOUTH_DEG]]))[0, 1]
EARTH_MM = 6_371_007_181.0  # the radius of the sphere whose surface is that of WGS 84
# Natural Earth's boundaries are made for 1 to 10,000,000: nearer than this, they look coarse.
LARGEST_SCALE = 1 / 3_500_000


class View(NamedTuple):
    """A part of the map of a sphere of radius 1: its edges, from the map's middle right and up.

    `meridian` is the central one, `south` the latitude where the map ends. A near view is Equal
    Earth made wider and lower, so that shapes are true at the latitude `true_at`; surfaces stay as
    they are.
    """

    meridian: float = CENTRAL_MERIDIAN_DEG
    true_at: float | None = None
    south: float = SOUTH_DEG
    left: float = -X_AT_EDGE
    bottom: float = Y_AT_SOUTH
    right: float = X_AT_EDGE
    top: float = Y_AT_POLE

    @property
    def is_near(self) -> bool:
        """Whether it shows less than the world."""
        return self.true_at is not None

    @property
    def west(self) -> float:
        """The longitude of the map's western edge, in degrees."""
        return self.meridian - FULL_CIRCLE_DEG / 2

    @property
    def width(self) -> float:
        """How wide the view is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high the view is."""
        return self.top - self.bottom

    @property
    def stretch(self) -> float:
        """How much wider than Equal Earth the map is, and how much lower."""
        if self.true_at is None:
            return 1.0
        east = np.array([[CENTRAL_MERIDIAN_DEG + 1, self.true_at]])
        across = float(project_on_sphere(east)[0, 0])
        return math.radians(1) * math.cos(math.radians(self.true_at)) / across

    def wrap(self, longitude: float) -> float:
        """Return a longitude as this map has it, from its western edge on."""
        return wrap_longitude(longitude, self.west)

    def project(self, points: Floats) -> Floats:
        """Project longitudes (see `wrap`) and latitudes, in degrees, to right and up."""
        stretch = self.stretch
        return project_on_sphere(points, self.meridian) * [stretch, 1 / stretch]


WORLD = View()
TO_THE_POLE = View(south=-MAX_LATITUDE_DEG, bottom=-Y_AT_POLE)


def points_of(atlas: Atlas) -> Floats:
    """Return where the places are: longitude, latitude, in degrees, (places, 2)."""
    anchors = [place.anchor[:2] for place in atlas.places]
    return np.array(anchors, dtype=np.float64).reshape(-1, 2)


def choose_view(points: Floats, room: tuple[float, float]) -> View:
    """Return the view of a map in a room of so many millimetres, across and down.

    It is that of its places (longitude, latitude, in degrees) where they are so close together that
    the world around them would only make them small: with room for their labels, and never so
    large that the boundaries would look coarse. With a place in Antarctica it is all of the world.
    """
    if not len(points):
        return WORLD
    if points[:, 1].min() < SOUTH_DEG:
        return TO_THE_POLE
    middle = round(float(points[:, 1].min() + points[:, 1].max()) / 2)
    view = WORLD._replace(meridian=_middle_longitude(points[:, 0]), true_at=middle)
    places = view.project(np.column_stack([wrap_longitude(points[:, 0], view.west), points[:, 1]]))
    low, high = places.min(axis=0), places.max(axis=0)
    across, down = (high - low).tolist()
    if _fit_scale((across, down), (WORLD.width, WORLD.height)) <= MUCH_NEARER:
        return WORLD
    scale = min(_fit_scale((across, down), room), LARGEST_SCALE * EARTH_MM)
    return _around(view, (low + high) / 2, np.array(room) / scale / 2)


def _fit_scale(box: tuple[float, float], room: tuple[float, float]) -> float:
    """Return the scale at which a box, with room for labels, fits into another: width, height."""
    return min(whole / max(part * LABEL_ROOM, 1e-9) for part, whole in zip(box, room, strict=True))


def _around(view: View, middle: Floats, half: Floats) -> View:
    """Return the view around a point, moved so that it shows nothing beyond the poles."""
    poles = np.array([Y_AT_SOUTH, Y_AT_POLE]) / view.stretch
    x, y = middle.tolist()
    y = min(max(y, poles[0] + half[1]), poles[1] - half[1])
    left, bottom, right, top = x - half[0], y - half[1], x + half[0], y + half[1]
    return view._replace(left=left, bottom=bottom, right=right, top=top)


def _middle_longitude(longitudes: Floats) -> float:
    """Return the whole degree in the middle of the shortest part of the circle that holds all."""
    east = np.unique(longitudes % FULL_CIRCLE_DEG)
    gaps = np.diff(east, append=east[0] + FULL_CIRCLE_DEG)
    widest = int(gaps.argmax())
    middle = east[widest] + (gaps[widest] + FULL_CIRCLE_DEG) / 2
    return normalize_longitude(round(float(middle)))


def describe_projection(view: View, language: Language) -> str:
    """Return the sentence about the projection of a near view."""
    meridian, latitude = view.meridian, view.true_at or 0
    return language.format_message(
        "print.projection",
        meridian=_degrees(meridian, "print.west" if meridian < 0 else "print.east", language),
        latitude=_degrees(latitude, "print.south" if latitude < 0 else "print.north", language),
    )


def _degrees(angle: float, word: str, language: Language) -> str:
    return language.format_message(word, degrees=f"{abs(angle):g}")
