"""Let Orca and Firefox go through the page, and compare what is heard with what is kept.

``python -m tests.hearing FOLDER``; see CONTRIBUTING.md.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.hearing.listening import TASKS
from tests.hearing.reader import Reader
from tests.hearing.session import missing, pids_of, started
from tests.hearing.site import Words, served
from tests.hearing.transcript import differences, unmet, written

GOLDEN = Path(__file__).parent.parent / "golden"
LANGUAGES = ("en", "ar", "zh")


def main() -> int:
    """Hear the tasks in each language; give the number of languages in which something is wrong."""
    parser = argparse.ArgumentParser(prog="tests.hearing", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="where map.html is")
    parser.add_argument("--missing", action="store_true", help="name Debian packages to install")
    parser.add_argument("--language", choices=LANGUAGES, action="append", help="only this one")
    parser.add_argument("--task", choices=TASKS, action="append", help="only this one")
    parser.add_argument("--renew", action="store_true", help="keep what is heard now")
    parser.add_argument("--into", type=Path, help="write what is heard into this folder instead")
    chosen = parser.parse_args()
    if chosen.missing:
        say(" ".join(missing()))
        return 0
    if not chosen.folder:
        parser.error("the folder is missing in which map.html is")
    if chosen.renew and chosen.task:
        parser.error("what is kept is kept whole: renew without --task")
    if wanted := missing():
        sys.exit(f"To hear the map, install as root: apt-get install {' '.join(wanted)}")
    if any(pids_of("orca")):
        sys.exit("Orca runs here already, and can run only once: end it first.")
    tasks = chosen.task or list(TASKS)
    return sum(not heard(language, tasks, chosen) for language in chosen.language or LANGUAGES)


def heard(language: str, tasks: list[str], chosen: argparse.Namespace) -> bool:
    """Hear the tasks in one language; tell whether all is as it should be."""
    told = []
    with tempfile.TemporaryDirectory(prefix="hearing-") as home, served(chosen.folder) as address:
        words = Words(chosen.folder, language)
        with started(Path(home), f"{address}/map.html?lang={language}") as session:
            head = f"The map in {words['name']}, heard with {session.versions()}."
            reader = Reader(session, address, language)
            for letter in tasks:
                question, task = TASKS[letter]
                reader.begin(f"({letter}) {question}")
                told.append(reader.told)
                say(f"{language}: {reader.told.title}")
                task(reader, words)
    text = written(head, told)
    return settled(language, text, chosen) and not report(unmet(told))


def settled(language: str, text: str, chosen: argparse.Namespace) -> bool:
    """Keep what was heard, or compare it; tell whether it is what is kept."""
    name = f"heard.{language}.txt"
    if chosen.renew or chosen.into:
        folder = chosen.into or GOLDEN
        folder.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
        return True
    return not report(differences(GOLDEN / name, text))


def report(lines: list[str]) -> list[str]:
    """Print lines; give them back."""
    for line in lines:
        say(line)
    return lines


def say(line: str) -> None:
    """Tell the person who waits."""
    print(line, flush=True)  # noqa: T201 (a script's report)


if __name__ == "__main__":
    sys.exit(main())
