"""Degrees as people write them: with signs or letters, minutes and seconds, commas, in one cell."""

from __future__ import annotations

import re

from mapping.geo.degrees import MAX_LATITUDE_DEG, MAX_LONGITUDE_DEG
from mapping.tables.cells import strip_invisible
from mapping.tables.map_links import find_point

NUMBER = r"\d+(?:[.,]\d+)?"
# Degrees, then minutes and seconds with whatever sign; the letter of the hemisphere on either side.
ANGLE = re.compile(
    rf"([NSEWO])?\s*([-+])?\s*({NUMBER})\s*(?:[°ºd]\s*)?"
    rf"(?:({NUMBER})\s*['m]\s*)?(?:({NUMBER})\s*(?:\"|''|s)\s*)?([NSEWO])?",
    re.IGNORECASE,
)
# Degrees, minutes and seconds with spaces or colons alone between them: with a letter, for certain.
SPACED = re.compile(
    rf"([NSEW])?\s*()(\d{{1,3}})(?:\s*[°º:]\s*|\s+)({NUMBER})(?:(?:\s*[':]\s*|\s+)({NUMBER}))?"
    r"\s*['\"]*\s*([NSEW])?",
    re.IGNORECASE,
)
DECIMAL = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]+)?")
POINT = re.compile(r"point\s*z?\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)[^)]*\)", re.IGNORECASE)
# As ISO 6709 writes both angles, in digits of fixed number: a height and a system may follow.
COMPACT = re.compile(
    r"([-+])(\d\d)(\d\d)?(\d\d)?(\.\d+)?([-+])(\d{3})(\d\d)?(\d\d)?(\.\d+)?"
    r"(?:[-+]\d+(?:\.\d+)?)?(?:CRS\w+)?/?"
)
QUOTES = str.maketrans("\u2212\u2013\u2032\u2019\u00b4\u2033\u201d", "--'''\"\"")
NORTH, EAST = "NS", "EWO"  # O: west or east in other languages; it says only which axis is meant
OTHER_KIND = "these are degrees of another kind"
SIXTIETH = 1 / 60  # 60 seconds are what some programs round to


def parse_angle(cell: str, axis: str) -> float | None:
    """Return a latitude (`axis` ``NS``) or longitude (``EWO``) in degrees; `None` if empty.

    Raises
    ------
    ValueError
        The cell holds anything else, or degrees that no such angle has.
    """
    text = strip_invisible(cell)
    if DECIMAL.fullmatch(text):  # as most are written
        return _check_range(float(text), axis)
    text = text.translate(QUOTES)
    if not text:
        return None
    found = ANGLE.fullmatch(text) or SPACED.fullmatch(text)
    if found is None or (found.re is SPACED and not (found[1] or found[6])):
        message = "these are no degrees"
        raise ValueError(message)
    return _degrees(found, axis)


def parse_position(cell: str) -> tuple[float, float] | None:
    """Return latitude and longitude out of one cell, `None` if it is empty.

    A link to a map is that of its point. Well-known text (``POINT(2.35 48.85)``) has the longitude
    first, all else the latitude, ISO 6709 (``+4851+00221``) too, unless letters say which is which.

    Raises
    ------
    ValueError
        The cell is anything else.
    """
    text = strip_invisible(cell).translate(QUOTES)
    if not text:
        return None
    linked = find_point(text)
    if linked:
        return _check_range(float(linked[0]), NORTH), _check_range(float(linked[1]), EAST)
    point = POINT.fullmatch(text)
    if point:
        return _check_range(float(point[2]), NORTH), _check_range(float(point[1]), EAST)
    compact = COMPACT.fullmatch(text)
    if compact:
        parts = compact.groups(default="")
        return _compact_degrees(*parts[:5], NORTH), _compact_degrees(*parts[5:], EAST)
    first, second = _halves(text.strip("()[] "))
    if _letters(first) & set(EAST) or _letters(second) & set(NORTH):
        first, second = second, first
    north, east = parse_angle(first, NORTH), parse_angle(second, EAST)
    if north is None or east is None:
        message = "this is half a position"
        raise ValueError(message)
    return north, east


def _halves(text: str) -> tuple[str, str]:
    """Return the two angles of a text, which a semicolon, comma, slash, letter or space divides."""
    for divider in (
        r"\s*[;/|]\s*", r",\s+", r"(?<=[NSEWO])[\s,]*(?=\d)", r"(?<=[\d'\"°])[\s,]*(?=[NSEWO])",
        r",", r"\s+",
    ):  # fmt: skip
        match re.split(divider, text, flags=re.IGNORECASE):
            case [north, east]:
                return north, east
    message = "these are not two angles"
    raise ValueError(message)


def _letters(text: str) -> set[str]:
    return set(text.upper()) & set("NSEW")


def _degrees(found: re.Match[str], axis: str) -> float:
    before, sign, *numbers, after = found.groups(default="")
    degrees, minutes, seconds = (float(one.replace(",", ".") or 0) for one in numbers)
    letter = (before or after).upper()
    if (letter and letter not in axis) or letter == "O":
        raise ValueError(OTHER_KIND)
    turned = sign == "-" or letter in {"S", "W"}
    return _joined(degrees, minutes, seconds, turned=turned, axis=axis)


def _compact_degrees(sign: str, degrees: str, *rest: str) -> float:
    """Return the degrees of an angle in ISO 6709; the `rest` ends with fraction and axis."""
    *more, fraction, axis = rest
    numbers = [degrees, *filter(None, more)]
    numbers[-1] += fraction
    return _joined(*map(float, numbers), turned=sign == "-", axis=axis)


def _joined(
    degrees: float, minutes: float = 0, seconds: float = 0, *, turned: bool, axis: str
) -> float:
    if max(minutes, seconds) > 1 / SIXTIETH:
        raise ValueError(OTHER_KIND)
    angle = degrees + SIXTIETH * (minutes + SIXTIETH * seconds)
    return _check_range(-angle if turned else angle, axis)


def _check_range(angle: float, axis: str) -> float:
    most = MAX_LATITUDE_DEG if axis == NORTH else MAX_LONGITUDE_DEG
    if abs(angle) > most:
        message = f"degrees go from -{most} to {most}"
        raise ValueError(message)
    return angle
