"""The list as a screen reader is told of it: one stop an entry, named after it; in a frame too."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tests.browser.listeners import focused, until
from tests.browser.reader import PLACES

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.listeners import Listener
    from tests.browser.trees import Node

FIRST = '.world [data-presence="new-york-headquarters"]'
UNMIK = '.world [data-presence="xkx-unmik"]'
STOPS = """() => [...document.querySelectorAll('#list li[data-presence]')].map((entry) =>
  [...entry.querySelectorAll('button, summary, a, [tabindex]')]
    .filter((one) => one.tabIndex >= 0 && one.checkVisibility()).length)"""


def test_no_name_is_in_the_list_many_times(tree: Node) -> None:
    """Every button says of which presence it is."""
    names = Counter(tree.one("region", "All presences").names("button"))
    assert names
    assert names.most_common(1)[0][1] == 1, names.most_common(3)


def test_nothing_is_read_104_times(tree: Node) -> None:
    """Nor half as often, but for the categories themselves and what is known of them."""
    read = tree.one("region", "All presences")
    texts = Counter(node.name.strip() for node in read if node.role == "text")
    assert texts["Show on the map"] < PLACES / 2
    assert texts["Sources"] < PLACES / 2


def test_an_entry_is_one_stop(untouched: Page) -> None:
    """104 presences are 104 stops, not 208."""
    assert untouched.evaluate(STOPS) == [1] * PLACES


def test_a_frame_has_the_list_folded(listener: Listener) -> None:
    """It opens by a button, and then has every presence."""
    listener.open("embed&lang=en")
    folded = until(listener, lambda tree: bool(tree.all("button", "All presences")))
    button = folded.one("button", "All presences")
    assert "expanded" not in button.states
    assert not any("Kenya" in item.text() for item in folded.all("listitem"))
    listener.focus("#list summary")
    listener.press("Enter")
    tree = until(listener, lambda tree: len(tree.all("listitem")) >= PLACES)
    assert len(tree.all("listitem")) >= PLACES


def test_footnotes_are_reported_in_a_frame(listener: Listener) -> None:
    """At the symbol, with the details, in the list; the page's part of them is not there."""
    text = "resolution 1244 (1999)"
    listener.open("embed&lang=en&q=unmik")
    tree = until(listener, lambda tree: bool(tree.all("toolbar")) and text in told(tree, "button"))
    assert text in told(tree, "button")
    assert not tree.all("heading", "Footnotes")
    listener.focus(UNMIK)
    listener.press("Enter")
    tree = until(listener, lambda tree: bool(tree.all("dialog")))
    assert text in told(tree, "dialog")
    listener.press("Escape")
    listener.focus("#list summary")
    listener.press("Enter")
    listener.focus(".with-sources")
    listener.press("Enter")
    tree = until(listener, lambda tree: any(text in one.text() for one in tree.all("listitem")))
    assert any(text in one.text() for one in tree.all("listitem"))


def told(tree: Node, role: str) -> str:
    """Return the descriptions of all of a role."""
    return "".join(node.description for node in tree.all(role))


def test_show_in_the_list_leads_there_from_a_frame(listener: Listener) -> None:
    """The list unfolds, and the entry has the focus."""
    listener.open("embed&lang=en")
    listener.focus(FIRST)
    listener.press("Enter")
    until(listener, lambda tree: bool(tree.all("dialog", "New York")))
    listener.focus(".details .in-list")
    listener.press("Enter")
    tree = until(listener, lambda tree: "New York" in focused(tree) and bool(tree.all("listitem")))
    assert "New York" in focused(tree)
    assert any("New York" in item.text() for item in tree.all("listitem"))
