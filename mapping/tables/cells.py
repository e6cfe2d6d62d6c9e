"""What a cell may hold: invisible characters, keys, and numbers as people write them."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from mapping.geo.degrees import MAX_LATITUDE_DEG, MAX_LONGITUDE_DEG

BREAKS = re.compile(r"[ \t]*[\t\r\n\u2028\u2029][\t\r\n\u2028\u2029 ]*")
# Signs that reorder or fence off the text around them, control characters, halves of characters,
# and the sign that some program wrote in the place of one that it could not read.
FORBIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f"
    "\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffd]"
)
EDGES = " \u00a0\u202f\u2007\u3000\u200b\u200c\u200d\u2060\u00ad"
SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
NUMBER = re.compile(r"[-+\u2212]?[0-9]{1,3}(?:[.,][0-9]+)?(?: ?°)?")
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"  # what the keys of the tables' own rows look like
YesNo = Literal["yes", "no"]
YES: Final = "yes"
NO: Final = "no"
NumberedRow = tuple[int, list[str]]  # the line or row on which it begins, and its cells
REPEATED = PydanticCustomError("repeated", "a key is there twice")
SURROGATES = ("\ud800", "\udfff")


def normalize_text(cell: str) -> str:
    """Return a cell without what nobody sees: a byte order mark inside, blank edges, line breaks.

    No-break spaces, joiners and directional marks within a text stay: French and Arabic need them.
    """
    if cell.isascii():
        return BREAKS.sub(" ", cell).strip()
    text = BREAKS.sub(" ", cell.replace("\ufeff", "")).strip(EDGES)
    return text if strip_invisible(text) else ""


def find_forbidden(cell: str) -> tuple[str, str] | None:
    """Return what a cell must not hold and what to do about it; `None` where it is valid."""
    found = None if cell.isascii() and cell.isprintable() else FORBIDDEN.search(cell)
    if found is not None:
        sign = found.group()
        return f"U+{ord(sign):04X} ({_name(sign)}) is not allowed in the text", _remedy(sign)
    return None


def remove_forbidden(cell: str) -> str:
    """Return a cell without the characters that `find_forbidden` names."""
    return FORBIDDEN.sub("", cell)


def strip_invisible(text: str) -> str:
    """Return a key or code without anything invisible, its spaces plain ones."""
    if text.isascii():
        return text.strip()
    plain = SPACES.sub(" ", text)
    if plain.isprintable():  # nothing of the category of what is invisible is
        return plain.strip()
    return "".join(sign for sign in plain if unicodedata.category(sign) != "Cf").strip()


def parse_degrees(cell: object) -> float | None:
    """Read degrees: a decimal comma, a typographic minus and a degree sign are accepted.

    Raises
    ------
    ValueError
        The cell is neither empty nor a decimal number.
    """
    text = "" if cell is None else strip_invisible(str(cell))
    if not text:
        return None
    if not NUMBER.fullmatch(text):
        message = "no decimal number"
        raise ValueError(message)
    return float(text.rstrip(" °").replace(",", ".").replace("\u2212", "-"))


def looks_swapped(latitude: str, longitude: str) -> bool:
    """Whether two cells are a position whose latitude alone is impossible, and would not be."""
    try:
        north, east = parse_degrees(latitude), parse_degrees(longitude)
    except ValueError:
        return False
    if north is None or east is None:
        return False
    return abs(east) <= MAX_LATITUDE_DEG < abs(north) <= 2 * MAX_LATITUDE_DEG


def is_null_position(latitude: str, longitude: str) -> bool:
    """Whether two cells are 0, 0: what programs write where they know no position."""
    try:
        return parse_degrees(latitude) == parse_degrees(longitude) == 0
    except ValueError:
        return False


def _name(sign: str) -> str:
    if SURROGATES[0] <= sign <= SURROGATES[1]:
        return "half a character"
    return unicodedata.name(sign, "a control character").lower()


def _remedy(sign: str) -> str:
    if sign == "\ufffd" or SURROGATES[0] <= sign <= SURROGATES[1]:
        return "write the text again: a character was lost"
    return "delete the cell and type it anew"


def _keys(cell: object) -> tuple[str, ...]:
    keys = tuple(strip_invisible(str(cell)).split())
    if len(keys) > 1 and len(set(keys)) < len(keys):
        raise REPEATED
    return keys


# Cells are text. In keys and codes nothing invisible counts; a cell may list several keys.
StripInvisible = BeforeValidator(lambda cell: strip_invisible(str(cell)))
Key = Annotated[str, StripInvisible]
Keys = Annotated[tuple[str, ...], BeforeValidator(_keys)]
Latitude = Annotated[
    float | None,
    Field(
        ge=-MAX_LATITUDE_DEG,
        le=MAX_LATITUDE_DEG,
        json_schema_extra={
            "remedy": f"write degrees north, from -{MAX_LATITUDE_DEG} to {MAX_LATITUDE_DEG}, "
            "such as 48.86"
        },
    ),
    BeforeValidator(parse_degrees),
]
Longitude = Annotated[
    float | None,
    Field(
        ge=-MAX_LONGITUDE_DEG,
        le=MAX_LONGITUDE_DEG,
        json_schema_extra={
            "remedy": f"write degrees east, from -{MAX_LONGITUDE_DEG} to {MAX_LONGITUDE_DEG}, "
            "such as -74.01"
        },
    ),
    BeforeValidator(parse_degrees),
]
Confirmed = Annotated[
    Literal["", "yes"],
    StripInvisible,
    Field(
        description="yes: the position is right as it is, though it is outside its area as "
        "drawn; a table may be without this column",
        json_schema_extra={"remedy": "write yes, or leave it empty", "optional": True},
    ),
]
