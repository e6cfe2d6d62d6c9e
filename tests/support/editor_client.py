"""The server of the editor, asked as a page would, or as somebody else would."""

from __future__ import annotations

import json
from http.client import HTTPConnection, HTTPResponse
from typing import TYPE_CHECKING, Any

from mapping.watching.server import LOOPBACK

if TYPE_CHECKING:
    from mapping.editor.server import EditorServer
    from tests.support.folder import Folder


class Client:
    """Asks a server, by default as its own page does; `headers` of `None` are left out."""

    def __init__(self, server: EditorServer, folder: Folder) -> None:
        self.server, self.folder = server, folder
        self.host = f"{LOOPBACK}:{server.server_port}"
        self.own = {
            "Host": self.host,
            "Origin": f"http://{self.host}",
            "Content-Type": "application/json",
            "X-Edit-Token": server.token,
        }

    def send(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        headers: dict[str, str | None] | None = None,
    ) -> HTTPResponse:
        """Send a request just as it is said, and return what is answered."""
        connection = HTTPConnection(LOOPBACK, self.server.server_port, timeout=30)
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        length = {"Content-Length": str(len(body))} if method == "POST" else {}
        for name, value in ({**self.own, **length} | (headers or {})).items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders(body)
        return connection.getresponse()

    def path(self, name: str) -> str:
        """Return the path of something, with the secret part."""
        return f"/{self.server.key}/{name}"

    def ask(self, name: str, **said: object) -> dict[str, Any]:
        """Ask for something as the page does, and demand that it is done."""
        status, answer = self.try_to(name, **said)
        assert status == 200, answer["refusal"]
        return answer

    def try_to(self, name: str, **said: object) -> tuple[int, dict[str, Any]]:
        """Ask for something as the page does, and return the status and the answer."""
        response = self.send("POST", self.path(f"api/{name}"), json.dumps(said).encode())
        answer: dict[str, Any] = json.loads(response.read())
        return response.status, answer

    def state(self) -> dict[str, Any]:
        """Return the state."""
        response = self.send("GET", self.path("api/state"))
        assert response.status == 200
        found: dict[str, Any] = json.loads(response.read())
        return found

    def row(self, key: str) -> dict[str, Any]:
        """Return a row of the state."""
        found: dict[str, Any] = next(row for row in self.state()["rows"] if row["key"] == key)
        return found
