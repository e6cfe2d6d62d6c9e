"""The list under the map holds what the map holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mapping.display_texts import display_texts
from mapping.i18n.localized import LANGUAGES
from tests.browser.reader import LOCALES, PLACES, entries, turn

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from mapping.atlas import Atlas
    from tests.browser.onlooker import Onlooker

GROUPS = """() => {
  const parts = [...document.querySelectorAll('section section')]
  const read = (part) => [
    part.querySelector('h3').innerText.trim().replace(/\\s+/g, ' '),
    [...part.querySelectorAll('[data-presence]')].map((one) => one.dataset.presence),
  ]
  return Object.fromEntries(parts.map(read).filter(([, ids]) => ids.length))
}"""


def groups(page: Page) -> dict[str, list[str]]:
    """Return the ids under each heading of the list, in their order."""
    found: dict[str, list[str]] = page.evaluate(GROUPS)
    return found


def written(page: Page) -> dict[str, str]:
    """Return the text of each entry of the list, by id."""
    return dict(
        entries(page).evaluate_all("all => all.map(one => [one.dataset.presence, one.innerText])")
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_presence_is_listed_by_its_label(
    onlooker: Onlooker, atlas: Atlas, language: str
) -> None:
    """One entry each, with label, footnotes and category in the page's language."""
    page = onlooker.open(locale=LOCALES[language])
    texts = written(page)
    assert len(texts) == entries(page).count() == PLACES
    for place in atlas.places:
        row = place.presence
        category = atlas.dataset.edition.category(row.category).short[language]
        for part in (place.label[language], category, *row.footnotes):
            assert part in texts[row.id], row.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_region_is_sorted_by_country(onlooker: Onlooker, atlas: Atlas, language: str) -> None:
    """In the order of the page's language, whichever that is."""
    page = onlooker.open(locale=LOCALES[language])
    country = {
        p.presence.id: atlas.dataset.tables.countries[p.presence.country] for p in atlas.places
    }
    for ids in groups(page).values():
        names = [country[one][language] for one in ids]
        order = page.evaluate("([code, all]) => all.toSorted(new Intl.Collator(code).compare)",
                              [language, names])  # fmt: skip
        assert names == order


def test_headings_name_regions_and_count_them(untouched: Page, atlas: Atlas) -> None:
    """Headquarters, OHCHR's five regions, and the candidates apart, each with its number."""
    found = groups(untouched)
    texts = display_texts(atlas, atlas.dataset.languages["en"])
    parts = ("list.headquarters", "list.candidates")
    names = {texts[key] for key in texts if key.startswith("group.") or key in parts}
    assert {heading.rpartition(" ")[0] for heading in found} == names
    assert [int(heading.rpartition(" ")[2]) for heading in found] == [
        len(ids) for ids in found.values()
    ]
    assert sum(map(len, found.values())) == PLACES


def test_a_presence_is_listed_under_the_region_of_its_host(untouched: Page, atlas: Atlas) -> None:
    """Listed field presences by region; headquarters and candidates under their own headings."""
    found = groups(untouched)
    for place in atlas.places:
        row = place.presence
        if row.status == "listed" and row.category != "headquarters":
            heading = atlas.dataset.tables.names["group", place.region].en
            ids = next(ids for text, ids in found.items() if text.startswith(f"{heading} "))
            assert row.id in ids


def test_the_list_counts_honestly(untouched: Page) -> None:
    """96 of 103 are identified, and what is missing is said and not filled in."""
    expect(untouched.get_by_text("96 of 103 field presences identified")).to_be_visible()
    expect(untouched.get_by_text("7 of the 103 field presences are not identified")).to_be_visible()


def test_an_inferred_category_is_marked(untouched: Page, atlas: Atlas) -> None:
    """Where the source does not state it, the entry says so, and nowhere else."""
    texts = written(untouched)
    for place in atlas.places:
        inferred = "category inferred" in texts[place.presence.id]
        assert inferred == (place.presence.category_certain == "no"), place.presence.id


def test_the_list_on_paper_has_every_name(english: Page, atlas: Atlas) -> None:
    """Which are buttons on the screen."""
    english.emulate_media(media="print")
    texts = written(english)
    for place in atlas.places:
        assert place.label["en"] in texts[place.presence.id]


def test_turning_the_page_sorts_the_list_anew(english: Page, atlas: Atlas) -> None:
    """The same entries, in the order of the new language.

    What a filter hid meanwhile turns too: no entry is left in the first language.
    """
    before = groups(english)
    english.get_by_role("searchbox").fill("sahel")
    turn(english, "ru")
    english.locator("[type=reset]").click()
    after, texts = groups(english), written(english)
    assert sorted(map(sorted, before.values())) == sorted(map(sorted, after.values()))
    assert list(before.values()) != list(after.values())
    assert len(texts) == PLACES
    for place in atlas.places:
        assert place.label["ru"] in texts[place.presence.id]
