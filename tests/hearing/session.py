"""Orca and Firefox on a screen that nobody sees, with a loudspeaker that makes no sound."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.drivers import running, said
from tests.browser.webdriver import Browser, Marionette
from tests.hearing.furnishing import furnished

if TYPE_CHECKING:
    from collections.abc import Iterator

# What is needed, and the Debian package that has it.
NEEDED = {
    "orca": "orca",
    "firefox-esr": "firefox-esr",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "dbus-daemon": "dbus",
    "speech-dispatcher": "speech-dispatcher",
}
SIZE = "1280x1024x24"


def missing() -> list[str]:
    """Return the Debian packages that are still needed here."""
    return [package for program, package in NEEDED.items() if not shutil.which(program)]


class Session:
    """A running screen reader and browser."""

    def __init__(self, browser: Browser, settings: dict[str, str], orca: int) -> None:
        self.browser = browser
        self.settings = settings
        self.orca = orca
        self.log = Path(settings["ORCA_SAYS"])

    def keys(self, *words: str) -> None:
        """Return the screen's keyboard a command."""
        command = ["xdotool", *words]
        subprocess.run(command, env=self.settings, check=True)  # noqa: S603 (our own words)

    def versions(self) -> str:
        """Return the versions of screen reader and browser."""
        asked = [[program, "--version"] for program in ("orca", "firefox-esr")]
        said = [subprocess.run(one, env=self.settings, check=True, capture_output=True, text=True)  # noqa: S603 (likewise)
                for one in asked]  # fmt: skip
        return "Orca {}, {}".format(*(one.stdout.strip() for one in said))

    def busy(self) -> int:
        """Return the time that Orca has worked so far, in the system's ticks."""
        fields = Path(f"/proc/{self.orca}/stat").read_text(encoding="utf-8").rpartition(")")[2]
        user, system = fields.split()[11:13]
        return int(user) + int(system)


@contextmanager
def started(home: Path, address: str) -> Iterator[Session]:
    """Start everything, with its files in `home` alone; end it afterwards."""
    settings = furnished(home)
    with ExitStack() as stack:
        number = home / "screen"
        with number.open("w", encoding="utf-8") as written:
            screen = ["Xvfb", "-displayfd", str(written.fileno()), "-nolisten", "tcp"]
            drawn = running([*screen, "-screen", "0", SIZE], home, ready=lambda: said(number),
                            pass_fds=(written.fileno(),))  # fmt: skip
            stack.enter_context(drawn)
        settings["DISPLAY"] = f":{number.read_text(encoding='utf-8').strip()}"
        settings["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={home / 'bus'}"
        log = Path(settings["ORCA_SAYS"])
        port = home / "firefox" / "MarionetteActivePort"
        speech = home / "run" / "speech-dispatcher" / "speechd.sock"
        bus = ["dbus-daemon", "--session", "--nofork", "--address", f"unix:path={home / 'bus'}"]
        firefox = ["firefox-esr", "--no-remote", "--marionette", "--profile", str(port.parent)]
        for command, ready in (
            (bus, (home / "bus").exists),
            (["openbox"], lambda: True),
            (["speech-dispatcher", "--run-single", "--timeout", "0"], speech.exists),
            (["orca"], lambda: said(log)),
            ([*firefox, address], lambda: port.is_file() and port.stat().st_size > 0),
        ):
            stack.enter_context(running(command, home, ready=ready, pass_fds=(), **settings))
        link = Marionette(int(port.read_text(encoding="utf-8")))
        yield Session(Browser(link), settings, pid_of("orca", settings))
        link.close()


def pid_of(name: str, settings: dict[str, str]) -> int:
    """Find the program that writes into this session's log."""
    mark = f"ORCA_SAYS={settings['ORCA_SAYS']}".encode()
    for pid in pids_of(name):
        with suppress(OSError):
            if mark in Path(f"/proc/{pid}/environ").read_bytes().split(b"\0"):
                return pid
    raise AssertionError(name)


def pids_of(name: str) -> Iterator[int]:
    """Find the programs of a name that run here."""
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            command = (folder / "cmdline").read_bytes().decode().split("\0")
            if any(Path(word).name == name for word in command[:2]):
                yield int(folder.name)
