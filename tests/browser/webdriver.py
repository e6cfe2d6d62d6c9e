"""WebDriver's commands to a browser, over Firefox's own socket or over HTTP."""

from __future__ import annotations

import json
import socket
import urllib.error
import urllib.request
from typing import Any, Protocol

PATIENCE = 30  # seconds for a browser to start
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # what the standard calls a reference to an element


class Link(Protocol):
    """A connection that carries the commands of WebDriver."""

    def send(self, command: str, path: str, **values: object) -> Any:  # noqa: ANN401 (JSON)
        """Send a command, by its name and by its path; give the answer."""

    def ask(self, command: str, path: str, **values: object) -> Any:  # noqa: ANN401 (JSON)
        """Ask for something, likewise; give the answer."""


class Browser:
    """What a reader does, in the words of WebDriver."""

    def __init__(self, link: Link) -> None:
        self.link = link

    def open(self, address: str) -> None:
        """Open a page and wait until it has loaded."""
        self.link.send("Navigate", "/url", url=address)

    def run(self, script: str, *args: object) -> Any:  # noqa: ANN401 (JSON)
        """Run a script's body in the page; give what it returns."""
        return self.link.send("ExecuteScript", "/execute/sync", script=script, args=[*args])

    def within(self, context: str) -> None:
        """Let scripts run in the page (content) or in Firefox itself (chrome)."""
        self.link.send("Marionette:SetContext", "", value=context)

    def find(self, selector: str) -> str:
        """Return the reference of the first element of a selector."""
        using = {"using": "css selector", "value": selector}
        found = self.link.send("FindElement", "/element", **using)
        return str(found.get("value", found)[ELEMENT])

    def role(self, reference: str) -> str:
        """Return the role that screen readers are told of an element."""
        path = f"/element/{reference}/computedrole"
        return str(self.link.ask("GetComputedRole", path, id=reference))

    def click(self, selector: str) -> None:
        """Click an element as a pointer does."""
        one = self.find(selector)
        self.link.send("ElementClick", f"/element/{one}/click", id=one)

    def write(self, selector: str, text: str) -> None:
        """Type a text into a field."""
        one = self.find(selector)
        self.link.send("ElementSendKeys", f"/element/{one}/value", id=one, text=text)

    def press(self, *keys: str) -> None:
        """Press and release keys, one after the other, wherever the focus is."""
        ups = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        source = {"type": "key", "id": "keyboard", "actions": ups}
        self.link.send("PerformActions", "/actions", actions=[source])


class Marionette:
    """Firefox's own door: WebDriver's commands over a socket, no program between."""

    def __init__(self, port: int) -> None:
        with socket.create_connection(("127.0.0.1", port), PATIENCE) as connection:
            self.stream = connection.makefile("rwb")
        self.number = 0
        self._read()
        self.send("NewSession", "", capabilities={})

    def close(self) -> None:
        """Hang up."""
        self.stream.close()

    def send(self, command: str, path: str, **values: object) -> Any:  # noqa: ANN401, ARG002 (JSON)
        """Send a command by its name; give the value of its answer."""
        self.number += 1
        name = command if ":" in command else f"WebDriver:{command}"
        message = json.dumps([0, self.number, name, values]).encode()
        self.stream.write(b"%d:%b" % (len(message), message))
        self.stream.flush()
        _, _, error, answer = self._read()
        assert error is None, error
        return answer.get("value", answer)

    def ask(self, command: str, path: str, **values: object) -> Any:  # noqa: ANN401 (JSON)
        """Ask for something by its name; give the value of the answer."""
        return self.send(command, path, **values)

    def _read(self) -> Any:  # noqa: ANN401 (JSON)
        size = b""
        while (byte := self.stream.read(1)) != b":":
            size += byte
        return json.loads(self.stream.read(int(size)))


class Http:
    """A driver that speaks WebDriver over HTTP."""

    def __init__(self, address: str) -> None:
        self.address = f"{address}/session"
        answer = self.send("NewSession", "", capabilities={})
        self.address += f"/{answer['sessionId']}"

    def send(self, command: str, path: str, **values: object) -> Any:  # noqa: ANN401, ARG002 (JSON)
        """Send a command by its path; give the value of its answer."""
        return json.loads(self._ask("POST", path, json.dumps(values).encode()))["value"]

    def ask(self, command: str, path: str, **values: object) -> Any:  # noqa: ANN401, ARG002 (JSON)
        """Ask for something by its path; give the value of the answer."""
        return json.loads(self._ask("GET", path, None))["value"]

    def close(self) -> None:
        """End the session, and with it the browser."""
        self._ask("DELETE", "", None)

    def _ask(self, method: str, path: str, body: bytes | None) -> bytes:
        head = {"Content-Type": "application/json"}
        request = urllib.request.Request(self.address + path, body, head, method=method)  # noqa: S310 (the loopback address)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310 (likewise)
                return bytes(answer.read())
        except urllib.error.HTTPError as refusal:
            raise AssertionError(refusal.read().decode()) from refusal
