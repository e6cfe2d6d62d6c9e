"""Colours: reading what people write for #RRGGBB, and how different two colours look."""

from __future__ import annotations

import math
import re
import unicodedata
from operator import mul

HEX = re.compile(r"(?:#|0x)?([0-9a-f]{6})(?:[0-9a-f]{2})?")
SHORT_HEX = re.compile(r"#?([0-9a-f])([0-9a-f])([0-9a-f])")
RGB = re.compile(r"(?:rgba?)?\(? *(\d{1,3})[ ,;]+(\d{1,3})[ ,;]+(\d{1,3})[ ,;/.\d%]*\)?")
BRIGHTEST = 255
MIN_DIFFERENCE = 5.0  # CIELAB 1976: about twice what can be seen side by side (Mahy et al. 1994)
WHITE = (0.9505, 1.0, 1.089)  # D65, which sRGB is made for
# IEC 61966-2-1: from linear sRGB to CIE XYZ.
LUMINANCE = (0.2126, 0.7152, 0.0722)  # of red, green and blue
TO_XYZ = ((0.4124, 0.3576, 0.1805), LUMINANCE, (0.0193, 0.1192, 0.9505))
# The same: the curve of sRGB, which is straight for what is very dark.
STRAIGHT_TO_LEVEL, STRAIGHT_TO_LIGHT, SLOPE = 0.04045, 0.0031308, 12.92
OFFSET, EXPONENT = 0.055, 2.4


def parse_colour(text: str) -> str | None:
    """Return as #RRGGBB a colour given by a name of CSS or other digits; else `None`."""
    plain = unicodedata.normalize("NFKC", text).strip().casefold()
    if found := HEX.fullmatch(plain):
        return f"#{found.group(1).upper()}"
    if found := SHORT_HEX.fullmatch(plain):
        return "#" + "".join(digit * 2 for digit in found.groups()).upper()
    if found := RGB.fullmatch(plain):
        levels = [int(level) for level in found.groups()]
        return "#{:02X}{:02X}{:02X}".format(*levels) if max(levels) <= BRIGHTEST else None
    return _find_named(re.sub(r"[\s_-]", "", plain))


def _find_named(name: str) -> str | None:
    from prompt_toolkit.styles import NAMED_COLORS  # noqa: PLC0415 (needed by a fault alone)

    return next((code.upper() for one, code in NAMED_COLORS.items() if one.lower() == name), None)


def colour_difference(one: str, other: str) -> float:
    """Return the distance of two colours, #RRGGBB, in CIELAB (1976)."""
    return math.dist(_lab(one), _lab(other))


def _lab(colour: str) -> tuple[float, float, float]:
    levels = [decode_srgb(int(colour[at : at + 2], 16) / BRIGHTEST) for at in (1, 3, 5)]
    x, y, z = (
        _root(sum(map(mul, row, levels)) / white) for row, white in zip(TO_XYZ, WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def decode_srgb(level: float) -> float:
    """Return the light, of 1, of a level of sRGB, of 1."""
    if level <= STRAIGHT_TO_LEVEL:
        return level / SLOPE
    return float(((level + OFFSET) / (1 + OFFSET)) ** EXPONENT)


def encode_srgb(light: float) -> float:
    """Return the level of sRGB, of 1, of a light, of 1."""
    if light <= STRAIGHT_TO_LIGHT:
        return SLOPE * light
    return float((1 + OFFSET) * light ** (1 / EXPONENT) - OFFSET)


def _root(part: float) -> float:
    return part ** (1 / 3) if part > (6 / 29) ** 3 else part / (3 * (6 / 29) ** 2) + 4 / 29
