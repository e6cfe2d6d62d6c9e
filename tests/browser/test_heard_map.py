"""The map as a screen reader is told of it: a toolbar, walked by keys, its help before it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.listeners import focused, has_focus, until, whole
from tests.browser.reader import PLACES, symbol

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from mapping.atlas import Atlas
    from tests.browser.listeners import Listener
    from tests.browser.trees import Node

NAME = "Map of the presences"
KENYA = '.world [data-presence="ken-adviser"]'
TAKEN = """() => {
  window.taken = []
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented) window.taken.push(event.key)
  })
}"""


def the_map(tree: Node) -> Node:
    """Find the map, whatever role it has."""
    (found,) = [node for node in tree if node.name == NAME and node.names("button")]
    return found


@pytest.mark.parametrize(
    "query", ["region=africa&q=mali", "category=regional-office", "embed&evidence=candidate"]
)
def test_a_page_opened_with_a_filter_has_a_stop_in_the_map(listener: Listener, query: str) -> None:
    """Tab reaches a symbol that is shown, past the languages and the filters."""
    listener.open(f"lang=en&{query}")
    shown = the_map(until(listener, lambda tree: bool(tree.all("button", ", ")))).names("button")
    for _ in range(14):  # past languages and filters
        listener.press("Tab")
        if listener.where():
            break
    tree = until(listener, lambda tree: focused(tree) in shown)
    assert focused(tree) in shown


def test_the_map_is_a_toolbar_after_a_heading_and_its_help(tree: Node) -> None:
    """So that a screen reader lets its keys through, and they are known before."""
    assert the_map(tree).role == "toolbar"
    nodes = [*tree]
    toolbar = nodes.index(tree.one("toolbar", NAME))
    help_ = next(i for i, node in enumerate(nodes) if "Arrow keys go from presence" in node.name)
    headings = [i for i, node in enumerate(nodes) if node.role == "heading"]
    assert help_ < toolbar
    assert "Map" in nodes[max(i for i in headings if i < toolbar)].name


def test_each_symbol_says_which_of_how_many_it_is(tree: Node) -> None:
    """“15 of 104”, counted in the order of reading."""
    symbols = the_map(tree).all("button")
    said = [re.search(rf"(\d+) of {PLACES}", f"{one.name} {one.description}") for one in symbols]
    assert [int(one[1]) for one in said if one] == [*range(1, PLACES + 1)]


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_no_symbol_says_its_country_twice(
    trees: Callable[[str], Node], atlas: Atlas, language: str
) -> None:
    """It says where it is unless its label does."""
    names = trees(language).one("toolbar").names("button")
    countries = {code: row[language] for code, row in atlas.dataset.tables.countries.items()}
    for place in atlas.places:
        label, country = place.label[language], countries[place.presence.country]
        (name,) = [one for one in names if re.match(rf"{re.escape(label)}( [a-z ]+)?[,،、]", one)]
        assert name.count(country) <= max(1, label.count(country)), name


def test_symbols_come_in_the_order_of_the_list(tree: Node, atlas: Atlas) -> None:
    """Both by the same labels, one after the other."""
    labels = sorted((place.label["en"] for place in atlas.places), key=len, reverse=True)

    def label(text: str) -> str:
        return next(one for one in labels if text.startswith(one))

    entries = [one.text() for one in tree.one("region", "All presences").all("listitem")]
    listed = [one for one in entries if one.startswith(tuple(labels))]
    assert [*map(label, the_map(tree).names("button"))] == [*map(label, listed)]


def test_letters_and_arrows_go_on_and_never_back(listener: Listener) -> None:
    """A letter to the next symbol that begins with it, and after the last to the first again.

    Right, down, right, down: each step to another symbol than the last but one.
    """
    names = the_map(whole(listener)).names("button")
    wanted = [name for name in names if name.startswith("K")]
    assert len(wanted) > 1
    listener.focus('.world [data-presence="new-york-headquarters"]')
    for name in [*wanted, wanted[0]]:
        listener.press("k")
        assert focused(until(listener, has_focus(name))) == name
    for start in (KENYA, '.world [data-presence="central-africa-centre"]'):
        listener.focus(start)
        walk = [listener.where()]
        for key in ("ArrowRight", "ArrowDown") * 8:
            listener.press(key)
            walk.append(listener.where())
        steps = [one for one, next_ in pairwise([*walk, None]) if one != next_]
        assert all(a != b for a, b in zip(steps, steps[2:], strict=False)), steps


def test_no_picture_is_without_a_name(tree: Node) -> None:
    """What only decorates is not told at all."""
    assert "" not in tree.names("img")


def test_the_browser_keeps_its_own_keys(english: Page) -> None:
    """With the focus on a symbol: to enlarge the page, to go to its ends, to go back."""
    english.evaluate(TAKEN)
    symbol(english, "ken-adviser").focus()
    for key in ("Control+=", "Control++", "Control+-", "Control+Home", "Control+End", "Meta+-"):
        english.keyboard.press(key)
        expect(symbol(english, "ken-adviser")).to_be_focused()
    english.keyboard.press("Alt+ArrowLeft")
    assert english.evaluate("window.taken") == []
