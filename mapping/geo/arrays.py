"""The types of arrays; their shapes and units are said where they are taken and returned."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Geometries = NDArray[Any]  # of shapely
