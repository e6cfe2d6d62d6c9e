"""Killing a process that edits and saves, at random moments, and looking at what it leaves."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from mapping.editor.edit_session import EditSession
from mapping.editor.journal import Journal
from mapping.files.data_folder import NAMES_FILE, PRESENCES_FILE
from tests.support.folder import ROOT
from tests.support.saving_child import OFFICE

if TYPE_CHECKING:
    from pathlib import Path

CITY = re.compile(rb"^city,city-(\d+),.*\n", re.MULTILINE)
WORKING_S = 1.5  # within which a process is killed, from the moment when it works


def kill_again_and_again(folder: Path, state: Path, times: int, seed: int = 1) -> dict[str, int]:
    """Kill a process at random moments; after each, demand that nothing is lost or half written.

    Returns
    -------
    dict
        How often it was killed while a save was going on, and between saves.
    """
    moments = random.Random(seed)  # noqa: S311 (no secret)
    before = {name: (folder / name).read_bytes() for name in (NAMES_FILE, PRESENCES_FILE)}
    found = {"in a save": 0, "between": 0}
    for _ in range(times):
        first = _last(before[NAMES_FILE], folder) + 1
        did, saved = _run_and_kill(folder, state, first, moments.uniform(0, WORKING_S))
        in_save = (state / "saving.json").exists()
        found["in a save" if in_save or did > saved else "between"] += 1
        session = EditSession(folder, Journal(state))
        number = _last(before[NAMES_FILE], folder)
        _demand_whole(folder, before, number)
        kept = session.row(PRESENCES_FILE, OFFICE)["city"]
        assert number >= saved, "what was saved is lost"
        assert int(kept.partition("-")[2] or number) >= did, "what was done is lost"
        session.discard()
        session.close()
        leftover = [path.name for path in folder.iterdir() if path.name.startswith(".")]
        assert [name for name in leftover if not name.endswith(".lock")] == []
    return found


def _run_and_kill(folder: Path, state: Path, first: int, seconds: float) -> tuple[int, int]:
    """Return the last number that was done, and the last that was saved."""
    words = [sys.executable, "-m", "tests.support.saving_child", *map(str, (folder, state, first))]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8") as child:  # noqa: S603 (our own)
        assert child.stdout
        lines = [child.stdout.readline()]
        time.sleep(seconds)
        child.kill()
        lines += child.stdout.readlines()
    numbers = {"did": first - 1, "saved": first - 1}
    numbers |= {word: int(number) for word, _, number in (one.partition(" ") for one in lines)}
    return numbers["did"], numbers["saved"]


def _last(before: bytes, folder: Path) -> int:
    """Return the number of the last city that was saved; zero where there is none."""
    content = (folder / NAMES_FILE).read_bytes()
    assert CITY.sub(b"", content) == CITY.sub(b"", before), "other lines have changed"
    return max(map(int, CITY.findall(content)), default=0)


def _demand_whole(folder: Path, before: dict[str, bytes], number: int) -> None:
    """Demand that both files are of the same save, each with the line that was meant."""
    cities = [int(one) for one in CITY.findall((folder / NAMES_FILE).read_bytes())]
    assert sorted(cities) == list(range(1, number + 1))
    old, new = b",kampala,", b",city-%d," % number if number else b",kampala,"
    office = re.search(rb"^%s,.*$" % OFFICE.encode(), before[PRESENCES_FILE], re.MULTILINE)
    assert office
    expected = before[PRESENCES_FILE].replace(office[0], office[0].replace(old, new))
    assert (folder / PRESENCES_FILE).read_bytes() == expected
