"""A person who hears the page and presses keys, and remembers both."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from tests.hearing.steps import Goal, Step, Told, cleaned, holds, names

if TYPE_CHECKING:
    from tests.hearing.session import Session

TICK = 0.1  # seconds between two looks at the log
QUIET = 6  # looks without a word and without work, after which Orca has finished
SILENT = 25  # the same where it has said nothing yet
PATIENCE = 150  # looks at the most
ROUNDS = 20  # times that Orca may have been quiet before it speaks of a page that it loads
ORCA_KEY = "Insert+"
LISTED = """return [...document.querySelectorAll('li[data-presence]')]
  .map((one) => one.dataset.presence)"""
READY = """return document.readyState === 'complete'
  && !document.querySelector('html:has(#map-data):not([data-ready]), html.starting')"""


class Reader:
    """Presses keys, one after the other, each when all has been said about the one before."""

    def __init__(self, session: Session, address: str, language: str) -> None:
        self.session = session
        self.address = address
        self.language = language
        self.place = 0
        self.told = Told("")
        self.keys = 0
        self.since: list[str] = []

    def begin(self, title: str) -> None:
        """Begin a task."""
        self.told = Told(title)

    def open(self, query: str = "", page: str = "map.html") -> None:
        """Open the page anew, in the language of this reader."""
        address = f"{page}?lang={self.language}{query}"
        self.session.browser.open("about:blank")
        self.settle()
        self.session.browser.open(f"{self.address}/{address}")
        self._wait()
        self.settle()  # what is said while a page loads differs from one time to the next
        self.press("ctrl+Home")
        self.told.lines[-1] = Step(f"opens {address}", [], 0)
        self.keys, self.since = 0, []

    def press(self, *keys: str) -> list[str]:
        """Press keys; give what is said after the last of them."""
        said: list[str] = []
        for key in keys:
            if key.startswith(ORCA_KEY):
                bare = key.removeprefix(ORCA_KEY)
                self.session.keys("keydown", "Insert", "key", bare, "keyup", "Insert")
            else:
                self.session.keys("key", key if key.isascii() else f"U{ord(key):04X}")
            said = self._note(names(key), 1)
        return said

    def follow(self, key: str, until: str, wanted: str) -> None:
        """Press a key that loads another page, until something holds in it and this has been said.

        What is said of a page while it loads differs from one time to the next; what has the wanted
        words is kept.
        """
        self.session.keys("key", key)
        self._wait(until)
        said = self.settle()
        for _ in range(ROUNDS):
            if holds(said, wanted):
                break
            said += self.settle()
        self._keep(names(key), cleaned([one for one in said if holds([one], wanted)]), 1)

    def type(self, text: str) -> None:
        """Write a text into a field."""
        self.session.keys("type", "--delay", "80", text)
        self._note(f"types {text}", len(text))
        step = self.told.lines[-1]
        if isinstance(step, Step):  # counts on the way are said or not, as fast as one types
            step.said = step.said[-1:]

    def reach(self, key: str, *wanted: str, most: int = 40) -> bool:
        """Press a key until all of this is heard, but not for ever."""
        since: list[str] = []
        for _ in range(most):
            since += self.press(key)
            if all(holds(since, one) for one in wanted):
                return True
        return False

    def listed(self) -> list[str]:
        """Return the ids of the presences in the order of the list, as it is in this language."""
        self.session.browser.open(f"{self.address}/map.html?lang={self.language}")
        self._wait()
        return [str(one) for one in self.session.browser.run(LISTED)]

    def goal(self, text: str, *wanted: str, most: int = 1000) -> None:
        """Note whether all of this has been heard since the page was opened or the last goal."""
        heard = all(holds(self.since, one) for one in wanted)
        self.told.lines.append(Goal(text, heard, self.keys, most))
        self.keys, self.since = 0, []

    def settle(self) -> list[str]:
        """Wait until Orca has said all; give its words."""
        before, busy, quiet = self.place, self.session.busy(), 0
        for _ in range(PATIENCE):
            time.sleep(TICK)
            size, work = self.session.log.stat().st_size, self.session.busy()
            quiet = quiet + 1 if size == before and work - busy <= 1 else 0
            before, busy = size, work
            if quiet >= (QUIET if size > self.place else SILENT):
                break
        with self.session.log.open("rb") as log:
            log.seek(self.place)
            new = log.read()
        self.place += len(new)
        return [json.loads(line)["text"] for line in new.decode().splitlines()]

    def _wait(self, until: str = "true") -> None:
        """Wait until the page has had the key, and has loaded anew where that was its answer."""
        for _ in range(PATIENCE):
            with suppress(AssertionError):  # a page that is going away answers so
                if self.session.browser.run(f"{READY} && ({until})"):
                    return
            time.sleep(TICK)

    def _note(self, act: str, pressed: int) -> list[str]:
        self._wait()
        return self._keep(act, cleaned(self.settle()), pressed)

    def _keep(self, act: str, said: list[str], pressed: int) -> list[str]:
        self.told.lines.append(Step(act, said, pressed))
        self.keys += pressed
        self.since += said
        return said
