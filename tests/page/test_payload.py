"""What scripts and Python each say for themselves: the page's scripts and the products agree."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from mapping.display_texts import display_texts
from mapping.page.list_groups import group_places
from mapping.page.payload import build_payload
from mapping.printing.label_placement.marks import make_symbol
from mapping.products.manifest import CSV_FILE, EMBED_SCRIPT, GEOJSON_FILE, MAP_FILE
from mapping.web.bundle import join
from tests.support.deno import evaluate
from tests.support.scripts import ENTRIES, modules

if TYPE_CHECKING:
    from mapping.atlas import Atlas

HEADINGS = """\
const {{ headingOf }} = {module}
;{places}.map((place) => [place.id, headingOf(place, 'region')])
"""
WORDS = r"""
const {{ categoryText }} = {module}
const format = (id, values = {{}}) =>
  texts[id].replace(/\{{(\w+)\}}/g, (slot, name) => values[name] ?? slot)
const texts = {texts}
;{places}.map((place) =>
  [categoryText(place, format), ...(place.status === 'candidate' ? [texts['popup.candidate']] : [])]
    .join(texts['list_comma']))
"""


def read_places(atlas: Atlas) -> list[dict[str, Any]]:
    """Return the places as the page's scripts know them."""
    texts: dict[str, dict[str, str]] = {code: {} for code in atlas.dataset.languages}
    places: list[dict[str, Any]] = build_payload(atlas, texts)["places"]
    return places


def test_the_list_has_the_same_groups_with_scripts_and_without(atlas: Atlas) -> None:
    """Each place is under one heading, in the HTML and where a script sorts; all three parts."""
    places = read_places(atlas)
    grouped = {place["id"]: group.text for group in group_places(places) for place in group.places}
    script = HEADINGS.format(module=join("js/pure/ordering.js"), places=json.dumps(places))
    assert dict(evaluate(script)) == grouped
    assert {"list.headquarters", "list.candidates"} < {*grouped.values()}


def test_a_symbol_is_called_the_same_on_the_page_and_in_print(atlas: Atlas) -> None:
    """By category, whether that is inferred, and whether it is a candidate; in every language."""
    places = json.dumps(read_places(atlas))
    for language in atlas.dataset.languages.values():
        texts = json.dumps(display_texts(atlas, language))
        module = join("js/pure/presence-text.js")
        on_page = evaluate(WORDS.format(module=module, texts=texts, places=places))
        in_print = [make_symbol(place, atlas, language, (0, 0)).name for place in atlas.places]
        assert on_page == in_print


def test_scripts_name_the_products_as_the_build_does() -> None:
    """The downloads of the page, and the files that ready code points to."""
    text = "".join(module.text for module in modules(*ENTRIES).values())
    named = re.findall(r"['`}]([\w-]+\.(?:csv|geojson|html|js|json))['`]", text)
    assert {*named} == {CSV_FILE, EMBED_SCRIPT, GEOJSON_FILE, MAP_FILE}
