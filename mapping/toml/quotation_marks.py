"""Quotation marks around a text and inside of it, straight, typographic or missing."""

from __future__ import annotations

import re

STRAIGHT = "\"'"
FOREIGN = "“”„‟«»‹›‘’‚‛`´″′＂＇「」『』〝〞〟"
MARKS = STRAIGHT + FOREIGN
PAIRS = {"“": "”", "«": "»", "‹": "›", "「": "」", "『": "』"}
UNESCAPED_MARK = re.compile(r'(?<!\\)"')


def split_marks(text: str) -> tuple[str, str, str]:
    """Return the mark that begins a text, the text, and the mark that ends it, if any."""
    begins = text[0] if text and text[0] in MARKS and not _ends_early(text) else ""
    inside = text.lstrip(begins) if begins else text
    ends = inside[-1] if inside and inside[-1] in MARKS and not _belongs_inside(inside) else ""
    for _ in range(max(1, len(text) - len(inside)) if ends else 0):  # as many as begin it
        inside = inside.removesuffix(ends)
    return begins, inside, ends


def _ends_early(text: str) -> bool:
    """Whether the typographic mark that begins a text is closed before the text ends."""
    closing = PAIRS.get(text[0])
    depth = 0
    for sign in text[:-1] if closing else "":
        depth += (sign == text[0]) - (sign == closing)
        if depth == 0:
            return True
    return False


def _belongs_inside(inside: str) -> bool:
    """Whether the typographic mark that ends a text closes one that was opened inside of it."""
    opening = next((one for one, other in PAIRS.items() if other == inside[-1]), None)
    return opening is not None and inside.count(opening) >= inside.count(inside[-1])


def wrong_marks(begins: str, ends: str) -> str:
    """Return what is wrong with the marks around a text; nothing where they are a straight pair."""
    if {begins, ends} & set(FOREIGN):
        marks = " ".join(mark for mark in (begins, ends) if mark and mark in FOREIGN)
        return f"typographic quotation marks ({marks}) are around the text, not straight ones"
    if not begins and not ends:
        return "the text has no quotation marks"
    if begins == ends:
        return ""
    if begins and ends:
        return f"the text begins with {begins} and ends with {ends}"
    return f"the quotation mark at the {'end' if begins else 'beginning'} of the text is missing"


def set_typographic_marks(inside: str) -> str:
    """Put typographic quotation marks for straight ones inside a text, by turns."""
    parts = UNESCAPED_MARK.split(inside)
    marks = ("“" if number % 2 == 0 else "”" for number in range(len(parts) - 1))
    return parts[0] + "".join(mark + part for mark, part in zip(marks, parts[1:], strict=True))
