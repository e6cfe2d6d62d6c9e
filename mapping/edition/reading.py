"""Reading the edition, with every fault at its line."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from mapping.edition.consistency import check_edition, is_usable
from mapping.edition.edition import REPEATED, Edition
from mapping.edition.faults import explain
from mapping.errors import FEW, UndecodableError
from mapping.files.cache import cached
from mapping.files.namesakes import explain_missing
from mapping.i18n.localized import LANGUAGES
from mapping.tables.encodings import decode
from mapping.toml.key_lines import key_path, line_of
from mapping.toml.reading import Reading, read_toml

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from mapping.edition.keys import Finding
    from mapping.errors import FaultLog
    from mapping.i18n.catalog import Language

AS_UTF8 = "open it in a text editor and save it with the encoding UTF-8"


def read_edition(
    path: Path, areas: Collection[str], language: Language, faults: FaultLog
) -> Edition | None:
    """Read the edition; add every fault in it to `faults`; return `None` where it cannot be used.

    `areas` are the codes of the map, which the standing notes must name; the words of `language`
    are the page's own, which the edition may replace. Lines that are no TOML are reported, and read
    as they were intended, so that whatever else is wrong is reported too.
    """
    text = _text(path, faults)
    reading = _read(text) if text else None
    if reading is None:
        return None
    edition: Edition | None = None
    found: list[Finding] = []
    if reading.raw is not None:
        try:
            edition = _edition(reading.text)
            found += check_edition(edition, areas, language)
        except ValidationError as error:
            found += explain(error, reading.text)
    _report(path.name, reading, found, faults)
    return edition if edition and is_usable(edition) else None


def _report(file: str, reading: Reading, found: list[Finding], faults: FaultLog) -> None:
    """Report the slips, and what else was found; one slip in many lines is one fault."""
    slips = {slip.line: slip for slip in reading.slips}
    for keys, wrong, remedy in found:
        line = line_of(reading.text, keys)
        if line not in slips:
            faults.add(file, line, wrong, remedy, key_path(keys))
        elif (
            remedy.startswith("write ") and " = " in remedy
        ):  # the corrected line is not yet what it must be
            slips[line] = slips[line]._replace(remedy=remedy)
    often = Counter(slip.wrong for slip in reading.slips)
    for slip in slips.values():
        key = slip.key if often[slip.wrong] <= FEW else ""
        faults.add(file, slip.line, slip.wrong, slip.remedy, key, cause=slip.wrong)


def _text(path: Path, faults: FaultLog) -> str | None:
    try:
        text, encoding = decode(path.read_bytes())
    except (FileNotFoundError, IsADirectoryError):
        faults.add(path.name, 1, *explain_missing(path))
    except UndecodableError as error:
        faults.add(path.name, error.line, error.wrong, AS_UTF8)
    else:
        if encoding.codec != "utf-8":
            faults.add(path.name, 1, "the text is UTF-16 and not UTF-8", AS_UTF8)
        elif not text.strip():
            faults.add(path.name, 1, "the file is empty", "write it as its head described")
        else:
            return text
    return None


@cached(2)
def _read(text: str) -> Reading:
    return read_toml(text, REPEATED)


@cached(1)
def _edition(text: str) -> Edition:
    raw = _read(text).raw or {}
    return Edition.model_validate(raw, context=_context(raw))


def _context(raw: dict[str, Any]) -> dict[str, object]:
    """Return what the model must know of the whole, which it says itself whether it is valid.

    That is the languages that every text must have, and that of the texts which others borrow.
    """
    table = raw.get("edition")
    heading = table if isinstance(table, dict) else {}
    named, default = heading.get("languages"), heading.get("default_language")
    languages = named if isinstance(named, list) else LANGUAGES
    fallback = default if heading.get("fallback") is True and default in languages else ""
    return {
        "languages": [fallback] if fallback else languages,
        "fallback": fallback,
        "complete": not raw.get("columns"),
    }
