"""A data folder that is being edited: its draft, what the check says of it, how it is saved."""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING

from mapping.changes.git import has_commit_of
from mapping.editor.data_files import list_names, parse_file, read_files
from mapping.editor.draft import Draft, Step
from mapping.editor.examine import Examination, Workspace, with_places
from mapping.editor.merging import (
    Conflict,
    carry_over,
    find_conflicts,
    keep_keys,
    replay,
    take_theirs,
)
from mapping.editor.publication_record import PublicationRecord
from mapping.editor.spreadsheet import read_sheet
from mapping.errors import ChangedError, WrongUseError
from mapping.files.data_folder import EDITION_FILE, NAMES_FILE, PRESENCES_FILE, SOURCES_FILE
from mapping.files.row_memory import RowMemory
from mapping.files.together import Replacement, finish, write_together
from mapping.tables.raw_table import table_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mapping.atlas import Atlas
    from mapping.edition.edition import Edition
    from mapping.editor.draft import Table, Tables
    from mapping.editor.journal import Journal

COPY = "copy"  # of the folder, in which the draft is checked
ORDER = (SOURCES_FILE, NAMES_FILE, EDITION_FILE, PRESENCES_FILE)
NOTHING_TO_SAVE = "nothing was changed"
FAULTS_LEFT = "{count} {faults} to be corrected first: {first}"
CHANGED_MEANWHILE = "somebody else changed the files meanwhile: look at both, then save again"
DECIDE_FIRST = "{count} to be decided first: somebody else changed the same"
GONE = "{file} is not there any more; put it back, or discard the draft"
NOTHING_TO_DECIDE = "there is nothing to decide about this any more"
NO_SUCH_ROW = "there is no such row; it may have been taken out"


