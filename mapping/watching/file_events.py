"""Files as they are saved, reported at once; the only import of watchfiles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from watchfiles._rust_notify import RustNotify  # its documented way to watch before one reads

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from threading import Event

SUFFIXES = frozenset({".css", ".csv", ".html", ".js", ".toml", ".topojson", ".xlsx"})
TEMPORARY = (".", "~")  # how editors and spreadsheets begin the names of what is not yet the file
DEBOUNCE_MS = 5  # without a change, after which a save is taken to be whole
MAX_WAIT_MS = 200  # that a series of changes may last before it is reported all the same


def watch_files(folders: Collection[Path], stop: Event) -> Iterator[None]:
    """Yield when `folders` are watched, and again whenever a file right in one of them is saved.

    What is read after the first yield, and after any other, is not missed when it changes later. A
    folder need not be there: it may come, go, be moved away or be put back. Ends when `stop` is set
    or at Ctrl+C.
    """
    while not stop.is_set():
        existing = _existing(folders)
        try:
            notify = RustNotify(
                [*map(str, existing)],
                debug=False,
                force_polling=False,
                poll_delay_ms=0,
                recursive=False,
                ignore_permission_denied=True,
            )
        except FileNotFoundError:
            continue  # gone since it was looked for
        with notify:
            yield
            while existing == _existing(folders):
                found = notify.watch(MAX_WAIT_MS, DEBOUNCE_MS, 0, stop)
                if isinstance(found, str):
                    return
                changed = {Path(name) for _, name in found}
                if changed & {*existing}:
                    break  # a folder went or came: the one that was watched may be another now
                if any(is_relevant(path, folders) for path in changed):
                    yield


def is_relevant(path: Path, folders: Collection[Path]) -> bool:
    """Return whether `path` can be of the map: no editor's own file, and in one of `folders`."""
    named = path.suffix in SUFFIXES and not path.name.startswith(TEMPORARY)
    return named and path.parent in folders


def _existing(folders: Collection[Path]) -> list[Path]:
    """Return what there is to watch: the folders, after those in which they would come and go."""
    above = {next(one for one in folder.parents if one.is_dir()) for folder in folders}
    return [*sorted(above), *(folder for folder in folders if folder.is_dir())]
