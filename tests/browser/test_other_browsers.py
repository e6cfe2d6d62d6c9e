"""The same page in Firefox and in WebKit: it loads, turns, filters, chooses, hears the keyboard."""

from __future__ import annotations

import base64
import hashlib
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import pytest

from mapping.display_texts import display_texts
from tests.browser.drivers import NEEDED, need, started
from tests.browser.geometry import MARGINS
from tests.browser.listeners import PATIENCE
from tests.browser.reader import PLACES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mapping.atlas import Atlas
    from tests.browser.webdriver import Browser

# Runs before anything else in the page, and keeps whatever goes wrong.
WITNESS = """
window.complaints = []
const complain = (...words) => window.complaints.push(words.join(' '))
addEventListener('error', ({ message, filename, lineno }) => complain(message, filename, lineno))
addEventListener('unhandledrejection', ({ reason }) => complain(reason))
addEventListener('securitypolicyviolation', ({ violatedDirective }) => complain(violatedDirective))
console.error = console.warn = complain
"""
SHOWN = """return [...document.querySelectorAll(arguments[0])]
  .filter((one) => one.getClientRects().length).map((one) => one.dataset.presence)"""
TOLD = "return document.querySelector('.details:not([hidden]) h2')?.textContent ?? null"
SAID = "return [document.title, document.dir, document.querySelector('h1').textContent]"
FOCUSED = "return document.activeElement.dataset.presence ?? document.activeElement.className"
LISTS = """return [...document.querySelectorAll('ul')]
  .filter((one) => one.checkVisibility() && one.children.length)"""
SYMBOL = '[role=toolbar] [data-presence="{}"]'
ENTER, ESCAPE, RIGHT, HOME = "\ue007", "\ue00c", "\ue014", "\ue011"


@pytest.fixture(scope="module", params=NEEDED)
def looked_at(
    request: pytest.FixtureRequest, address: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    """Open the English map in another browser for all tests that only look at it."""
    with another(request, tmp_path_factory) as browser:
        yield from complaining(browser, address)


@pytest.fixture(params=NEEDED)
def opened(
    request: pytest.FixtureRequest, address: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    """Open the English map in another browser for one test.

    WebKit is started for each: its driver may lose a page that is left while it still goes back.
    """
    with another(request, tmp_path_factory) as browser:
        yield from complaining(browser, address)


@contextmanager
def another(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Browser]:
    """Give Firefox, which runs already, or start WebKit.

    Where the browser is not on the machine, say so, unless it must be there.
    """
    need(request.param)
    if request.param == "firefox":
        yield request.getfixturevalue("firefox")
        return
    with started(request.param, tmp_path_factory.mktemp(request.param)) as browser:
        yield browser


def complaining(browser: Browser, address: str) -> Iterator[Browser]:
    """Show the map; fail where the page complained."""
    browser.open(f"{address}?lang=en")
    wait_until_labelled(browser, "en")
    yield browser
    assert browser.run("return window.complaints") == []


@pytest.fixture(scope="module")
def address(built: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of the page with a witness in it, whom its policy knows."""
    html = (built / "map.html").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(WITNESS.encode()).digest()).decode()
    for old, new in (
        ("script-src ", f"script-src 'sha256-{digest}' "),
        ('<meta name="viewport"', f'<script>{WITNESS}</script><meta name="viewport"'),
    ):
        assert html.count(old) == 1
        html = html.replace(old, new)
    page = tmp_path_factory.mktemp("witnessed") / "map.html"
    page.write_text(html, encoding="utf-8")
    return page.as_uri()


def shown(browser: Browser) -> set[str]:
    """Return the ids that are shown, and demand that map and list agree."""
    symbols = browser.run(SHOWN, "[role=toolbar] [data-presence]")
    entries = browser.run(SHOWN, "li[data-presence]")
    assert sorted(symbols) == sorted(entries)
    return set(entries)


def test_the_page_loads_to_its_last_line(looked_at: Browser) -> None:
    """Every presence is drawn and listed, with areas and labels, and nothing hangs out sideways."""
    wait_until_labelled(looked_at, "en")
    assert len(shown(looked_at)) == PLACES
    assert min(looked_at.run(f"return ({MARGINS})()")) > -1
    assert looked_at.run("return document.querySelectorAll('.label').length") > 10
    assert looked_at.run("return !document.querySelector('.offer').hidden")
    assert looked_at.run("return document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_list_is_a_list(looked_at: Browser) -> None:
    """In WebKit too, which takes many a list without markers for mere layout."""
    wait_until_labelled(looked_at, "en")  # the list is made before
    lists = looked_at.run(LISTS)
    assert len(lists) > 5
    assert {looked_at.role(str(*one.values())) for one in lists} == {"list"}


def wait_until_labelled(opened: Browser, language: str) -> None:
    """Wait until the page, which the switch may load, has its language and its labels."""
    there = (
        "return document.documentElement.lang === arguments[0]"
        " && document.querySelector('.label[style] bdi') !== null"
    )
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(AssertionError):  # WebKit runs no script while a page gives way to the next
            if opened.run(there, language):
                return
        time.sleep(0.1)


def test_the_page_turns_to_other_languages(opened: Browser, atlas: Atlas) -> None:
    """Title, direction and labels follow the switch: to Arabic, to Chinese, and back."""
    for language in ("ar", "zh", "en"):
        opened.click(f'[data-language="{language}"]')
        wait_until_labelled(opened, language)
        texts = display_texts(atlas, atlas.dataset.languages[language])
        direction = "rtl" if language == "ar" else "ltr"
        assert opened.run(SAID) == [texts["title"], direction, texts["title"]]
        labels = set(
            opened.run(
                "return [...document.querySelectorAll('.label bdi')].map((one) => one.textContent)"
            )
        )
        assert labels
        assert labels <= {place.label[language] for place in atlas.places}
        assert opened.run("return window.complaints") == []


def test_what_is_typed_clicked_and_pressed_is_shown(opened: Browser) -> None:
    """A filter leaves map and list alike, whatever the accents; clicks open and close details.

    Arrows go from symbol to symbol, Enter opens, Escape closes and comes back.
    """
    opened.write("[type=search]", "SÉNÉGAL")
    assert shown(opened) == {"west-africa-regional-office"}
    opened.click("[type=reset]")
    assert len(shown(opened)) == PLACES
    opened.click(SYMBOL.format("ken-adviser"))
    assert "Kenya" in opened.run(TOLD)
    assert "presence=ken-adviser" in opened.run("return location.search")
    opened.click(".details .close")
    assert opened.run(TOLD) is None
    opened.click('li[data-presence="arg-adviser"] .show')
    assert "Argentina" in opened.run(TOLD)
    opened.click(".details .close")
    opened.run(f"document.querySelector('{SYMBOL.format('ken-adviser')}').focus()")
    opened.press(RIGHT)
    here = opened.run(FOCUSED)
    assert here not in {"ken-adviser", None}
    opened.press(ENTER)
    assert opened.run(TOLD)
    opened.press(ESCAPE)
    assert opened.run(TOLD) is None
    assert opened.run(FOCUSED) == here
    opened.press(HOME)
    assert opened.run(FOCUSED) != here
    opened.click('[data-category="adviser"]')
    assert "ken-adviser" not in shown(opened)
