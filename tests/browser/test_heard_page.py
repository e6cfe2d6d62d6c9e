"""The page around the map as a screen reader is told of it: names, regions, languages, focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.display_texts import display_texts
from tests.browser.listeners import focused, has_focus, until, whole
from tests.browser.reader import PLACES

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapping.atlas import Atlas
    from tests.browser.listeners import Listener
    from tests.browser.trees import Node

OWN = {"ar", "en", "es", "fr", "ru", "zh"}


def test_every_category_has_a_box_with_its_name(tree: Node, atlas: Atlas) -> None:
    """In a group of the name “Category”."""
    texts = display_texts(atlas, atlas.dataset.languages["en"])
    wanted = [texts[f"category.{one.key}"] for one in atlas.dataset.edition.categories]
    names = tree.one("group", "Category").names("checkbox")
    assert len(names) == len(wanted)
    assert all(name.startswith(one) for name, one in zip(names, wanted, strict=True))


def test_a_category_is_chosen_next_to_region_and_evidence(listener: Listener) -> None:
    """As the regions are: with one choice, and the count said.

    The button that clears the filters is gone then; what one would use next has the focus.
    """
    search = whole(listener).one("search")
    assert {"Region", "Category", "Evidence"} <= {*search.names("combobox")}
    listener.focus("select[name=category]")
    listener.press(*"regional")
    tree = until(listener, lambda tree: f"12 of {PLACES} shown" in tree.text())
    assert f"12 of {PLACES} shown" in tree.one("search").text()
    assert tree.one("button", "Clear the filters")
    listener.focus("[type=reset]")
    listener.press("Enter")
    assert focused(until(listener, has_focus("Search"))) == "Search"


def test_every_part_of_the_page_is_a_region_with_a_name(tree: Node) -> None:
    """In the order of reading."""
    regions = tree.names("region")
    for name in ("Cartographic notes", "Our human rights work", "Footnotes", "All presences",
                 "About this map"):  # fmt: skip
        assert any(one.startswith(name) for one in regions), name


@pytest.mark.parametrize("trees", ["firefox"], indirect=True)
@pytest.mark.parametrize("language", ["ar", "en", "fr", "zh"])
def test_firefox_gives_the_language_of_the_page(
    trees: Callable[[str], Node], language: str
) -> None:
    """Whatever the file was written in; names of languages and titles of sources have their own."""
    tree = trees(language)
    assert tree.language == language
    for role in ("heading", "searchbox", "listitem", "checkbox", "region"):
        assert {node.language for node in tree.all(role)} <= {language, *OWN}
        assert tree.all(role)[0].language == language, role
    assert {node.language for node in tree.one("banner").all("button")} == OWN


def test_a_turned_page_says_so(listener: Listener) -> None:
    """The page is a new one, and the focus in it is on the only pressed button, its language's.

    It has the filter that was set before; Firefox gives its language too.
    """
    whole(listener, "lang=en&q=mali")
    listener.focus('[data-language="fr"]')
    listener.press("Enter")

    def turned(tree: Node) -> bool:
        return "L’Organisation" in tree.name and "Français" in focused(tree)

    tree = until(listener, turned)
    assert "L’Organisation" in tree.name
    node = tree.focused()
    assert node
    assert (node.role, node.name) == ("button", "Français")
    pressed = [one.name for one in tree.one("banner").all("button") if "pressed" in one.states]
    assert pressed == ["Français"]
    assert tree.language in {"fr", ""}  # Chromium does not tell it
    assert "2 sur" in until(listener, lambda tree: "2 sur" in tree.text()).text()
