"""From bytes to text: UTF-8 or UTF-16, for certain; the only import of charset_normalizer."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from mapping.errors import UndecodableError

# What spreadsheets save where nobody asks for UTF-8: refused, whichever it is.
LEGACY = {
    "cp1252": "windows-1252 (Western European)",
    "cp1256": "windows-1256 (Arabic)",
    "cp1251": "windows-1251 (Cyrillic)",
    "koi8_r": "KOI8-R (Cyrillic)",
    "mac_roman": "Mac OS Roman",
    "gb18030": "GB18030 (Chinese)",
    "big5": "Big5 (Chinese)",
    "cp932": "Shift-JIS (Japanese)",
    "cp949": "EUC-KR (Korean)",
}
# How files begin that are no text of cells, whatever the ending of their name.
OTHER_FORMS = {
    b"PK\x03\x04": "a spreadsheet of today's form, or another packed file",
    b"\xd0\xcf\x11\xe0": "a spreadsheet of Excel's old form (.xls)",
    b"%PDF": "a PDF",
    b"<html": "a web page",
    b"<!doctype html": "a web page",
    b"{\\rtf": "a text of a word processor (RTF)",
}
LINE_END = re.compile(r"\r\n|\r|\n")
SAMPLE = 65_536  # bytes that are enough to distinguish them
BEGINNING = 64  # bytes in which a file of another form shows itself
LINE_FEED = 0x0A
SHORTEST = 8  # bytes from which UTF-16 without a byte order mark is unmistakable
UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
SAVE_AS_UTF8 = (
    'open the original again and save it in Excel as "CSV UTF-8 (Comma delimited)", '
    'in LibreOffice as "Text CSV" with the character set Unicode (UTF-8)'
)


class Encoding(NamedTuple):
    """How a text is written: Python's codec, and the byte order mark before it, if any."""

    codec: str
    mark: bytes = b""

    def encode(self, text: str) -> bytes:
        """Return the bytes that a file in this encoding has for `text`."""
        return self.mark + text.encode(self.codec, "surrogatepass")


def decode(raw: bytes) -> tuple[str, Encoding]:
    """Return the text and its encoding: UTF-8 or UTF-16, with or without byte order mark.

    Lone surrogates pass: whoever reads the text names the cell that they are in.

    Raises
    ------
    UndecodableError
        The bytes are anything else. The likely encoding is named and never used.
    """
    start = raw[:BEGINNING].lstrip(codecs.BOM_UTF8 + b" \t\r\n").lower()
    for begin, form in OTHER_FORMS.items():
        if start.startswith(begin.lower()):
            raise _refusal(1, f"this is no text but {form}")
    encoding = _encoding(raw)
    body = raw[len(encoding.mark) :]
    try:
        return body.decode(encoding.codec, "surrogatepass"), encoding
    except UnicodeDecodeError as error:
        before = body[: error.start].decode(encoding.codec, "replace")
        line = len(LINE_END.findall(before)) + 1
        if encoding.codec != "utf-8":
            raise _refusal(line, "the text is UTF-16 that breaks off") from None
        raise _refusal(line, f"the text is not UTF-8 but {_likely(raw)}") from None


def _refusal(line: int, wrong: str) -> UndecodableError:
    return UndecodableError(line, wrong, SAVE_AS_UTF8)


def _encoding(raw: bytes) -> Encoding:
    if raw.startswith(UTF_32):
        raise _refusal(1, "the text is UTF-32")
    for codec, mark in (
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
    ):
        if raw.startswith(mark):
            return Encoding(codec, mark)
    first, second = raw[:SAMPLE:2], raw[1:SAMPLE:2]
    if len(raw) >= SHORTEST and len(raw) % 2 == 0 and 0 in raw[:SAMPLE]:
        if _is_utf_16(second, first):
            return Encoding("utf-16-le")
        if _is_utf_16(first, second):
            return Encoding("utf-16-be")
    return Encoding("utf-8")


def _is_utf_16(high: bytes, low: bytes) -> bool:
    """Whether bytes are those of signs: the beginning is ASCII, or there are line feeds.

    Those of ASCII have a zero, always on the same side; so has one of 256 others, on the other.
    """
    units = set(zip(high, low, strict=True))
    is_ascii = set(high[: SHORTEST // 2]) == {0} and 0 not in low[: SHORTEST // 2]
    return is_ascii or ((0, LINE_FEED) in units and not {(LINE_FEED, 0), (0, 0)} & units)


def likely_encodings(raw: bytes) -> dict[str, str]:
    """Return the legacy encodings that the lines with more than ASCII look most like, with names.

    They are for a person to choose from: `decode` uses none of them.
    """
    from charset_normalizer import from_bytes  # noqa: PLC0415 (needed by a refusal alone)

    telling = b"\n".join(line for line in raw.splitlines() if not line.isascii())[:SAMPLE]
    found = from_bytes(telling, cp_isolation=list(LEGACY), enable_fallback=False)
    scores = {one.encoding: (one.chaos, -one.coherence) for one in found}
    best = min(scores.values(), default=(0.0, 0.0))
    return {codec: LEGACY[codec] for codec in scores if scores[codec] == best}


def _likely(raw: bytes) -> str:
    names = sorted(likely_encodings(raw).values())
    return f"likely {' or '.join(names)}" if names else "in an encoding that is not known"
