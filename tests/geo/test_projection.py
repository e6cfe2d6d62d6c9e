"""The projection has one home; what repeats a figure of it agrees.

Also of `arrays.py`, `degrees.py`.
"""

from __future__ import annotations

import re

import numpy as np
import pytest

from mapping.geo.projection import (
    X_AT_EDGE,
    Y_AT_POLE,
    distances_km,
    normalize_longitude,
    project,
    unproject,
    wrap_longitude,
)
from tests.support.folder import ROOT


def test_the_page_keeps_the_shape_of_the_map() -> None:
    """The style sheet gives the map the ratio of width to height that the projection has."""
    style = (ROOT / "mapping" / "web" / "css" / "map.css").read_text(encoding="utf-8")
    [ratio] = re.findall(r"aspect-ratio: ([\d.]+);", style)
    assert float(ratio) == pytest.approx(X_AT_EDGE / Y_AT_POLE, abs=0.0006)


@pytest.mark.parametrize("place", [(2.35, 48.86), (172.0, -43.5), (-169.9, 65.8), (11.5, 0.0)])
def test_what_is_unprojected_was_projected(place: tuple[float, float]) -> None:
    """A point comes back from the map to where it was, to a millionth of a degree."""
    [[x, y]] = project(np.array([place]))
    assert unproject(x, y) == pytest.approx(place, abs=1e-6)


@pytest.mark.parametrize(
    ("longitude", "wrapped"),
    [(0, 0), (180, 180), (-168.6, 191.4), (-168.4, -168.4), (191.4, 191.4)],
)
def test_longitudes_run_on_from_the_edge_of_the_map(longitude: float, wrapped: float) -> None:
    """Those west of the edge in the Bering Strait have more than 180 degrees; exports have none."""
    assert wrap_longitude(longitude) == pytest.approx(wrapped)
    assert normalize_longitude(wrapped) == pytest.approx((longitude + 180) % 360 - 180)


def test_distances_are_those_of_the_ellipsoid() -> None:
    """Of WGS 84: a degree of latitude at the equator, and one of longitude, in kilometres."""
    found = distances_km(np.array([(10.0, 0.0), (10.0, 0.0)]), np.array([(10.0, 1.0), (11.0, 0.0)]))
    assert found == pytest.approx([110.574, 111.319], abs=0.001)
