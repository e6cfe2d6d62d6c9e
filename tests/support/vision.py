"""How colours look to people: contrast, colour-blindness, and the difference of two colours."""

from __future__ import annotations

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt
from typing import TYPE_CHECKING

import numpy as np

from mapping.edition.colours import LUMINANCE, TO_XYZ, WHITE, decode_srgb

if TYPE_CHECKING:
    from numpy.typing import NDArray

# What is left of linear red, green and blue without one kind of cones (Machado et al. 2009), and
# without any.
SIGHTS = {
    "normal": np.eye(3),
    "protanopia": np.array([
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ]),
    "deuteranopia": np.array([
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ]),
    "tritanopia": np.array([
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ]),
    "grey": np.array([LUMINANCE] * 3),
}  # fmt: skip
Lab = tuple[float, float, float]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, #rrggbb, as WCAG 2.2 reckons it."""
    dark, light = sorted(float(_light(colour) @ LUMINANCE) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def hue_and_chroma(colour: str) -> tuple[float, float]:
    """Return the hue in degrees, and how far from grey a colour is, in CIELAB."""
    _, a, b = lab(colour)
    return degrees(atan2(b, a)) % 360, hypot(a, b)


def lab(colour: str, sight: str = "normal") -> Lab:
    """Return a colour in CIELAB as it looks to a sight."""
    seen = np.clip(SIGHTS[sight] @ _light(colour), 0, 1)
    x, y, z = (
        part ** (1 / 3) if part > (6 / 29) ** 3 else part * 841 / 108 + 4 / 29
        for part in (np.array(TO_XYZ) @ seen / WHITE).tolist()
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: str, other: str, sight: str = "normal") -> float:
    """Return how different two colours look to a sight, in CIEDE2000."""
    return ciede2000(lab(one, sight), lab(other, sight))


def ciede2000(one: Lab, other: Lab) -> float:
    """Return the difference of two colours in CIELAB (Sharma, Wu and Dalal 2005)."""
    chroma = (hypot(*one[1:]) + hypot(*other[1:])) / 2
    stretch = 1.5 - 0.5 * sqrt(chroma**7 / (chroma**7 + 25**7))
    c1, c2 = hypot(stretch * one[1], one[2]), hypot(stretch * other[1], other[2])
    h1 = degrees(atan2(one[2], stretch * one[1])) % 360
    h2 = degrees(atan2(other[2], stretch * other[1])) % 360
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0
    light, c = (one[0] + other[0]) / 2, (c1 + c2) / 2
    hue = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    t = (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
    by_light = (other[0] - one[0]) / (1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2))
    by_chroma = (c2 - c1) / (1 + 0.045 * c)
    by_hue = 2 * sqrt(c1 * c2) * sin(radians(turn / 2)) / (1 + 0.015 * c * t)
    rotation = -2 * sqrt(c**7 / (c**7 + 25**7)) * sin(radians(60 * exp(-(((hue - 275) / 25) ** 2))))
    return sqrt(by_light**2 + by_chroma**2 + by_hue**2 + rotation * by_chroma * by_hue)


def _light(colour: str) -> NDArray[np.float64]:
    return np.array([decode_srgb(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5)])
