"""The command `watch`: what it says, and how it ends."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest
from typer.testing import CliRunner

from mapping.commands.app import app
from mapping.watching.server import LOOPBACK
from tests.support.commands import address_in
from tests.support.folder import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.folder import Folder

# What a shell has started in the background is deaf to Ctrl-C, and so is all that it starts.
ATTENDED = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from mapping.commands.app import main
main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGINT for one process")
def test_ctrl_c_ends_it_cleanly(folder: Folder, tmp_path: Path) -> None:
    """It tells the address, serves there, and ends with status 0 and nothing left lying about."""
    output = tmp_path / "output"
    words = ["watch", "--no-open", "--data", str(folder.path), "--output", str(output)]
    with subprocess.Popen(  # noqa: S603 (our own program)
        [sys.executable, "-c", ATTENDED, *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONWARNDEFAULTENCODING": ""},  # others' warnings are not said here
    ) as process:
        try:
            assert process.stdout
            assert process.stderr
            assert process.stdout.readline().startswith("built in ")
            address = address_in(process.stdout.readline())
            with urlopen(address) as answer:  # noqa: S310 (our own server)
                assert b"map-data" in answer.read()
            line = folder.edit("presences.csv", ",ARG,", ",ARX,")
            assert process.stderr.readline().startswith(f"presences.csv:{line}: ")
            assert process.stderr.readline() == "1 fault; nothing was written.\n"
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=20) == 0
            assert process.stderr.read() == ""
        finally:
            process.kill()
    assert [path.name for path in output.iterdir() if path.suffix == ".partial"] == []


@pytest.mark.parametrize("command", ["watch", "edit"])
def test_a_port_that_is_taken_is_reported_plainly(
    own_data: Folder, tmp_path: Path, command: str
) -> None:
    """Nothing is built; the way out is named."""
    with socket.create_server((LOOPBACK, 0)) as taken:
        port = str(taken.getsockname()[1])
        words = [command, "--no-open", "--port", port, "--data", str(own_data.path)]
        result = CliRunner().invoke(app, [*words, "--output", str(tmp_path / "output")])
    assert result.exit_code == 2
    assert result.stderr.startswith(f"port {port} cannot be used (")
    assert result.stderr.endswith("); name another with --port, or none\nnothing was written.\n")
    assert not (tmp_path / "output").exists()
