"""Pages of other sites beside an open editor, which know even its secret address, get nowhere."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Any

import pytest

from mapping.editor.serving import edit
from mapping.watching.server import LOOPBACK
from tests.browser.reader import READY
from tests.support.editor_client import Client
from tests.support.folder import GEODATA, Folder
from tests.support.rebound import REBOUND

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

SITE = "http://elsewhere.test/"
PAGE = "<!doctype html><title>hostile</title><p>See below</p>"
# What such a page may try; each gives what it learned, or says that it failed.
READ = """address => fetch(address).then((answer) => answer.text(), () => 'failed')"""
SEND = """address => Promise.all(['text/plain', 'application/x-www-form-urlencoded'].map((type) =>
  fetch(`${address}api/remove`, { body: '{"row": "uga-country-office"}', method: 'POST',
    headers: { 'Content-Type': type }, mode: 'no-cors'
  }).then(({ type }) => type, () => 'failed')))"""
SEND_JSON = """address => fetch(`${address}api/remove`, { body: '{"row": "uga-country-office"}',
  headers: { 'Content-Type': 'application/json', 'X-Edit-Token': 'x' }, method: 'POST'
}).then(() => 'sent', () => 'failed')"""
SUBMIT = """address => new Promise((resolve) => {
  const frame = Object.assign(document.createElement('iframe'), { name: 'result' })
  document.body.append(frame)
  const form = Object.assign(document.createElement('form'), { action: `${address}api/remove`,
    enctype: 'text/plain', method: 'POST', target: 'result' })
  const input = { name: '{"row": "uga-country-office", "x": "', type: 'hidden', value: '"}' }
  form.append(Object.assign(document.createElement('input'), input))
  document.body.append(form)
  frame.addEventListener('load', () => resolve('loaded'))
  form.submit()
})"""
FRAME = """address => new Promise((resolve) => {
  const frame = Object.assign(document.createElement('iframe'), { src: address })
  frame.addEventListener('load', () => {
    try { resolve(frame.contentDocument?.body.textContent ?? 'closed') } catch { resolve('closed') }
  })
  document.body.append(frame)
})"""
SCRIPT = """address => new Promise((resolve) => {
  const script = Object.assign(document.createElement('script'), { src: `${address}api/state` })
  script.addEventListener('load', () => resolve('ran'))
  script.addEventListener('error', () => resolve('failed'))
  document.body.append(script)
})"""
STATUS = "address => fetch(address).then(({ status }) => status)"
WRITE = """([address, token]) => fetch(`${address}api/remove`, {
  body: '{"row": "uga-country-office"}', method: 'POST',
  headers: { 'Content-Type': 'application/json', 'X-Edit-Token': token }
}).then(({ status }) => status)"""
SHORT = 200  # characters, in which nothing of the list is said
LISTEN = """address => new Promise((resolve) => {
  const events = new EventSource(`${address}events`)
  events.addEventListener('message', () => resolve('heard'))
  events.addEventListener('error', () => resolve('failed'))
})"""


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Client]:
    """Return the server of an editor."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = tmp_path / "geodata"
    shutil.copytree(GEODATA, folder, ignore=shutil.ignore_patterns("recipes", "*.print.*"))
    with edit(folder, 0, tmp_path / "output") as server:
        yield Client(server, Folder(folder))


def test_another_site_learns_and_changes_nothing(browser: Browser, client: Client) -> None:
    """Forms, requests, frames, scripts and events from elsewhere, and from a sandboxed frame."""
    before = client.state()
    context = browser.new_context()
    context.route(f"{SITE}**", lambda route: route.fulfill(body=PAGE, content_type="text/html"))
    page = context.new_page()
    page.goto(SITE)
    address = client.server.address

    def tried(script: str) -> Any:  # noqa: ANN401 (whatever the page says)
        return page.evaluate(script, address)

    assert tried(READ) == "failed"
    assert set(tried(SEND)) <= {"failed", "opaque"}
    assert tried(SEND_JSON) == "failed"
    assert tried(SUBMIT) == "loaded"
    assert tried(FRAME) == "closed"
    assert all(client.server.token not in frame.content() for frame in page.frames)
    assert tried(SCRIPT) == "failed"
    assert tried(LISTEN) == "failed"
    page.goto(f"{SITE}sandboxed")
    page.set_content("<iframe sandbox='allow-scripts allow-forms' srcdoc='<p>x</p>'></iframe>")
    page.wait_for_function("document.querySelector('iframe').contentWindow.length === 0")
    inner = page.frames[-1]
    assert inner.evaluate(READ, address) == "failed"
    assert set(inner.evaluate(SEND, address)) <= {"failed", "opaque"}
    context.close()
    after = client.state()
    assert (after["revision"], after["rows"]) == (before["revision"], before["rows"])


def test_a_site_whose_name_leads_to_this_machine_learns_nothing(
    browser: Browser, client: Client
) -> None:
    """DNS rebinding: to the browser it is of one origin with the editor; it is sent away."""
    before = client.state()["revision"]
    address = client.server.address.replace(LOOPBACK, REBOUND)
    page = browser.new_page()
    answer = page.goto(address)
    assert answer
    assert (answer.status, len(answer.text()) < SHORT) == (421, True)
    for path in ("", "map.html", "api/state"):
        assert page.evaluate(STATUS, f"{address}{path}") == 421
    assert page.evaluate(WRITE, [address, client.server.token]) == 421
    assert page.evaluate(LISTEN, address) == "failed"
    page.close()
    assert client.state()["revision"] == before


def test_the_editor_itself_is_not_hindered(browser: Browser, client: Client) -> None:
    """The same page, opened by its address, shows the map of the draft in a frame of its own."""
    page = browser.new_page()
    page.goto(client.server.address)
    page.wait_for_selector(READY)
    frame = next(one for one in page.frames if "map.html" in one.url)
    assert frame.locator("#map, .leaflet-container").count() > 0
    assert page.evaluate("document.cookie") == ""
    page.close()
