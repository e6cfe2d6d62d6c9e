"""What the server of `watch` is given in tests, and how it is asked for it."""

from __future__ import annotations

from http.client import HTTPConnection, HTTPResponse
from typing import TYPE_CHECKING

from mapping.watching.server import LOOPBACK

if TYPE_CHECKING:
    from mapping.watching.server import Server

FILES = {"map.html": b"the map", "presences.csv": b"id"}
NEWS = {"version": "1", "faults": []}


def ask(server: Server, path: str, host: str | None = None, method: str = "GET") -> HTTPResponse:
    """Ask for a path just as it stands, by the server's own name or by another."""
    connection = HTTPConnection(LOOPBACK, server.server_port, timeout=20)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host if host is not None else f"{LOOPBACK}:{server.server_port}")
    connection.endheaders()
    return connection.getresponse()
