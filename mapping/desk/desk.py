"""One data folder on the desk: its draft, what the check says of it, and how it is saved."""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING

from mapping.desk.data_files import read_files
from mapping.desk.draft import Draft, Step
from mapping.desk.examine import Examination, Workspace, with_places
from mapping.errors import PresenceMapError
from mapping.files.data_folder import EDITION_FILE, NAMES_FILE, PRESENCES_FILE, SOURCES_FILE
from mapping.files.together import Replacement, finish, write_together

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mapping.atlas import Atlas
    from mapping.desk.draft import Table, Tables
    from mapping.desk.journal import Journal
    from mapping.edition.edition import Edition

ORDER = (SOURCES_FILE, NAMES_FILE, EDITION_FILE, PRESENCES_FILE)
NOTHING_TO_SAVE = "nothing was changed"
FAULTS_LEFT = "{count} {faults} to be corrected first: {first}"
NO_SUCH_ROW = "there is no such row; it may have been taken out"


class RefusedError(PresenceMapError, ValueError):
    """What was asked for is not done; says why, in a sentence."""


class Desk:
    """A data folder that is being edited; whoever uses it holds its `lock`.

    `before` is what the check says of the files as they are on the disk, `now` of the draft.
    """

    def __init__(self, folder: Path, journal: Journal) -> None:
        """Read the folder, and take up the draft that is kept.

        Raises
        ------
        OSError
            The folder or a file of it cannot be read.
        """
        self.lock = RLock()
        self.folder, self.revision, self.restored = folder, 0, False
        self._journal, self._workspace = journal, Workspace(folder)
        finish(folder, journal.folder)
        self._examined: tuple[Tables, Examination]
        self._read()
        self._restore()

    def close(self) -> None:
        """Remove what was made in passing; the draft stays on the disk."""
        self._workspace.close()

    @property
    def now(self) -> Examination:
        """What the check says of the draft as it stands."""
        tables, found = self._examined
        if self.draft.tables is not tables:
            made = {name: table.content for name, table in self.draft.tables.items()}
            self._examined = self.draft.tables, self._workspace.examine(made)
            _, found = self._examined
        return found

    @property
    def edition(self) -> Edition | None:
        """The edition of the draft, else of what is on the disk, where either can be read."""
        return self.now.edition or self.before.edition

    def table(self, file: str) -> Table:
        """Return a table as it stands.

        Raises
        ------
        RefusedError
            It cannot be edited.
        """
        if file in self.refusals:
            raise RefusedError(self.refusals[file])
        return self.draft.tables[file]

    def row(self, file: str, key: str) -> dict[str, str]:
        """Return the cells of a row by column.

        Raises
        ------
        RefusedError
            There is no such row.
        """
        table = self.table(file)
        if key not in table.by_key:
            raise RefusedError(NO_SUCH_ROW)
        return table.cells_of(key)

    def do(self, step: Step) -> None:
        """Do a step, and keep it."""
        self._start_journal()
        self.draft.do(step)
        self._keep({"step": step.to_json()})

    def undo(self) -> None:
        """Undo the last step, if any."""
        self.draft.undo()
        self._keep({"undo": True})

    def redo(self) -> None:
        """Do again what was undone last, if anything."""
        self.draft.redo()
        self._keep({"redo": True})

    def discard(self) -> None:
        """Forget the draft."""
        self.draft.discard()
        self._journal.start({})
        self.revision += 1

    def save(self) -> list[str]:
        """Write the draft, all of its files or none, and return their names.

        Raises
        ------
        RefusedError
            There is nothing to write, or something is wrong.
        OSError
            A file was changed meanwhile, or cannot be written.
        """
        refusal = self.refuse_save()
        if refusal:
            raise RefusedError(refusal)
        made = self.draft.changed_files()
        base = self.draft.base
        # What others name first, the list last: whoever reads in between finds every name.
        names = sorted(made, key=ORDER.index)
        files = {name: Replacement(base[name].content, made[name]) for name in names}
        write_together(self.folder, files, self._journal.folder)
        self._journal.start({})
        self._read()
        self.restored = False
        self.revision += 1
        return names

    def refuse_save(self) -> str | None:
        """Return why the draft cannot be saved, in a sentence; `None` where it can be."""
        if not self.draft.changed_files():
            return NOTHING_TO_SAVE
        faults = self.now.faults
        if faults:
            word = "fault has" if len(faults) == 1 else "faults have"
            return FAULTS_LEFT.format(count=len(faults), faults=word, first=faults[0])
        return None

    def atlas_shown(self) -> Atlas | None:
        """Return the map of the draft; rows that are not on it for a fault are where they were."""
        lines = [before for before, _ in self.lost_rows()]
        return with_places(self.before, self.now, lines)

    def lost_rows(self) -> Iterator[tuple[int, int]]:
        """Yield the lines, before and now, of rows in both that are on the map only before."""
        if PRESENCES_FILE not in self.draft.tables:
            return
        before = self.draft.base[PRESENCES_FILE].lines
        for key, line in self.draft.tables[PRESENCES_FILE].lines.items():
            if key in before and line not in self.now.places_by_line:
                yield before[key], line

    def _read(self) -> None:
        self._workspace.refresh()
        self.before = self._workspace.examine({})
        tables, self.refusals = read_files(self.folder, self.before.edition)
        self.draft = Draft(tables)
        self._examined = self.draft.tables, self.before

    def _start_journal(self) -> None:
        """Keep what the steps start from, before the first of them."""
        if not self.draft.steps and not self.draft.next_redo:
            self._journal.start({name: one.content for name, one in self.draft.base.items()})

    def _keep(self, line: dict[str, object]) -> None:
        self._journal.add(line)
        self.revision += 1

    def _restore(self) -> None:
        files, lines = self._journal.read()
        contents = {name: one.content for name, one in self.draft.base.items()}
        if lines and files == contents:
            replay(self.draft, lines)
            self.restored = bool(self.draft.steps)


def replay(draft: Draft, lines: list[dict[str, object]]) -> None:
    """Do what the lines of a journal say, in their order."""
    for line in lines:
        match line:
            case {"step": dict(made)}:
                draft.do(Step.from_json(made))
            case {"undo": _}:
                draft.undo()
            case {"redo": _}:
                draft.redo()
