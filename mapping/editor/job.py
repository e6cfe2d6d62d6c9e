"""Something that takes a while: what it is doing, how far it is, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from threading import Thread
from typing import TYPE_CHECKING, Any, Literal

from mapping.errors import DataError, PresenceMapError
from mapping.files.system_errors import explain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

NUMBERS = count(1)
FAILED = "the program failed ({kind}: {error}); please report it"


@dataclass
class Job:
    """One step of publishing, in a thread of its own; `tell` is called with each of its states."""

    step: str
    language: str
    tell: Callable[[dict[str, Any]], None]
    state: Literal["running", "done", "failed"] = "running"
    done: int = 0
    of: int = 0
    doing: str = ""
    lines: list[str] = field(default_factory=list)
    text: str | None = None
    id: str = field(default_factory=lambda: str(next(NUMBERS)))

    def act(self, name: str) -> None:
        """Begin an act; those before it are done."""
        self.done += 1 if self.doing else 0
        self.say(name)

    def say(self, doing: str) -> None:
        """Say what is being done."""
        self.doing = doing
        self.tell(self.to_json())

    def advance(self) -> None:
        """One part more is done."""
        self.done += 1
        self.tell(self.to_json())

    def run(self, work: Callable[[Job], str]) -> None:
        """Do the work in a thread; what it returns is the text of the job."""
        Thread(target=self._run, args=(work,), daemon=True).start()

    def to_json(self) -> dict[str, Any]:
        """Return the job as JSON values."""
        return {"id": self.id, "step": self.step, "state": self.state, "done": self.done,
                "of": self.of, "doing": self.doing, "lines": list(self.lines),
                "text": self.text}  # fmt: skip

    def _fail(self, reasons: Iterable[str]) -> None:
        self.state, self.text = "failed", "\n".join(reasons)

    def _run(self, work: Callable[[Job], str]) -> None:
        try:
            self.text = work(self)
            self.state, self.done = "done", self.of
        except DataError as error:
            self._fail(map(str, error.faults))
        except (PresenceMapError, OSError) as error:
            self._fail(explain(error).splitlines())
        except Exception as error:  # noqa: BLE001 (told to the person; the editor goes on)
            self._fail([FAILED.format(kind=type(error).__name__, error=error)])
        self.tell(self.to_json())
