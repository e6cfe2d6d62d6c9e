"""Texts that a program spoiled before they came here: their letters are lost, or are others."""

from __future__ import annotations

import codecs
import re

LETTER = re.compile(r"\w")
# What spreadsheets show where a formula failed, in the words of their language, or where a column
# is too narrow. #N/A is not among them: in people's own lists it is how an empty cell is written.
ERROR_VALUE = re.compile(r"#[¡¿]?[^\W\d_]+(?:/0)?[!?]|#{3,}|Err:[0-9]{3}")
SUSPICIOUS = re.compile(r"\?\?|#|Err:")  # what a row of ASCII with such a text has in it
# What reads UTF-8 as something else, on machines of different countries, and what it then writes.
MISREADINGS = ("cp1252", "cp1251", "cp1256", "mac_roman")
C1 = re.compile(r"[\x80-\x9f]+")
# A letter of UTF-8 is two bytes and more, each of which is read as one that is not in ASCII.
ALONE = re.compile(r"(?<![^\x00-\x7f])[^\x00-\x7f](?![^\x00-\x7f])")
C1_BY_NUMBER = "presence-map.c1-by-number"  # how Python is told to go on at such a letter
PHONETIC = re.compile("[\u0250-\u02af]")  # what "É" and a no-break space or "»" would stand for


def find_damage(cell: str) -> tuple[str, str] | None:
    """Return what has become of a text, and what to do about it; `None` where it is whole."""
    if "??" in cell and not LETTER.search(cell):
        return "question marks have taken the place of letters", (
            "write the text again: it was saved in an encoding that has no place for it"
        )
    text = cell.strip(" \t\r\n")  # a no-break space may be part of a letter
    if ERROR_VALUE.fullmatch(text):
        return f"the cell holds an error ({text})", "write the value itself"
    if text.isascii() or ALONE.search(text):
        return None
    if any(_is_misread(text, codec) for codec in MISREADINGS):
        return "the text was UTF-8, and was read as something else", (
            "take the original and open it as UTF-8, or write the text again"
        )
    return None


def _is_misread(text: str, codec: str) -> bool:
    """Whether the bytes from which a codec makes a text are UTF-8: hardly by chance."""
    try:
        meant = text.encode(codec, C1_BY_NUMBER).decode()
    except UnicodeError:
        return False
    return meant.isprintable() and not PHONETIC.search(meant)


def _encode_by_number(error: UnicodeError) -> tuple[bytes, int]:
    """Return C1 controls, where a codec knows none, as the bytes of their numbers."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    signs = error.object[error.start : error.end]
    if not C1.fullmatch(signs):
        raise error
    return signs.encode("latin-1"), error.end


codecs.register_error(C1_BY_NUMBER, _encode_by_number)
