"""The editor answers one person's page; nobody else learns or changes anything.

Also of `answering.py`, `page.py`, `requests.py`.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mapping.editor.server import MAX_BODY_BYTES
from mapping.files.data_folder import PRESENCES_FILE

if TYPE_CHECKING:
    from tests.support.editor_client import Client

CHANGE = json.dumps({"row": "uga-country-office", "cells": {"note": "hostile"}}).encode()
ELSEWHERE = "https://elsewhere.test"
STRANGERS: dict[str, dict[str, str | None]] = {
    "another name of this machine": {"Host": "elsewhere.test"},
    "another name with the port": {"Host": "elsewhere.test:80"},
    "another site": {"Origin": ELSEWHERE},
    "a sandboxed frame or a file": {"Origin": "null"},
    "another port of this machine": {"Origin": "http://127.0.0.1:1"},
    "a browser that says so": {"Sec-Fetch-Site": "cross-site"},
    "another page of this machine": {"Sec-Fetch-Site": "same-site"},
}
WRITERS: dict[str, dict[str, str | None]] = {
    "no origin": {"Origin": None},
    "no token": {"X-Edit-Token": None},
    "a wrong token": {"X-Edit-Token": "x"},
    "a form": {"Content-Type": "application/x-www-form-urlencoded"},
    "a form of text": {"Content-Type": "text/plain"},
    "no content type": {"Content-Type": None},
    "no length": {"Content-Length": None},
    "chunks": {"Transfer-Encoding": "chunked"},
    "a negative length": {"Content-Length": "-1"},
    "a long body": {"Content-Length": str(MAX_BODY_BYTES + 1)},
}


def is_untouched(client: Client) -> bool:
    """Whether nothing was done to the draft."""
    state = client.state()
    return state["undo"] is None and state["redo"] is None


@pytest.mark.parametrize("who", STRANGERS)
@pytest.mark.parametrize("name", ["", "map.html", "events", "api/state"])
def test_a_stranger_learns_nothing(client: Client, who: str, name: str) -> None:
    """Neither the page with its token, nor the map, nor the draft."""
    answer = client.send("GET", client.path(name), headers=STRANGERS[who])
    content = answer.read().decode()
    assert answer.status in {403, 421}
    assert client.server.token not in content
    assert len(content) < 200
    assert answer.getheader("Access-Control-Allow-Origin") is None


@pytest.mark.parametrize("who", [*STRANGERS, *WRITERS])
def test_a_stranger_changes_nothing(client: Client, who: str) -> None:
    """What does not come from the page, as the page sends it, is refused in a sentence."""
    headers = {**STRANGERS, **WRITERS}[who]
    answer = client.send("POST", client.path("api/rows"), CHANGE, headers)
    assert answer.status in {403, 411, 413, 415, 421}
    assert json.loads(answer.read())["refusal"]
    assert is_untouched(client)


@pytest.mark.parametrize(
    "path", ["/", "/map.html", "/api/state", "/x/", "//", "/%2e%2e/", "/../../etc/passwd"]
)
def test_without_the_secret_part_there_is_nothing(client: Client, path: str) -> None:
    """Another user of this machine does not know it."""
    answer = client.send("GET", path)
    assert (answer.status, client.server.token in answer.read().decode()) == (403, False)


@pytest.mark.parametrize(
    "name",
    ["presences.csv", "../presences.csv", "api/../../edition.toml", "api/..%2f..%2fnames.csv",
     "/etc/passwd", "api/", "api/rows", "map.html/", "%00"],
)  # fmt: skip
def test_no_path_leads_to_a_file(client: Client, name: str) -> None:
    """Names are looked up, not opened."""
    answer = client.send("GET", client.path(name))
    assert (answer.status, json.loads(answer.read())) == (
        404,
        {"refusal": "there is nothing at this address"},
    )


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_there_are_no_other_methods(client: Client, method: str) -> None:
    """A browser that asks beforehand whether another site may write hears nothing of it."""
    answer = client.send(method, client.path("api/rows"))
    assert answer.status == 501
    assert answer.getheader("Access-Control-Allow-Methods") is None


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("rows", b""),
        ("rows", b"[]"),
        ("rows", b"{"),
        ("rows", b"\xff"),
        ("rows", b"[" * 100_000),
        ("rows", b'{"cells": {"note": 1}}'),
        ("rows", b'{"cells": {}, "else": 1}'),
        ("undo", b'{"path": "/etc/passwd"}'),
    ],
)
def test_what_is_no_request_is_refused(client: Client, name: str, body: bytes) -> None:
    """Each in a sentence, and nothing is changed."""
    answer = client.send("POST", client.path(f"api/{name}"), body)
    assert answer.status == 400
    assert "request is" in json.loads(answer.read())["refusal"]
    assert is_untouched(client)


def test_the_page_cannot_be_framed_and_its_policy_is_by_hash(client: Client) -> None:
    """Its own map may stand in a frame of it, and asks for nothing."""
    page = client.send("GET", client.path(""))
    assert page.getheader("Content-Security-Policy") == "frame-ancestors 'none'"
    assert page.getheader("X-Frame-Options") == "DENY"
    assert page.getheader("Referrer-Policy") == "no-referrer"
    assert page.getheader("Set-Cookie") is None
    text = page.read().decode()
    assert client.server.token in text
    assert "unsafe" not in text
    assert "script-src &#39;sha256-" in text
    drawn = client.send("GET", client.path("map.html?lang=fr"))
    assert drawn.getheader("X-Frame-Options") == "SAMEORIGIN"
    content = drawn.read().decode()
    assert client.server.token not in content
    assert client.server.key not in content


def test_the_page_speaks_the_language_asked_for(client: Client) -> None:
    """By its address first, else as the browser prefers, else English."""
    asked = {"?lang=ar": 'lang="ar" dir="rtl"', "?lang=xx": 'lang="fr"', "": 'lang="fr"'}
    for query, found in asked.items():
        answer = client.send("GET", client.path(query), headers={"Accept-Language": "fr-CH, en"})
        assert found in answer.read().decode()


def test_the_map_follows_the_draft(client: Client) -> None:
    """It is that of the draft, and nothing is on the disk yet."""
    path = client.folder.path / PRESENCES_FILE
    before = path.read_bytes()
    client.ask("remove", row="uga-country-office")
    assert b"uga-country-office" not in client.send("GET", client.path("map.html")).read()
    assert path.read_bytes() == before


def test_pages_are_told_of_every_change(client: Client) -> None:
    """An event brings the number of the state; who hears it asks for the state."""
    events = client.send("GET", client.path("events"), headers={"X-Edit-Token": None})
    events.readline(), events.readline()
    revision = client.ask("remove", row="uga-country-office")["revision"]
    assert json.loads(events.readline().removeprefix(b"data: ")) == {"revision": revision}
