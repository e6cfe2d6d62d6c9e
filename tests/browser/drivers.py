"""Firefox and WebKit as Debian brings them, started without a screen."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import pytest

from tests.browser.webdriver import PATIENCE, Browser, Http, Marionette

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

# What each browser needs, and the Debian package that has it.
NEEDED = {
    "firefox": {"firefox-esr": "firefox-esr"},
    "webkit": {"WebKitWebDriver": "webkit2gtk-driver", "Xvfb": "xvfb"},
}
PREFERENCES = {
    "marionette.port": "0",  # any that is free; Firefox writes which
    "intl.accept_languages": '"en-GB"',
    "ui.prefersReducedMotion": "1",
    "datareporting.policy.dataSubmissionEnabled": "false",
    "network.captive-portal-service.enabled": "false",
    "network.connectivity-service.enabled": "false",
}


def missing(name: str) -> list[str]:
    """Return the Debian packages that a browser still needs here."""
    return [package for program, package in NEEDED[name].items() if not shutil.which(program)]


def need(name: str) -> None:
    """Skip a test on a machine that lacks its browser, saying why; fail where it must be there."""
    if wanted := missing(name):
        reason = f"{name} needs the Debian packages {', '.join(wanted)}"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)


@contextmanager
def started(name: str, home: Path) -> Iterator[Browser]:
    """Start a browser that keeps its files in `home`; end it afterwards."""
    with (firefox if name == "firefox" else webkit)(home) as browser:
        yield browser


@contextmanager
def firefox(home: Path) -> Iterator[Browser]:
    """Start Firefox without a window, in a fresh profile."""
    lines = [f'user_pref("{key}", {value});\n' for key, value in PREFERENCES.items()]
    (home / "user.js").write_text("".join(lines), encoding="utf-8")
    port = home / "MarionetteActivePort"
    command = ["firefox-esr", "--headless", "--no-remote", "--profile", str(home)]
    command += ["--marionette", "--remote-allow-system-access"]  # the latter for its own tree
    with running(command, home, ready=lambda: port.is_file() and port.stat().st_size > 0):
        link = Marionette(int(port.read_text(encoding="utf-8")))
        yield Browser(link)
        link.close()


@contextmanager
def webkit(home: Path) -> Iterator[Browser]:
    """Start WebKit's driver, and by it WebKit, on a screen that nobody sees."""
    screen, port = home / "screen", free_port()
    with screen.open("w", encoding="utf-8") as written:
        number = ("-displayfd", str(written.fileno()), "-nolisten", "tcp")
        command = ["Xvfb", *number, "-screen", "0", "1280x1024x24"]
        drawn = running(command, home, pass_fds=(written.fileno(),), ready=lambda: said(screen))
        with drawn:
            display = f":{screen.read_text(encoding='utf-8').strip()}"
            driver = ["WebKitWebDriver", "--host=127.0.0.1", f"--port={port}"]
            with running(driver, home, ready=lambda: answers(port), DISPLAY=display):
                link = Http(f"http://127.0.0.1:{port}")
                yield Browser(link)
                link.close()


@contextmanager
def running(
    command: list[str],
    home: Path,
    *,
    ready: Callable[[], bool],
    pass_fds: tuple[int, ...] = (),
    **variables: str,
) -> Iterator[None]:
    """Run a program until it is no longer needed; go on once it is ready."""
    calm = {"GDK_BACKEND": "x11", "LIBGL_ALWAYS_SOFTWARE": "1", "NO_AT_BRIDGE": "1"}
    settings = {**os.environ, **calm, "HOME": str(home), **variables}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 (our own words)
        command, env=settings, stdout=quiet, stderr=quiet, pass_fds=pass_fds
    ) as program:
        try:
            end = time.monotonic() + PATIENCE
            while not ready():
                assert program.poll() is None, f"{command[0]} ended by itself"
                assert time.monotonic() < end, f"{command[0]} does not start"
                time.sleep(0.05)  # a program that starts says so to nobody
            yield
        finally:
            program.terminate()


def said(file: Path) -> bool:
    """Tell whether a whole line stands in a file."""
    return file.read_text(encoding="utf-8").endswith("\n")


def answers(port: int) -> bool:
    """Tell whether somebody listens on a port of this machine."""
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
