"""Events of `watch`: what a page that is open is told of builds, and when."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING, Any

from tests.watching.asking import NEWS, ask

if TYPE_CHECKING:
    from http.client import HTTPResponse

    import pytest

    from mapping.watching.server import Server


def told(response: HTTPResponse) -> dict[str, Any]:
    """Wait for the next event."""
    line = response.readline().decode()
    assert response.readline() == b"\n"
    found: dict[str, Any] = json.loads(line.removeprefix("data: "))
    return found


def test_news_comes_at_once_and_when_there_is_some(server: Server) -> None:
    """Who begins to listen hears how things stand, then every change, with the files in place."""
    answer = ask(server, "/events")
    assert answer.getheader("Content-Type") == "text/event-stream"
    assert told(answer) == NEWS
    server.publish({"map.html": b"another"}, {"version": "2"})
    assert told(answer) == {"version": "2"}
    assert ask(server, "/").read() == b"another"
    assert ask(server, "/presences.csv").status == 404


def test_readers_who_leave_are_not_missed(
    server: Server, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A closed page is found out by a sign of life, and nothing of it reaches the terminal."""
    monkeypatch.setattr("mapping.watching.reload_events.KEEPALIVE_S", 0.01)
    before = {*threading.enumerate()}
    answer = ask(server, "/events")
    told(answer)
    [listener] = {*threading.enumerate()} - before
    answer.close()
    listener.join(timeout=20)
    assert not listener.is_alive()
    assert capfd.readouterr().err == ""
