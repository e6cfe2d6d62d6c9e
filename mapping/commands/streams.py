"""Standard output and error that cannot be written to: a full disk, a pipe without a reader."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from errno import ENOENT
from io import TextIOWrapper
from typing import TYPE_CHECKING

from mapping.files.system_errors import explain

if TYPE_CHECKING:
    from collections.abc import Iterator

EXIT_UNREADABLE = 3  # exit status: something could not be read or written


@contextmanager
def exiting_when_unwritable() -> Iterator[None]:
    """End the program in its status, without a traceback, where what it prints cannot be written.

    A reader that has closed the pipe needs no message; anything else is reported where possible.
    """
    try:
        yield
    except SystemExit as end:
        # typer and rich end in 1 then, which is the status for faults in the data.
        if not isinstance(end.__context__, BrokenPipeError):
            raise
    except BrokenPipeError:
        pass
    except OSError as error:
        nameless = "the folder you are in" if error.errno == ENOENT else "standard output"
        place = f"{nameless}: " if error.filename is None else ""
        with suppress(OSError):
            sys.stderr.write(f"{place}{explain(error)}\n")
    else:
        return
    _silence()
    sys.exit(EXIT_UNREADABLE)


def escape_unencodable() -> None:
    """Let standard output write letters that it lacks by their numbers: no traceback."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _silence() -> None:
    """Drop what a stream could not write, which Python would try again at the very end."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
