"""What somebody else writes meanwhile: both changes are kept, and what is decided is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.editor import list_rows, side_tables
from mapping.editor.edit_session import EditSession
from mapping.editor.journal import Journal
from mapping.errors import WrongUseError
from mapping.files.data_folder import NAMES_FILE, PRESENCES_FILE, SOURCES_FILE
from tests.support.written import lines_changed

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.folder import Folder

OFFICE, OTHER = "uga-country-office", "ken-adviser"


def table(folder: Folder) -> bytes:
    """Return the bytes of the list."""
    return (folder.path / PRESENCES_FILE).read_bytes()


def rewrite(folder: Folder, old: str, new: str) -> None:
    """Change the list as somebody else does, so that it is seen."""
    folder.edit(PRESENCES_FILE, old, new)


def test_two_rows_are_changed_by_two_people(session: EditSession, folder: Folder) -> None:
    """Both changes are saved, and each step can still be undone."""
    before = table(folder)
    list_rows.change_row(session, OFFICE, {"note": "mine"})
    key = list_rows.change_row(session, None, {"country": "NER"})
    rewrite(folder, "ken-adviser,listed", "ken-adviser-x,listed")
    assert session.refresh()
    assert not session.refresh()
    assert (session.conflicts, session.row(PRESENCES_FILE, OFFICE)["note"]) == ([], "mine")
    list_rows.remove_row(session, key)
    session.save()
    changed = [
        line.partition(",")[0] for line in lines_changed(before, folder.path / PRESENCES_FILE)
    ]
    assert changed == ["-ken-adviser", "+ken-adviser-x", f"-{OFFICE}", f"+{OFFICE}"]


@pytest.mark.parametrize(("theirs", "kept"), [(False, "mine"), (True, "somebody else's")])
def test_the_same_cell_is_changed_by_two_people(
    session: EditSession, folder: Folder, kept: str, *, theirs: bool
) -> None:
    """Both are shown with what was there before; nothing is saved until one of them is chosen."""
    list_rows.change_row(session, OFFICE, {"note": "mine"})
    note = session.draft.base[PRESENCES_FILE].cells_of(OFFICE)["note"]
    rewrite(folder, note, "somebody else's")
    session.refresh()
    [conflict] = session.conflicts
    assert conflict[1:] == (OFFICE, "note", note, "mine", "somebody else's")
    with pytest.raises(WrongUseError, match="1 to be decided first"):
        session.save()
    session.decide(PRESENCES_FILE, OFFICE, "note", theirs=theirs)
    assert session.row(PRESENCES_FILE, OFFICE)["note"] == kept
    if not theirs:
        session.save()
    assert kept in table(folder).decode()


@pytest.mark.parametrize("theirs", [False, True])
def test_a_row_that_was_changed_was_taken_out_by_somebody_else(
    session: EditSession, folder: Folder, *, theirs: bool
) -> None:
    """It is there again with its change, or gone, as the person decides."""
    list_rows.change_row(session, OFFICE, {"note": "mine"})
    line = next(one for one in table(folder).decode().splitlines() if one.startswith(OFFICE))
    rewrite(folder, f"{line}\n", "")
    session.refresh()
    [conflict] = session.conflicts
    assert (conflict.row, conflict.column, conflict.theirs) == (OFFICE, "", "")
    session.decide(PRESENCES_FILE, OFFICE, "", theirs=theirs)
    assert (OFFICE in session.draft.tables[PRESENCES_FILE].by_key) is not theirs


def test_a_row_that_was_taken_out_was_changed_by_somebody_else(
    session: EditSession, folder: Folder
) -> None:
    """It comes back as they left it, where it was, if the person takes theirs."""
    list_rows.remove_row(session, OFFICE)
    rewrite(folder, "Its closing was decided", "Its closing was announced")
    changed = table(folder)
    session.refresh()
    session.decide(PRESENCES_FILE, OFFICE, "", theirs=True)
    assert "announced" in session.row(PRESENCES_FILE, OFFICE)["note"]
    assert [row.key for row in session.draft.tables[PRESENCES_FILE].rows] == list(
        session.draft.base[PRESENCES_FILE].by_key
    )
    assert session.draft.tables[PRESENCES_FILE].content == changed


def test_a_file_that_cannot_be_read_meanwhile_keeps_the_draft(
    session: EditSession, folder: Folder
) -> None:
    """Saving waits until it can be read again."""
    list_rows.change_row(session, OFFICE, {"note": "mine"})
    whole = table(folder)
    (folder.path / PRESENCES_FILE).write_bytes(whole + b'"half')
    session.refresh()
    with pytest.raises(WrongUseError, match="the table breaks off here"):
        session.save()
    (folder.path / PRESENCES_FILE).unlink()
    session.refresh()
    with pytest.raises(WrongUseError, match="is missing"):
        session.save()
    (folder.path / PRESENCES_FILE).write_bytes(whole)
    session.refresh()
    assert session.save() == [PRESENCES_FILE]


def test_what_was_changed_while_nobody_edited_meets_the_kept_draft(
    folder: Folder, state: Path
) -> None:
    """After a new start as well, and what is to be decided outlives the next one."""
    first = EditSession(folder.path, Journal(state))
    list_rows.change_row(first, OFFICE, {"note": "mine"})
    first.close()
    rewrite(folder, "Its closing was decided", "Its closing was announced")
    for _ in range(2):
        again = EditSession(folder.path, Journal(state))
        again.close()
        assert [one.column for one in again.conflicts] == ["note"]
        assert again.restored
        assert again.row(PRESENCES_FILE, OFFICE)["note"] == "mine"


def test_a_draft_that_was_saved_before_the_program_was_stopped_is_no_draft(
    folder: Folder, state: Path
) -> None:
    """A new row is not there twice."""
    first = EditSession(folder.path, Journal(state))
    list_rows.change_row(first, None, {"country": "NER"})
    made = first.draft.tables[PRESENCES_FILE].content
    first.close()
    (folder.path / PRESENCES_FILE).write_bytes(made)
    again = EditSession(folder.path, Journal(state))
    again.close()
    assert (again.restored, again.draft.steps) == ("", [])


def test_somebody_who_saves_at_the_same_time_is_noticed(
    session: EditSession, folder: Folder
) -> None:
    """Between the last look at the files and the writing."""
    list_rows.change_row(session, OFFICE, {"note": "mine"})
    folder.append(NAMES_FILE, "city,x,NER,13.5,2.1,x,x,x,x,x,x,")
    rewrite(folder, "ken-adviser,listed", "ken-adviser-x,listed")
    with pytest.raises(WrongUseError, match="somebody else changed the files meanwhile"):
        session.save()
    session.save()
    assert b"ken-adviser-x" in table(folder)
    assert b"mine" in table(folder)


def test_rows_of_two_files_with_one_key_are_decided_apart(folder: Folder, state: Path) -> None:
    """A document may have the id of a presence."""
    folder.append(SOURCES_FILE, f"{OFFICE},A title,en,,OHCHR,2025,,,a note")
    session = EditSession(folder.path, Journal(state))
    list_rows.change_row(session, OFFICE, {"note": "mine"})
    side_tables.change_side_row(session, "sources", OFFICE, {"note": "mine too"})
    rewrite(folder, "Its closing was decided", "Its closing was announced")
    folder.edit(SOURCES_FILE, "a note", "theirs too")
    session.refresh()
    assert [one.file for one in session.conflicts] == [PRESENCES_FILE, SOURCES_FILE]
    session.decide(SOURCES_FILE, OFFICE, "note", theirs=True)
    assert session.row(SOURCES_FILE, OFFICE)["note"] == "theirs too"
    assert [one.file for one in session.conflicts] == [PRESENCES_FILE]
    session.close()


def test_what_was_undone_outlives_what_somebody_else_changes(folder: Folder, state: Path) -> None:
    """It can be done again, after a new start too, also where nothing else is in the draft."""
    session = EditSession(folder.path, Journal(state))
    list_rows.change_row(session, OFFICE, {"note": "one"})
    list_rows.change_row(session, OTHER, {"note": "two"})
    for left in (1, 0):
        session.undo()
        rewrite(folder, f"ken-adviser{'-x' * (1 - left)},", f"ken-adviser{'-x' * (2 - left)},")
        assert session.refresh()
        session.close()
        session = EditSession(folder.path, Journal(state))
        assert len(session.draft.steps) == left
    session.redo()
    assert session.row(PRESENCES_FILE, OFFICE)["note"] == "one"
    session.redo()
    assert (session.row(PRESENCES_FILE, OTHER)["note"], session.draft.next_redo) == ("two", None)
    session.close()


@pytest.mark.parametrize("theirs", [False, True])
def test_a_column_that_somebody_else_took_out_takes_no_change_with_it(
    folder: Folder, state: Path, *, theirs: bool
) -> None:
    """What the draft has there is to be decided; kept, the column is there again for it alone."""
    lines = table(folder).decode().splitlines()
    without = table(folder)
    marked = "".join(f"{line},{'own' if n == 0 else ''}\n" for n, line in enumerate(lines))
    (folder.path / PRESENCES_FILE).write_text(marked, encoding="utf-8")
    session = EditSession(folder.path, Journal(state))
    list_rows.change_row(session, OFFICE, {"own": "mine"})
    list_rows.change_row(session, OTHER, {"note": "a note"})
    (folder.path / PRESENCES_FILE).write_bytes(without)
    session.refresh()
    assert session.conflicts == [(PRESENCES_FILE, OFFICE, "own", "", "mine", "")]
    session.close()
    again = EditSession(folder.path, Journal(state))
    again.decide(PRESENCES_FILE, OFFICE, "own", theirs=theirs)
    saved = again.draft.tables[PRESENCES_FILE].content.decode()
    assert saved.startswith(f"{lines[0]}{'' if theirs else ',own'}\n")
    assert ("mine" in saved) is not theirs
    assert again.row(PRESENCES_FILE, OTHER)["note"] == "a note"
    again.close()
