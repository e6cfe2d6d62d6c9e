"""A list read as far as a comparison needs it: what has nothing to do with that may be wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mapping.atlas import assemble
from mapping.checks.references import check_joined, check_named
from mapping.dataset import presences
from mapping.dataset.reading import Lists, read_lists
from mapping.errors import Faults

if TYPE_CHECKING:
    from mapping.atlas import Atlas
    from mapping.changes.versions import Source


def read_comparable(source: Source, faults: Faults) -> Atlas | None:
    """Read a list whose every row can be named and placed; totals, footnotes and sources may err.

    Where a row cannot be, or a table not be read, note every fault, each with its folder or
    revision, and give `None`.
    """
    found = Faults()
    lists = read_lists(source.folder, found, source.listing)
    listing = (source.listing or Path(presences.FILE)).stem
    if isinstance(lists, Lists):
        sound = check_named(lists, found)
        unread = any(Path(fault.file).stem == listing for fault in found.found)
        if len(sound) == len(lists.presences) and not unread:
            return assemble(lists, sound)
        check_joined(lists, sound, found)
    faults.found += [source.locate(fault) for fault in found.found]
    faults.notes += [source.locate(note) for note in found.notes]
    return None
