"""The server of `watch`: for this machine only, and for nothing but what it was given."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from tests.watching.asking import FILES, ask

if TYPE_CHECKING:
    from mapping.watching.server import Server


@pytest.mark.parametrize(
    ("path", "content", "kind"),
    [
        ("/", b"the map", "text/html; charset=utf-8"),
        ("/?lang=fr&view=2.00/13.00/8.00", b"the map", "text/html; charset=utf-8"),
        ("/map.html", b"the map", "text/html; charset=utf-8"),
        ("/presences.csv", b"id", "text/csv; charset=utf-8"),
    ],
)
def test_a_product_is_served(server: Server, path: str, content: bytes, kind: str) -> None:
    """Each by its name, the map by none too, whatever stands in the query."""
    answer = ask(server, path)
    assert (answer.status, answer.getheader("Content-Type"), answer.read()) == (200, kind, content)
    assert answer.getheader("Cache-Control") == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/build.json",
        "/../README.md",
        "/..%2fREADME.md",
        "/./map.html",
        "//etc/passwd",
        "/etc/passwd",
        "/map.html/",
        "/%00",
        "/\\..\\README.md",
        "http://elsewhere.test/etc/passwd",
    ],
)
def test_nothing_else_is_served(server: Server, path: str) -> None:
    """No listing, no way up, no way to the disk."""
    assert ask(server, path).status == 404


@pytest.mark.parametrize("host", ["elsewhere.test", "elsewhere.test:80", "127.0.0.1", "", "[::1]"])
@pytest.mark.parametrize("path", ["/", "/events", "/presences.csv"])
def test_a_foreign_name_gets_nothing(server: Server, host: str, path: str) -> None:
    """A site that gives its own name this machine's address learns nothing (DNS rebinding)."""
    answer = ask(server, path, host)
    assert answer.status == 421
    assert not any(content in answer.read() for content in FILES.values())


def test_localhost_is_this_machine(server: Server) -> None:
    """Who writes localhost gets the map."""
    assert ask(server, "/", f"localhost:{server.server_port}").status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_sent(server: Server, method: str) -> None:
    """One can look and no more."""
    assert ask(server, "/", method=method).status == 501


def test_only_this_machine_is_listened_to(server: Server) -> None:
    """The socket is bound to the loopback address."""
    assert server.socket.getsockname()[0] == "127.0.0.1"
    assert server.address_family == socket.AF_INET
