"""A few files in memory, served to the browsers of this machine, and events (`reload_events`)."""

from __future__ import annotations

import socket
import sys
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mapping.errors import WrongUseError
from mapping.products.manifest import MAP_FILE
from mapping.watching.reload_events import EVENT_STREAM, EVENTS, Announcer, State

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LOOPBACK = "127.0.0.1"
PORT_TAKEN = "port {port} cannot be used ({why}); name another with --port, or none"
POLL_S = 0.05  # within which the server notices that it is to end
TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".geojson": "application/geo+json",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
}


class Server(ThreadingHTTPServer):
    """Serves the files of `state` on the loopback address.

    Names are looked up, not opened: no path leads to the disk. Whoever asks by another name than
    this machine's own gets nothing, so that no page of another site can reach in (DNS rebinding).
    """

    daemon_threads = True
    allow_reuse_address = sys.platform != "win32"

    def server_bind(self) -> None:
        """Take the port for this program alone: Windows lets another have it too, unless told."""
        if sys.platform == "win32":
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        super().server_bind()

    def __init__(self, port: int = 0, handler: type[Handler] | None = None) -> None:
        """Take a port of this machine, or any free one for 0.

        Raises
        ------
        WrongUseError
            The port cannot be used.
        """
        try:
            super().__init__((LOOPBACK, port), handler or Handler)
        except OSError as error:
            raise WrongUseError(PORT_TAKEN.format(port=port, why=error.strerror)) from None
        self.announcer = Announcer()
        self.hosts = {f"{name}:{self.server_port}" for name in (LOOPBACK, "localhost")}
        self.address = f"http://{LOOPBACK}:{self.server_port}/"

    def publish(self, files: Mapping[str, bytes], updates: Mapping[str, Any]) -> None:
        """Serve these files from now on, and send `updates` to every page that listens."""
        self.announcer.announce(State(files, updates))

    @property
    def state(self) -> State:
        """What is served, and was sent, at the moment."""
        return self.announcer.state

    @contextmanager
    def running(self) -> Iterator[Server]:
        """Answer until the block ends."""
        Thread(target=self.serve_forever, args=(POLL_S,), daemon=True).start()
        try:
            yield self
        finally:
            self.shutdown()
            self.server_close()

    def handle_error(
        self, request: socket.socket | tuple[bytes, socket.socket], client_address: object
    ) -> None:
        """Report nothing of readers who left before the whole answer was sent."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """Answers one request after the other of one connection."""

    server: Server

    def do_GET(self) -> None:
        """Answer with the file of this name, or with events."""
        name = urlsplit(self.path).path.removeprefix("/") or MAP_FILE
        files = self.server.state.files
        if self.headers["Host"] not in self.server.hosts:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        elif name == EVENTS:
            self.send_events()
        elif name in files:
            kind = TYPES.get(PurePosixPath(name).suffix, "application/octet-stream")
            self.send_head(kind, {"Content-Length": str(len(files[name]))})
            self.wfile.write(files[name])
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def send_events(self) -> None:
        """Send an event for the state as it is, and for each new one, while somebody listens."""
        self.send_head(EVENT_STREAM, {})
        for event in self.server.announcer.events():
            self.wfile.write(event)

    def send_head(
        self, kind: str, more: Mapping[str, str], status: HTTPStatus = HTTPStatus.OK
    ) -> None:
        """Send what comes before an answer of a kind."""
        self.send_response(status)
        always = {
            "Content-Type": kind,
            "Cache-Control": "no-store",
            "Cross-Origin-Resource-Policy": "same-origin",
            "X-Content-Type-Options": "nosniff",
        }
        for key, value in {**always, **more}.items():
            self.send_header(key, value)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Log nothing: the terminal is for the faults."""
