"""What the check and the map say of a draft: the same code as `check`, on a copy of the folder."""

from __future__ import annotations

import gc
import shutil
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mapping import pipeline
from mapping.dataset.vocabulary import build_vocabulary
from mapping.errors import FaultLog, merge_faults
from mapping.files.data_folder import INPUTS, PRESENCES_FILE
from mapping.files.row_memory import RowMemory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mapping.atlas import Atlas, Place
    from mapping.dataset.vocabulary import Vocabulary
    from mapping.edition.edition import Edition
    from mapping.errors import Fault
    from mapping.pipeline import Assessment

STEMS = frozenset(Path(name).stem.lower() for name in INPUTS)


def list_inputs(folder: Path) -> list[Path]:
    """Return the files of a data folder that are read, or could be mistaken for one that is."""
    return [one for one in folder.iterdir() if one.stem.lower() in STEMS and one.is_file()]


@dataclass(frozen=True)
class Examination:
    """One version of the data: what is wrong with it, and its places."""

    assessment: Assessment

    @property
    def edition(self) -> Edition | None:
        """The edition, where it could be read."""
        return self.assessment.read.edition

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What may be written into the columns of keys."""
        read = self.assessment.read
        return build_vocabulary(read.tables, read.edition, FaultLog())

    @cached_property
    def faults(self) -> list[Fault]:
        """Every fault, those of one cause as one."""
        return merge_faults(self.assessment.faults.faults)

    @cached_property
    def notices(self) -> list[Fault]:
        """What else a person should know."""
        return merge_faults(self.assessment.faults.notices)

    @cached_property
    def places_by_line(self) -> dict[int, list[Place]]:
        """The places of each row of the list, by its line; several where a row names several."""
        found: dict[int, list[Place]] = defaultdict(list)
        for place in self.assessment.atlas.places if self.assessment.atlas else ():
            found[place.presence.line].append(place)
        return found


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Let Python look for no garbage until the block ends: a third of the time of a long list.

    Nothing that is made here refers to itself.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class Workspace:
    """A copy of a data folder, in which a draft takes the place of what is on the disk."""

    def __init__(self, folder: Path, copy: Path) -> None:
        """Take the folder, and where its copy is to be until `close`."""
        self._folder, self.path = folder, copy
        self._written: dict[str, bytes] = {}
        self._seen: dict[str, tuple[int, int]] = {}
        self._memory = RowMemory()

    def close(self) -> None:
        """Remove the copy."""
        shutil.rmtree(self.path, ignore_errors=True)

    def refresh(self) -> None:
        """Copy the folder anew: its inputs, and what could be mistaken for one."""
        shutil.rmtree(self.path, ignore_errors=True)
        self.path.mkdir(mode=0o700)
        self._written.clear()
        self._memory.clear()
        self._seen = self._look()
        for name in self._seen:
            file = self._folder / name
            if file.resolve().is_relative_to(self._folder.resolve()):
                self._written[name] = file.read_bytes()
                (self.path / name).write_bytes(self._written[name])
            else:  # the check has something to say of such a link
                (self.path / file.name).symlink_to(file.resolve())

    def is_current(self) -> bool:
        """Whether the folder is as it was when it was copied last."""
        return self._look() == self._seen

    def _look(self) -> dict[str, tuple[int, int]]:
        """Return when each file that matters was changed, and how long it is."""
        found = {file.name: file.stat() for file in list_inputs(self._folder)}
        return {name: (one.st_mtime_ns, one.st_size) for name, one in found.items()}

    def examine(self, contents: Mapping[str, bytes]) -> Examination:
        """Check the folder with these files in the place of its own.

        Raises
        ------
        OSError
            A file cannot be read or written.
        """
        for name, content in contents.items():
            if self._written.get(name) != content:
                (self.path / name).write_bytes(content)
                self._written[name] = content
                if name != PRESENCES_FILE:  # what the rows of the list are read by
                    self._memory.clear()
        with without_garbage_collection():
            found = pipeline.assess(self.path, lambda _: None, memory=self._memory)
        log = found.faults
        log.faults = [self._locate(one) for one in log.faults]
        log.notices = [self._locate(one) for one in log.notices]
        return Examination(found)

    def _locate(self, fault: Fault) -> Fault:
        """Return a fault that speaks of the folder, and not of its copy."""
        copy, folder = str(self.path), str(self._folder)
        wrong, remedy = (text.replace(copy, folder) for text in (fault.wrong, fault.remedy))
        return replace(fault, wrong=wrong, remedy=remedy)


def with_places(before: Examination, now: Examination, lines: Iterable[int]) -> Atlas | None:
    """Return the map as it is now, with the places that some rows had before, by their lines."""
    atlas = now.assessment.atlas
    kept = [place for line in lines for place in before.places_by_line.get(line, ())]
    return replace(atlas, places=(*atlas.places, *kept)) if atlas else None
