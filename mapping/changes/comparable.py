"""A list read as far as a comparison needs it: what has nothing to do with that may be wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mapping.atlas import assemble
from mapping.checks.references import check_for_comparison, check_joined
from mapping.dataset import presences
from mapping.dataset.reading import Dataset, read_dataset
from mapping.errors import FaultLog

if TYPE_CHECKING:
    from mapping.atlas import Atlas
    from mapping.changes.versions import ListVersion


def read_comparable(source: ListVersion, faults: FaultLog) -> Atlas | None:
    """Read a list whose every row can be named and placed; totals, footnotes and sources may err.

    Where a row cannot be, or a table not be read, note every fault, each with its folder or
    revision, and give `None`.
    """
    found = FaultLog()
    dataset = read_dataset(source.folder, found, source.listing)
    listing = (source.listing or Path(presences.FILE)).stem
    if isinstance(dataset, Dataset):
        sound = check_for_comparison(dataset, found)
        unread = any(Path(fault.file).stem == listing for fault in found.faults)
        if len(sound) == len(dataset.presences) and not unread:
            return assemble(dataset, sound)
        check_joined(dataset, sound, found)
    faults.faults += [source.locate(fault) for fault in found.faults]
    faults.notes += [source.locate(note) for note in found.notes]
    return None
