"""Serve the editor until it is told to end: the whole of `presence-map edit`."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import TYPE_CHECKING

from mapping.editor import answering, requests
from mapping.editor.edit_session import EditSession
from mapping.editor.journal import Journal
from mapping.editor.page import first_language, render_editor, render_map
from mapping.editor.publishing import Publisher
from mapping.editor.row_updates import RowUpdates
from mapping.editor.server import EditorServer
from mapping.editor.state_folder import announce, hold_folder
from mapping.editor.suggesting import Suggesters

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mapping.editor.requests import Answer

JOBS = "jobs/"
LOOK_S = 0.5  # after which the files are looked at again


@contextmanager
def edit(data: Path, port: int, output: Path) -> Iterator[EditorServer]:
    """Serve the editing of a data folder until the block ends; products go to `output`.

    Raises
    ------
    WrongUseError
        Another `edit` holds the folder, or the port cannot be used.
    OSError
        The folder cannot be read.
    """
    with hold_folder(data) as state:
        session = EditSession(data, Journal(state))
        application = EditorApplication(session, output)
        try:
            server = application.server = EditorServer(application, port)
            with server.running(), application.following():
                announce(state, server.address)
                yield server
        finally:
            session.close()


class EditorApplication:
    """Answers the page, one request after the other, and tells every page of what was done."""

    server: EditorServer | None = None
    _map = b""
    """The last that could be made."""

    def __init__(self, session: EditSession, output: Path) -> None:
        """Take the edit session, and where products go."""
        self._session = session
        publisher = Publisher(session, output, lambda job: self._tell(job=job))
        self._context = requests.RequestContext(
            session, publisher, Suggesters(session), RowUpdates()
        )

    @contextmanager
    def following(self) -> Iterator[None]:
        """Look at the files every now and then, until the block ends, and take up what changes."""
        stop = Event()
        Thread(target=self._follow, args=(stop,), daemon=True).start()
        try:
            yield
        finally:
            stop.set()

    def _follow(self, stop: Event) -> None:
        waiting = False
        while not stop.wait(LOOK_S):
            with self._session.lock, suppress(OSError):  # a folder may go and come back
                # A file that is saved in two steps is whole at the second look.
                changed, before = not self._session.is_current(), waiting
                waiting = changed and not before
                if changed and before and self._session.refresh():
                    self._tell()

    def _tell(self, **more: object) -> None:
        if self.server:
            self.server.tell({"revision": self._session.revision, **more})

    def page(self, language: str, token: str) -> bytes:
        """Return the editing page."""
        return render_editor(language, token, self._session.before.edition)

    def map(self) -> bytes:
        """Return the map of the draft."""
        with self._session.lock:
            atlas = self._session.atlas_shown()
        # What a row that is kept for its fault names may be gone, and so may be the edition.
        with suppress(KeyError):
            self._map = render_map(atlas) if atlas else self._map
        return self._map

    def look(self, name: str, language: str) -> Answer:
        """Answer a request that changes nothing."""
        job = self._context.publisher.jobs.get(name.removeprefix(JOBS))
        if name.startswith(JOBS) and job:
            return requests.Answer(requests.Outcome.DONE, job.to_json())
        return answering.answer(
            self._context, requests.LOOKS, name, b"{}", first_language(language)
        )

    def act(self, name: str, body: bytes, language: str) -> Answer:
        """Answer a request that changes something, and tell of it."""
        before = self._session.revision
        answer = answering.answer(
            self._context, requests.ACTS, name, body, first_language(language)
        )
        if self._session.revision != before:
            self._tell()
        return answer
