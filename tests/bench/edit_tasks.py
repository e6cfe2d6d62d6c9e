"""Ten tasks at the editing page, by mouse and by keyboard: what each takes, and what it changes.

``python -m tests.bench.edit_tasks`` goes through them on a copy of this project's list, with
``--data FOLDER`` on that of another organisation (`edit_person.LISTS`); ``--pictures FOLDER`` keeps
a picture of each. After a task its draft is saved, and the lines that then differ are counted.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, NamedTuple, get_args

import typer

from mapping.editor.serving import edit
from mapping.files.data_folder import PRESENCES_FILE
from mapping.printing.chromium import launched
from tests.bench.edit_person import LISTS, Person
from tests.bench.hand import Hand, Way
from tests.support.folder import GEODATA

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, ViewportSize

READY = "html[data-ready]"
SIZE: ViewportSize = {"width": 1280, "height": 800}
PATIENCE_MS = 20_000


class Taken(NamedTuple):
    """What a task took, and how many lines of the files it added and took out."""

    name: str
    way: Way
    clicks: int
    keys: int
    letters: int
    seconds: float
    lines: str


TASKS: dict[str, Callable[[Person], None]] = {
    "open an office": Person.open_office,
    "move one": Person.move,
    "correct a category": Person.correct,
    "add a footnote letter": Person.footnote,
    "close a mission": Person.close,
    "add a city": Person.add_city,
    "undo": Person.undo,
    "two editors at once": Person.two_editors,
    "a fault": Person.fault,
    "publish": Person.publish,
}


def perform(browser: Browser, folder: Path, way: Way, pictures: Path | None, only: str) -> None:
    """Go through the tasks in one way, each from a page opened anew; print what each took."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    commit(folder)
    header = (folder / PRESENCES_FILE).read_text(encoding="utf-8-sig").splitlines()[0]
    names = LISTS[header.partition(",")[0]]
    with edit(folder, 0, folder.parent / "output") as server:
        for number, (name, task) in enumerate(TASKS.items(), 1):
            is_possible = names.footnoted or task not in {Person.footnote, Person.add_city}
            if only not in name or not is_possible:
                continue
            page = browser.new_page(viewport=SIZE)
            page.set_default_timeout(PATIENCE_MS)
            page.goto(server.address)
            page.wait_for_selector(READY)
            hand = Hand(page, way)
            try:
                task(Person(page, hand, folder, names))
                lines = git(folder, "diff", "--shortstat").strip() or "no line"
            except Exception as error:  # noqa: BLE001 (a task that cannot be done is a result)
                lines = f"failed: {str(error).splitlines()[0][:90]}"
            taken = Taken(name, way, hand.clicks, hand.keys, hand.letters, hand.seconds, lines)
            report(taken)
            if pictures:
                page.screenshot(path=pictures / f"{number:02}-{way}.png")
            page.close()
            commit(folder)


def report(taken: Taken) -> None:
    """Print a line of the table."""
    cells = [*taken[:-2], f"{taken.seconds:.1f}", taken.lines]
    typer.echo(f"| {' | '.join(map(str, cells))} |")


def git(folder: Path, *words: str) -> str:
    """Run git in a folder, and return what it says."""
    command = ["git", "-c", "user.name=desk", "-c", "user.email=desk@example.org", *words]
    return subprocess.run(  # noqa: S603 (our own words)
        command, cwd=folder, check=True, capture_output=True, encoding="utf-8"
    ).stdout


def commit(folder: Path) -> None:
    """Commit whatever differs."""
    git(folder, "commit", "--all", "--allow-empty", "--quiet", "--message", "saved")


def main(
    data: Annotated[Path, typer.Option(help="The data folder; a copy of it is edited.")] = GEODATA,
    pictures: Annotated[Path | None, typer.Option(help="Where pictures go.")] = None,
    only: Annotated[str, typer.Option(help="Tasks whose name has this in it.")] = "",
    by: Annotated[
        str, typer.Option(help="mouse or keyboard; else both, one after the other.")
    ] = "",
) -> None:
    """Go through the tasks by mouse, then by keyboard."""
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    typer.echo(
        "| task | way | clicks | keys | letters | seconds | lines |\n|---|---|---|---|---|---|---|"
    )
    for way in get_args(Way):
        if by not in {"", way}:
            continue
        with TemporaryDirectory() as scratch, launched() as browser:
            os.environ["XDG_STATE_HOME"] = scratch
            folder = Path(shutil.copytree(data, Path(scratch) / "list"))
            perform(browser, folder, way, pictures, only)


if __name__ == "__main__":
    typer.run(main)
