"""No text of the data can become part of the page's code."""

from __future__ import annotations

import json
from collections import Counter
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.page import render
from mapping.web.csp import json_for_script
from tests.support.hostile import HOSTILE, labelled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.atlas import Atlas

PIECES = st.sampled_from(HOSTILE) | st.text(max_size=8)
TEXTS = st.lists(PIECES, min_size=1, max_size=4).map("".join).filter(bool)


class Elements(HTMLParser):
    """Counts the elements of a page, and keeps the text of its island of JSON."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.handlers: list[str] = []
        self.island = ""
        self.inside = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element, and whether it is the island."""
        self.names.append(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]
        self.inside = ("id", "map-data") in attrs

    def handle_data(self, data: str) -> None:
        """Keep what stands in the island."""
        if self.inside:
            self.island += data

    def handle_endtag(self, tag: str) -> None:
        """Leave the island where its element ends."""
        self.inside = self.inside and tag != "script"


def texts_in(island: str, language: str) -> dict[str, str]:
    """Return the texts of a language by id, as the page's scripts put them together."""
    data = json.loads(island)
    ids = data["places"]["columns"]["id"]
    keys = [key if isinstance(key, str) else f"label.{ids[key]}" for key in data["texts"]]
    texts = dict(zip(keys, data["languages"][language]["texts"], strict=True))
    return texts | {key: texts[other] for key, other in data["aliases"].items()}


@given(text=TEXTS)
def test_the_island_gives_back_every_text(text: str) -> None:
    """What is written as JSON is read as the same text, whatever it holds."""
    island = f'<script id="map-data" type="application/json">{json_for_script([text])}</script>'
    elements = Elements(island)
    assert json.loads(elements.island) == [text]
    assert elements.names == ["script"]


@given(text=TEXTS)
def test_the_island_holds_no_sign_that_could_end_it(text: str) -> None:
    """Neither markup nor a line separator of JavaScript stands in it bare."""
    assert not set("<>&\u2028\u2029") & set(json_for_script({text: text}))


def written(atlas: Atlas) -> str:
    """Return the Chinese page of an atlas, which has the list for search engines too, as HTML."""
    page = render.in_language(render.build_page(atlas), atlas.dataset.languages["zh"])
    return render.render(page).decode()


def demand_harmless(atlas: Atlas, texts: Sequence[str], language: str) -> None:
    """Demand that a page with these labels has the elements of one with plain words for them."""
    words = [f"word {number}" for number in range(len(texts))]
    plain, spoiled = (Elements(written(labelled(atlas, *each))) for each in (words, texts))
    found = texts_in(spoiled.island, language)
    assert Counter(spoiled.names) == Counter(plain.names)
    assert spoiled.handlers == []
    labels = [found[f"label.{place.presence.id}"] for place in atlas.places[: len(texts)]]
    assert labels == [*texts]


@settings(max_examples=3)
@given(texts=st.lists(TEXTS, min_size=4, max_size=8, unique=True))
def test_hostile_labels_add_no_element(atlas: Atlas, texts: list[str]) -> None:
    """The page has the elements it always has, and its island the texts as they were."""
    demand_harmless(atlas, texts, "en")


def test_each_known_trick_stays_text(atlas: Atlas) -> None:
    """Every trick that was seen to work elsewhere is tried once for certain, on one page."""
    assert len(HOSTILE) < len(atlas.places)
    demand_harmless(atlas, HOSTILE, "zh")
