"""Where keys lead to, and what is told there: each was once heard to fail with a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.listeners import focused, has_focus, until, whole
from tests.browser.reader import PLACES

if TYPE_CHECKING:
    from tests.browser.listeners import Listener
    from tests.browser.trees import Node

FIRST = '.world [data-presence][tabindex="0"]'
KENYA = '.world [data-presence="ken-adviser"]'
UNMIK = '.world [data-presence="xkx-unmik"]'
IN_LIST = 'li[data-presence="ken-adviser"] .show'
HELP = "Arrow keys go from presence to presence"
COPY = '[data-share="copy"]'
MOVES = """
window.moves = 0
document.addEventListener('focusin', () => { window.moves += 1 })
"""


def opened(listener: Listener, selector: str) -> Node:
    """Press Enter on something, and give the dialog of the details that it opens."""
    listener.focus(selector)
    listener.press("Enter")
    return until(listener, lambda tree: bool(tree.all("dialog"))).one("dialog")


def closed(listener: Listener) -> Node:
    """Press Escape, and give the tree once the details have gone and the focus is somewhere."""
    listener.press("Escape")
    return until(listener, lambda tree: not tree.all("dialog") and "Kenya" in focused(tree))


def test_escape_leads_back_after_a_link_to_a_part(listener: Listener) -> None:
    """Not to the part that the link had led to: the way back is no way to its fragment."""
    whole(listener)
    for link, part in (("#map", KENYA), ("#list", IN_LIST)):
        listener.focus(f'.skip[href="{link}"]')
        listener.press("Enter")
        opened(listener, part)
        assert "Kenya" in focused(closed(listener)), link


def test_the_first_stop_says_how_to_walk_and_a_search_leads_there(listener: Listener) -> None:
    """To those who come by Tab, until they press a key there; after the place in the whole.

    Enter in the search goes to the first that is found on the map; where nothing is found, the
    focus stays in the search.
    """
    whole(listener)
    listener.focus(FIRST)
    node = until(listener, lambda tree: "Geneva" in focused(tree)).focused()
    assert node
    assert node.description.startswith(f"1 of {PLACES} {HELP}")
    listener.press("k")
    node = until(listener, has_focus("Kenya")).focused()
    assert node
    assert node.description == f"15 of {PLACES}"
    assert not any(HELP in one.description for one in listener.tree().all("button"))
    listener.focus("[type=search]")
    listener.press(*"nowhere", "Enter")
    tree = until(listener, lambda tree: "Nothing matches" in tree.text())
    assert focused(tree) == "Search"
    listener.press(*["Backspace"] * len("nowhere"), *"burkina", "Enter")
    tree = until(listener, has_focus("Burkina Faso"))
    assert focused(tree) == tree.one("toolbar").names("button")[0]


def test_details_give_all_that_is_known_at_once(listener: Listener) -> None:
    """With the opening, by the description of their dialog: terms, values, footnotes.

    Escape leads back where reading took the focus, as a screen reader does that reads on in the
    details, line by line. Copying moves no focus: the part of the page would be read again, and
    "Copied." last.
    """
    whole(listener)
    told = opened(listener, UNMIK).description
    for text in ("Category: ", "Pristina", "resolution 1244 (1999)"):
        assert text in told
    listener.press("Escape")
    until(listener, lambda tree: not tree.all("dialog"))
    opened(listener, KENYA)
    listener.run("document.activeElement.blur()")
    assert "Kenya" in focused(closed(listener))
    listener.focus(COPY)
    listener.run(MOVES)
    listener.press("Enter")
    until(listener, lambda tree: "Copied." in tree.text())
    assert listener.run("return window.moves") == 0
