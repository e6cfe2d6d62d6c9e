"""A list read only as far as a comparison needs it: what has nothing to do with that may be wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mapping import presences
from mapping.atlas import assemble
from mapping.errors import DataError, Faults
from mapping.lists import read_lists
from mapping.references import check_named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mapping.atlas import Atlas
    from mapping.errors import Fault
    from mapping.revisions import Source


def read_comparable(source: Source) -> Atlas:
    """Read a list whose every row can be named and placed; totals, footnotes and sources may err.

    Raises
    ------
    DataError
        A row cannot be read, named or placed; every fault says in which folder or revision.
    """
    faults = Faults()
    try:
        lists = read_lists(source.folder, faults, source.listing)
    except DataError as error:
        raise DataError(_located(error.faults, source)) from None
    unreadable = faults.found and not (lists.countries and lists.names)
    sound = [] if unreadable else check_named(lists, faults)
    found = _located(faults.found, source)
    own = source.locate(presences.FILE)
    if len(sound) < len(lists.presences) or any(fault.file == own for fault in found):
        raise DataError(found)
    return assemble(lists, sound)


def _located(faults: Iterable[Fault], source: Source) -> list[Fault]:
    return [replace(fault, file=source.locate(fault.file)) for fault in faults]
