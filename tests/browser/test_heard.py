"""What a screen reader is told, by Firefox's tree and by Chromium's, after each act."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.display_texts import display_texts
from tests.browser.listeners import LAST, focused, has_focus, until, whole
from tests.browser.reader import PLACES

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapping.atlas import Atlas
    from tests.browser.listeners import Listener
    from tests.browser.trees import Node

KENYA = '.world [data-presence="ken-adviser"]'
IN_LIST = 'li[data-presence="ken-adviser"] .show'
SEARCH = "[type=search]"


def test_headings_and_landmarks_are_in_the_order_of_reading(tree: Node) -> None:
    """From the title to “About this map”; no heading is told twice."""
    headings = tree.names("heading")
    assert headings[0].startswith("The United Nations defends human rights")
    assert headings[-1] == LAST
    assert len({*headings}) == len(headings)
    roles = [node.role for node in tree]
    parts = [roles.index(role) for role in ("banner", "search", "main", "figure")]
    assert parts == sorted(parts)


@pytest.mark.parametrize("language", ["ar", "en", "zh"])
def test_symbols_are_named_in_the_language_of_the_page(
    trees: Callable[[str], Node], atlas: Atlas, language: str
) -> None:
    """All of them, by label and category, in the map that has a name."""
    texts = display_texts(atlas, atlas.dataset.languages[language])
    names = trees(language).one("toolbar", texts["map.name"]).names("button")
    labels = [place.label[language] for place in atlas.places]
    assert len(names) == PLACES
    assert all(any(name.startswith(label) for name in names) for label in labels)


def test_dialogs_take_the_focus_and_give_it_back(listener: Listener) -> None:
    """Enter opens a dialog with the name of the presence; Escape leads back to its symbol.

    "Next" keeps the focus, so that it can be pressed again; from the list, the focus is on the
    name, a colon stands after each term, and Escape leads back to the entry. The dialog of the
    code, told as modal, begins with its heading.
    """
    whole(listener)
    listener.focus(KENYA)
    assert "Kenya" in focused(until(listener, has_focus("Kenya")))
    listener.press("Enter")
    tree = until(listener, lambda tree: bool(tree.all("dialog", "Kenya")))
    dialog = tree.one("dialog", "Kenya")
    assert dialog.focused()
    assert "Nairobi" in dialog.text()
    listener.press("Escape")
    tree = until(listener, lambda tree: not tree.all("dialog"))
    assert not tree.all("dialog")
    assert focused(tree) == "Kenya, Human rights adviser"
    listener.press("Enter")
    until(listener, lambda tree: bool(tree.all("dialog", "Kenya")))
    listener.focus('.details [data-step="1"]')
    listener.press("Enter")
    tree = until(listener, lambda tree: not tree.all("dialog", "Kenya"))
    assert focused(tree) == "Next presence"
    listener.press("Escape")
    until(listener, lambda tree: not tree.all("dialog"))
    listener.focus(IN_LIST)
    listener.press("Enter")
    tree = until(listener, lambda tree: bool(tree.all("dialog", "Kenya")))
    assert focus_of(tree) == ("heading", "Kenya")
    terms = tree.one("dialog").all("term")
    assert terms
    assert all(term.text().strip().endswith(":") for term in terms)
    listener.press("Escape")
    assert "Kenya" in focused(until(listener, lambda tree: not tree.all("dialog")))
    listener.focus(".offer")
    listener.press("Enter")
    tree = until(listener, lambda tree: bool(tree.all("dialog")))
    dialog = tree.one("dialog", "Embed this map")
    assert "modal" in dialog.states
    assert dialog.focused()
    assert focus_of(tree) == ("heading", "Embed this map")
    listener.press("Escape")
    tree = until(listener, lambda tree: not tree.all("dialog"))
    assert focused(tree) == "Embed this map"


def test_sources_and_filters_say_what_they_did(listener: Listener) -> None:
    """One button shows the sources of all entries, and says whether it is pressed.

    Before, no entry says anything of sources. A filter says what it left in a status, without
    moving the focus; the map has these symbols and no others.
    """
    tree = whole(listener)
    assert len(tree.one("region", "All presences").all("listitem")) == PLACES
    listener.focus(".with-sources")
    node = until(listener, has_focus("Sources")).focused()
    assert node
    assert node.role == "button"
    assert "pressed" not in node.states
    listener.press("Enter")
    tree = until(listener, lambda tree: "pressed" in states(tree))
    assert "pressed" in states(tree)
    assert len(tree.one("region", "All presences").all("listitem")) > 2 * PLACES
    listener.press("Enter")
    until(listener, lambda tree: "pressed" not in states(tree))
    listener.focus(SEARCH)
    listener.press(*"burkina")
    tree = until(listener, lambda tree: f"2 of {PLACES} shown" in tree.text())
    assert f"2 of {PLACES} shown" in "".join(one.text() for one in tree.all("status"))
    assert focused(tree) == "Search"
    shown = tree.one("toolbar", "Map of the presences").names("button")
    assert len(shown) == 2
    assert all("Burkina Faso" in name for name in shown)


def focus_of(tree: Node) -> tuple[str, str]:
    """Return the role and the name of what has the focus."""
    node = tree.focused()
    assert node
    return node.role, node.name


def states(tree: Node) -> frozenset[str]:
    """Return the states of what has the focus."""
    node = tree.focused()
    return node.states if node else frozenset()
