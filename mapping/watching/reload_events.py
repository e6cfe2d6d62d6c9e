"""How a build reaches the pages that are open: by an event, at which they reload themselves.

`server.py` sends them, one for the state as it is and one for each new state. What a page
does with them is in ``web/watch/follow.js``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from threading import Condition
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

EVENTS = "events"  # the name by which a page asks for them
EVENT_STREAM = "text/event-stream"
KEEPALIVE_S = 15.0  # between signs of life, by which a connection that is gone is noticed


@dataclass(frozen=True, eq=False)
class State:
    """All that can be asked for: files by name, and what the page is to know."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    updates: Mapping[str, Any] = field(default_factory=dict)


class Announcer:
    """Has the latest state, and lets whoever listens know of each new one."""

    def __init__(self) -> None:
        """Begin without files and news."""
        self.state = State()
        self._changed = Condition()

    def announce(self, state: State) -> None:
        """Take a new state, and wake all who listen."""
        with self._changed:
            self.state = state
            self._changed.notify_all()

    def events(self) -> Iterator[bytes]:
        """Yield an event for the state, then for each new one; between them, signs of life."""
        sent: State | None = None
        while True:
            with self._changed:
                if self.state is sent:
                    self._changed.wait(KEEPALIVE_S)
                is_new, sent = self.state is not sent, self.state
            line = f"data: {json.dumps(sent.updates)}" if is_new else ":"
            yield f"{line}\n\n".encode()
