"""Search finds a country by what people call it, and by nothing that another country bears."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.controls import found_by, search
from tests.browser.reader import LOCALES

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from mapping.atlas import Atlas
    from tests.browser.reader import Reader

MEANT = {
    "Swaziland": "SWZ", "swazil": "SWZ", "Свазиленд": "SWZ", "Burma": "MMR", "Birmanie": "MMR",
    "بورما": "MMR", "DRC": "COD", "RDC": "COD", "Zaire": "COD", "刚果金": "COD",
    "South Korea": "KOR", "Corée du Sud": "KOR", "韩国": "KOR",
    "FYROM": "MKD", "Irak": "IRQ", "Kenia": "KEN",
    "Upper Volta": "BFA", "Ceylon": "LKA", "Centrafrique": "CAF", "Россия": "RUS",
}  # fmt: skip
# Parts of former names, of whose country nothing is to be found.
PARTS = {"Sudan": "MLI", "Pakistan": "BGD", "French": "MLI", "British": "GUY", "Portuguese": "MOZ"}


def of_country(atlas: Atlas, code: str) -> set[str]:
    """Return the presences that are in a country, or serve it."""
    rows = [place.presence for place in atlas.places]
    return {row.id for row in rows if row.country == code or code in row.serves}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_former_and_common_names_find_their_country(
    reader: Reader, map_file: Path, atlas: Atlas, language: str
) -> None:
    """Whatever the language of the page and that of the name; and acronyms."""
    page = reader.open(map_file, locale=LOCALES[language])
    for text, found in found_by(page, MEANT).items():
        meant = of_country(atlas, MEANT[text])
        assert meant
        assert meant <= found, text


def test_a_part_of_a_former_name_finds_nothing(english: Page, atlas: Atlas) -> None:
    """The French Sudan is not found where the Sudan is looked for.

    They serve to find; what is shown is the United Nations name.
    """
    for text, found in found_by(english, PARTS).items():
        other = of_country(atlas, PARTS[text])
        assert other
        assert not other & found, text
    search(english).fill("Swaziland")
    shown = english.get_by_role("main").inner_text()
    assert "Eswatini" in shown
    assert "Swaziland" not in shown
