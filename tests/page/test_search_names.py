"""What a reader types finds the presences of the list that it means, and no others."""

from __future__ import annotations

import json
from itertools import cycle
from typing import TYPE_CHECKING

import pytest

from mapping.display_texts import display_texts
from mapping.i18n.localized import LANGUAGES
from mapping.page.payload import build_payload
from mapping.web.bundle import join
from tests.support.deno import evaluate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mapping.atlas import Atlas

NIGER = {"ner-country-office", "ner-g5-sahel"}
DAKAR = {"west-africa-regional-office"}
# What a reader types, and the presences that it finds: by country, city, or what they serve.
FOUND = {
    "كوسوفو": {"xkx-unmik"},
    "Косово": {"xkx-unmik"},
    "科索沃": {"xkx-unmik"},
    "niger": {*NIGER, "nga-adviser"},
    "尼日尔": NIGER,
    "النيجر": NIGER,
    "Нигер": {*NIGER, "nga-adviser"},
    "Sénégal": DAKAR,
    "SENEGAL": DAKAR,
    "dakar": DAKAR,
    "达喀尔": DAKAR,
    "  sahel   chad ": {"tcd-g5-sahel"},
    "pérou": {"per-presence"},
    "perou": {"per-presence"},
    "المكسيك": {"mex-country-office"},
    "بوليفيا": {"bol-presence"},
    "اليوبيا": set[str](),
    "اثيوبيا": {"east-africa-regional-office"},
    "إثيوبيا": {"east-africa-regional-office"},
    "<script>": set[str](),
}
# By what people call a country: former and common names, acronyms.
MEANT = {
    "Swaziland": "SWZ", "swazil": "SWZ", "Свазиленд": "SWZ", "Burma": "MMR", "Birmanie": "MMR",
    "بورما": "MMR", "DRC": "COD", "RDC": "COD", "Zaire": "COD", "刚果金": "COD",
    "South Korea": "KOR", "Corée du Sud": "KOR", "韩国": "KOR",
    "FYROM": "MKD", "Irak": "IRQ", "Kenia": "KEN",
    "Upper Volta": "BFA", "Ceylon": "LKA", "Centrafrique": "CAF", "Россия": "RUS",
}  # fmt: skip
# Parts of former names, of whose country nothing is to be found.
PARTS = {"Sudan": "MLI", "Pakistan": "BGD", "French": "MLI", "British": "GUY", "Portuguese": "MOZ"}
ANSWERS = """\
const {{ filterPlaces, NO_FILTER }} = {filter}
const matches = {matches}.createMatcher({data})
;{texts}
  .map((q) => filterPlaces({data}.places, {{ ...NO_FILTER, q }}, matches))
  .map((found) => found.map(({{ id }}) => id))
"""


@pytest.fixture(scope="module")
def found_by(atlas: Atlas) -> Callable[[Iterable[str]], dict[str, set[str]]]:
    """Return what tells which presences each text finds, by the page's own scripts and data."""
    texts = {one.code: display_texts(atlas, one) for one in atlas.dataset.languages.values()}
    payload = build_payload(atlas, texts)
    data = json.dumps({key: payload[key] for key in ("places", "searchNames", "languages")})
    scripts = {name: join(f"js/pure/{name}.js") for name in ("filter", "matches")}

    def ask(texts: Iterable[str]) -> dict[str, set[str]]:
        asked = [*texts]
        found = evaluate(ANSWERS.format(**scripts, data=data, texts=json.dumps(asked)))
        return {text: {*ids} for text, ids in zip(asked, found, strict=True)}

    return ask


def of_country(atlas: Atlas, code: str) -> set[str]:
    """Return the presences that are in a country, or serve it."""
    rows = [place.presence for place in atlas.places]
    return {row.id for row in rows if row.country == code or code in row.serves}


def test_text_finds_names_in_six_languages(
    found_by: Callable[[Iterable[str]], dict[str, set[str]]],
) -> None:
    """Whatever accents, case, alif and spaces."""
    assert found_by(FOUND) == FOUND


def test_no_presence_is_beyond_search(
    found_by: Callable[[Iterable[str]], dict[str, set[str]]], atlas: Atlas
) -> None:
    """Each is found by its own label, in one of the six languages by turns."""
    labels = {
        place.presence.id: place.label[language]
        for language, place in zip(cycle(LANGUAGES), atlas.places, strict=False)
    }
    found = found_by(labels.values())
    assert [one for one, label in labels.items() if one not in found[label]] == []


def test_former_and_common_names_find_their_country(
    found_by: Callable[[Iterable[str]], dict[str, set[str]]], atlas: Atlas
) -> None:
    """Whatever the language of the name; and acronyms."""
    for text, found in found_by(MEANT).items():
        meant = of_country(atlas, MEANT[text])
        assert meant
        assert meant <= found, text


def test_a_part_of_a_former_name_finds_nothing(
    found_by: Callable[[Iterable[str]], dict[str, set[str]]], atlas: Atlas
) -> None:
    """The French Sudan is not found where the Sudan is looked for."""
    for text, found in found_by(PARTS).items():
        other = of_country(atlas, PARTS[text])
        assert other
        assert not other & found, text
