"""Whatever happens to a build, every product stays whole, old or new."""

from __future__ import annotations

import multiprocessing
import os
import random
import resource
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from mapping import pipeline
from mapping.files.atomic import LOCK, PARTIAL
from mapping.products.verify import verify
from tests.support.folder import ROOT, contents

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from tests.support.folder import Folder

KILLS = 24
READY = multiprocessing.get_context("forkserver")
READY.set_forkserver_preload(["tests.support.warm"])


def command(data: Path, output: Path) -> list[str]:
    """Return the words that build `data` into `output` in a process of its own."""
    options = ["build", "--data", str(data), "--output", str(output)]
    return [sys.executable, "-m", "mapping", *options]


def start(data: Path, output: Path) -> BaseProcess:
    """Start a build in a process of its own, in which the program is loaded, and has run once."""
    build = READY.Process(target=pipeline.build, args=(data, output, str))  # `str` says nothing
    build.start()
    return build


def ended(build: BaseProcess) -> int | None:
    """Wait until a build has ended, and give its exit status."""
    build.join()
    return build.exitcode


def failed(words: list[str], limit: Callable[[], None] | None = None) -> str:
    """Run a build that cannot succeed, and give what it says."""
    done = subprocess.run(  # noqa: S603 (our own program)
        words,
        cwd=ROOT,
        capture_output=True,
        check=False,
        preexec_fn=limit,
        encoding="utf-8",
    )
    assert done.returncode != 0
    return done.stderr


@pytest.fixture
def two(own_data: Folder, folder: Folder, tmp_path: Path) -> tuple[Path, Path, Path]:
    """Return two data folders and an output in which the first was built."""
    folder.edit("edition.toml", '\nversion = "', '\nversion = "next-')
    return own_data.path, folder.path, own_data.build(tmp_path / "output")


def test_a_build_killed_at_any_moment_leaves_every_product_whole(
    two: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    """Half of the kills come at any moment, half while the products are being written."""
    _, data, output = two
    old = contents(output)
    assert ended(start(data, tmp_path / "new")) == 0  # and the program is warm
    began = time.monotonic()
    assert ended(start(data, tmp_path / "new")) == 0
    length = time.monotonic() - began
    new = contents(tmp_path / "new")
    dice = random.Random(1)  # noqa: S311 (moments, no secrets)
    met = set[bool]()
    for number in range(KILLS):
        build = start(data, output)
        writing = number % 2 == 1
        while writing and build.is_alive() and not list(output.glob(f".*{PARTIAL}")):
            time.sleep(0.0005)
        time.sleep(dice.uniform(0, 0.01 if writing else length))
        build.kill()
        met.add(ended(build) == 0)
        found = contents(output)
        assert all(found[name] in (old[name], new[name]) for name in old), number
    assert False in met, "no build was still running when it was killed"
    assert ended(start(data, output)) == 0
    assert contents(output) == new


def test_a_full_disk_leaves_the_last_good_map(two: tuple[Path, Path, Path]) -> None:
    """The system refuses to write more than 100 KB into a file, and the message says so."""
    _, data, output = two
    before = contents(output)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    told = failed(command(data, output), limit)
    assert "File too large" in told
    assert "the last good output stays" in told
    assert contents(output) == before


def test_a_read_only_folder_leaves_the_last_good_map(two: tuple[Path, Path, Path]) -> None:
    """Nothing is written where nothing may be, and the person is told which file it was."""
    _, data, output = two
    (output / LOCK).unlink()
    before = contents(output)
    output.chmod(0o555)
    # Root may write everywhere, unless it gives that power up.
    powerless = ["setpriv", "--inh-caps=-all", "--bounding-set=-all"] if os.geteuid() == 0 else []
    told = failed([*powerless, *command(data, output)])
    output.chmod(0o755)
    assert "Permission denied" in told
    assert contents(output) == before


def test_two_builds_at_once_leave_one_whole_set(two: tuple[Path, Path, Path]) -> None:
    """Whichever comes last, its products stand together."""
    first, second, output = two
    for _ in range(2):
        builds = [start(data, output) for data in (first, second, first)]
        assert [ended(build) for build in builds] == [0, 0, 0]
        assert verify(output)
        assert not list(output.glob(f".*{PARTIAL}"))


def test_a_deleted_output_is_made_again(two: tuple[Path, Path, Path]) -> None:
    """A folder that somebody threw away is no obstacle."""
    first, _, output = two
    shutil.rmtree(output)
    assert ended(start(first, output)) == 0
    assert verify(output)