class EditSession:
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
        self.folder, self.revision, self.restored = folder, 0, ""
        self.reading = 0  # how often the files were read
        self.row_states = RowMemory()  # what the page is told of rows
        self.conflicts: list[Conflict] = []
        self._blocked = ""
        self._examined: tuple[Tables, Examination]
        self._journal, self.record = journal, PublicationRecord(journal.folder)
        self._workspace = Workspace(folder, journal.folder / COPY)
        finish(folder, journal.folder)
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
        WrongUseError
            It cannot be edited.
        """
        if file in self.refusals:
            raise WrongUseError(self.refusals[file])
        return self.draft.tables[file]

    def row(self, file: str, key: str) -> dict[str, str]:
        """Return the cells of a row by column.

        Raises
        ------
        WrongUseError
            There is no such row.
        """
        table = self.table(file)
        if key not in table.by_key:
            raise WrongUseError(NO_SUCH_ROW)
        return table.cells_of(key)

    def do(self, step: Step) -> None:
        """Do a step, and keep it."""
        if not self.draft.steps and not self.draft.next_redo:
            self._restart_journal()
        self.draft.do(step)
        self._keep({"step": step.to_json()})

    def undo(self) -> None:
        """Undo the last step, if any."""
        if self.draft.next_undo:
            self.draft.undo()
            self._keep({"undo": True})

    def redo(self) -> None:
        """Do again what was undone last, if anything."""
        if self.draft.next_redo:
            self.draft.redo()
            self._keep({"redo": True})

    def discard(self) -> None:
        """Forget the draft."""
        self._journal.clear()
        self._read()

    def is_current(self) -> bool:
        """Whether the folder is as it was when it was read."""
        return self._workspace.is_current()

    def refresh(self) -> bool:
        """Take up what somebody else changed in the folder; return whether anything was.

        Raises
        ------
        OSError
            The folder cannot be read.
        """
        if self._workspace.is_current():
            return False
        old = self.draft
        self._read()
        self._carry_over(old)
        return True

    def decide(self, file: str, row: str, column: str, *, theirs: bool) -> None:
        """Decide between what the draft has in a cell and what somebody else wrote there.

        Raises
        ------
        WrongUseError
            There is nothing to decide.
        """
        found = next((one for one in self.conflicts if one[:3] == (file, row, column)), None)
        if found is None:
            raise WrongUseError(NOTHING_TO_DECIDE)
        self.conflicts.remove(found)
        self._keep({"conflicts": self.conflicts})
        if theirs:
            edit = take_theirs(found, self.draft.base[found.file])
            self.do(Step("resolved", file, row, (edit,)))

    def save(self) -> list[str]:
        """Write the draft, all of its files or none, and return their names.

        Raises
        ------
        WrongUseError
            There is nothing to write, or something is wrong.
        OSError
            A file was changed meanwhile, or cannot be written.
        """
        refusal = self.refuse_save()
        if refusal:
            raise WrongUseError(refusal)
        made = self.draft.changed_files()
        base = self.draft.base
        # What others name first, the list last: whoever reads in between finds every name.
        names = sorted(made, key=ORDER.index)
        files = {name: Replacement(base[name].content, made[name]) for name in names}
        try:
            write_together(self.folder, files, self._journal.folder)
        except ChangedError:
            self.refresh()
            raise WrongUseError(CHANGED_MEANWHILE) from None
        for step in self.draft.steps:
            if step.facts and step.row in base[step.file].by_key:
                self.record.add_closing(
                    base[step.file].cells_of(step.row).get("id", ""), step.facts
                )
        self._journal.clear()
        self._read()
        return names

    def refuse_save(self) -> str | None:
        """Return why the draft cannot be saved, in a sentence; `None` where it can be."""
        if self._blocked:
            return self._blocked
        if not self.draft.changed_files():
            return NOTHING_TO_SAVE
        if self.conflicts:
            return DECIDE_FIRST.format(count=len(self.conflicts))
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
        """Read the folder; the draft starts from what is there now."""
        self._workspace.refresh()
        self.row_states.clear()
        self.before = self._workspace.examine({})
        tables, self.refusals = read_files(self.folder, self.before.edition)
        self.draft, self.conflicts, self._blocked = Draft(tables), [], ""
        self._examined = self.draft.tables, self.before
        listing = table_path(self.folder / PRESENCES_FILE)
        is_sheet = listing.name != PRESENCES_FILE
        self.sheet = read_sheet(listing, list_names(self.before.edition)) if is_sheet else None
        self.list_file = listing.name
        self.restored, self.in_git = "", has_commit_of(self.folder, ORDER)
        self.revision += 1
        self.reading += 1

    def _restore(self) -> None:
        """Take up the draft that is kept, whatever became of the files since."""
        files, lines = self._journal.read()
        when = self._journal.last_written() if lines else ""
        edition = self.before.edition
        parsed = {name: parse_file(name, raw, edition) for name, raw in files.items()}
        old = Draft({name: one for name, one in parsed.items() if not isinstance(one, str)})
        conflicts = replay(old, lines)
        if not old.steps and not old.undone:
            return
        same = {name: one.content for name, one in self.draft.base.items()} == files
        if same:
            self.draft, self.conflicts = old, conflicts
        else:
            self._carry_over(old)
        self.restored = when if self.draft.steps else ""

    def _carry_over(self, old: Draft) -> None:
        """Do the steps of a draft on the files as they are now."""
        made = old.changed_files()
        unreadable = [name for name in made if name not in self.draft.base]
        if unreadable:
            self.draft = old
            self._blocked = self.refusals.get(unreadable[0], GONE.format(file=unreadable[0]))
            return
        base = {name: keep_keys(one, old.base[name]) if name in old.base else one
                for name, one in self.draft.base.items()}  # fmt: skip
        self.draft = Draft(base)
        if not made or any(base[name].content != content for name, content in made.items()):
            self.draft = carry_over(old, base)
            self.conflicts = list(find_conflicts(old, base))
        self._examined = base, self.before
        self._restart_journal()

    def _restart_journal(self) -> None:
        steps = [*self.draft.steps, *self.draft.undone]
        lines: list[dict[str, object]] = [{"step": step.to_json()} for step in steps]
        lines += [{"undo": True} for _ in self.draft.undone]
        files = {name: one.content for name, one in self.draft.base.items()}
        self._journal.start(files, [*lines, {"conflicts": self.conflicts}])

    def _keep(self, line: dict[str, object]) -> None:
        self._journal.add(line)
        self.revision += 1
