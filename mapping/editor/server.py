"""The editor's server: for one person on this machine, through one page, and for nobody else."""

from __future__ import annotations

import json
import secrets
from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple, Protocol
from urllib.parse import parse_qs, urlsplit

from mapping.editor.requests import Outcome
from mapping.products.manifest import MAP_FILE
from mapping.watching.reload_events import EVENTS
from mapping.watching.server import Handler, Server

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.editor.requests import Answer

API = "api/"
EDIT_HEADER = "X-Edit-Token"
MAX_BODY_BYTES = 1_000_000
SECRET_BYTES = 24
HTML, JSON, TEXT = "text/html; charset=utf-8", "application/json", "text/plain; charset=utf-8"
WRONG_HOST = "this server answers to 127.0.0.1 and localhost alone"
WRONG_ADDRESS = "open the address that `presence-map edit` printed: it has a secret part"
WRONG_ORIGIN = "only the editing page itself may ask for this"
NOT_LET_IN = "the token of the editing page is missing or wrong; load the page again"
WRONG_TYPE = "send JSON, with the content type application/json"
NO_LENGTH = "say how long the request is"
TOO_LONG = f"a request has {MAX_BODY_BYTES:,} bytes at the most"
STATUSES = {
    Outcome.DONE: HTTPStatus.OK,
    Outcome.UNKNOWN: HTTPStatus.NOT_FOUND,
    Outcome.MALFORMED: HTTPStatus.BAD_REQUEST,
    Outcome.REFUSED: HTTPStatus.CONFLICT,
}
# What no page of another site is to learn or do, whatever it tries.
ALWAYS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
}
NEVER_FRAMED = {"Content-Security-Policy": "frame-ancestors 'none'", "X-Frame-Options": "DENY"}
FRAMED_HERE = {
    "Content-Security-Policy": "frame-ancestors 'self'",
    "X-Frame-Options": "SAMEORIGIN",
}


class Application(Protocol):
    """What answers the page."""

    def page(self, language: str, token: str) -> bytes:
        """Return the editing page in a language, or the nearest."""

    def map(self) -> bytes:
        """Return the map of the draft."""

    def look(self, name: str, language: str) -> Answer:
        """Answer a request that changes nothing."""

    def act(self, name: str, body: bytes, language: str) -> Answer:
        """Answer a request that changes something."""


class Refusal(NamedTuple):
    """Why a request gets no answer."""

    status: HTTPStatus
    reason: str


class EditorServer(Server):
    """Answers under an address with a secret part; `token` is in the page that is served there."""

    def __init__(self, application: Application, port: int = 0) -> None:
        """Take who answers, and a port of this machine, or any free one for 0.

        Raises
        ------
        WrongUseError
            The port cannot be used.
        """
        super().__init__(port, EditorHandler)
        self.application = application
        self.key, self.token = (secrets.token_urlsafe(SECRET_BYTES) for _ in range(2))
        self.origins = {f"http://{host}" for host in self.hosts}
        self.address += f"{self.key}/"

    def tell(self, updates: Mapping[str, object]) -> None:
        """Send something to every page that listens."""
        self.publish({}, updates)


class EditorHandler(Handler):
    """Checks who asks, then lets the application answer."""

    server: EditorServer

    def do_GET(self) -> None:
        """Answer with the page, the map, events, or what it asks."""
        refusal = self._refuse_stranger()
        name = urlsplit(self.path).path.removeprefix(f"/{self.server.key}/")
        if refusal:
            self._refuse(refusal)
        elif name == "":
            language = self._language()
            page = self.server.application.page(language, self.server.token)
            self._send(HTTPStatus.OK, HTML, page, NEVER_FRAMED)
        elif name == MAP_FILE:
            self._send(HTTPStatus.OK, HTML, self.server.application.map(), FRAMED_HERE)
        elif name == EVENTS:
            self.send_events()
        elif not self._has_token():
            self._refuse(Refusal(HTTPStatus.FORBIDDEN, NOT_LET_IN))
        else:
            self._send_answer(
                self.server.application.look(name.removeprefix(API), self._language())
            )

    def do_POST(self) -> None:
        """Answer what is to be done, once it is certain that the page asks."""
        refusal = self._refuse_stranger() or self._refuse_writer() or self._refuse_body()
        if refusal:
            self.close_connection = True  # what was sent is not read, and is no next request
            self._refuse(refusal)
            return
        name = urlsplit(self.path).path.removeprefix(f"/{self.server.key}/")
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self._send_answer(
            self.server.application.act(name.removeprefix(API), body, self._language())
        )

    def _refuse_stranger(self) -> Refusal | None:
        """Return why whoever asks gets nothing: wrong name of this machine, address, or site."""
        if self.headers["Host"] not in self.server.hosts:
            return Refusal(HTTPStatus.MISDIRECTED_REQUEST, WRONG_HOST)
        key = urlsplit(self.path).path.split("/")[1:2]
        if not key or not _same(key[0], self.server.key):
            return Refusal(HTTPStatus.FORBIDDEN, WRONG_ADDRESS)
        if self.headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"}:
            return Refusal(HTTPStatus.FORBIDDEN, WRONG_ORIGIN)
        if self.headers.get("Origin", self._own_origin()) != self._own_origin():
            return Refusal(HTTPStatus.FORBIDDEN, WRONG_ORIGIN)
        return None

    def _refuse_writer(self) -> Refusal | None:
        if "Origin" not in self.headers:  # every browser says it
            return Refusal(HTTPStatus.FORBIDDEN, WRONG_ORIGIN)
        return None if self._has_token() else Refusal(HTTPStatus.FORBIDDEN, NOT_LET_IN)

    def _refuse_body(self) -> Refusal | None:
        if self.headers.get_content_type() != JSON or "Content-Type" not in self.headers:
            return Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, WRONG_TYPE)
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdecimal() or "Transfer-Encoding" in self.headers:
            return Refusal(HTTPStatus.LENGTH_REQUIRED, NO_LENGTH)
        if int(length) > MAX_BODY_BYTES:
            return Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, TOO_LONG)
        return None

    def _own_origin(self) -> str:
        return f"http://{self.headers['Host']}"

    def _has_token(self) -> bool:
        return _same(self.headers.get(EDIT_HEADER, ""), self.server.token)

    def _language(self) -> str:
        asked = parse_qs(urlsplit(self.path).query).get("lang", [])
        return ",".join([*asked, self.headers.get("Accept-Language", "")])

    def _refuse(self, refusal: Refusal) -> None:
        if urlsplit(self.path).path.startswith(f"/{self.server.key}/{API}"):
            content = json.dumps({"refusal": refusal.reason}).encode()
            self._send(refusal.status, JSON, content, NEVER_FRAMED)
        else:
            self._send(refusal.status, TEXT, f"{refusal.reason}\n".encode(), NEVER_FRAMED)

    def _send_answer(self, answer: Answer) -> None:
        content = json.dumps(answer.content, ensure_ascii=False, separators=(",", ":"))
        self._send(STATUSES[answer.outcome], JSON, content.encode("utf-8", "replace"), NEVER_FRAMED)

    def _send(self, status: HTTPStatus, kind: str, content: bytes, more: Mapping[str, str]) -> None:
        length = {"Content-Length": str(len(content))}
        self.send_head(kind, {**ALWAYS, **more, **length}, status)
        self.wfile.write(content)


def _same(one: str, other: str) -> bool:
    """Whether two secrets are the same; how long it takes to see that tells nothing of them."""
    return secrets.compare_digest(one.encode("utf-8", "replace"), other.encode())
