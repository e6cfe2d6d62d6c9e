"""The table of what people write for countries, and how it is used on a data folder."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

from mapping.dataset.reading import read_dataset
from mapping.dataset.vocabulary import build_vocabulary
from mapping.errors import FaultLog
from mapping.i18n.localized import LANGUAGES
from mapping.page.search_names import search_names
from mapping.suggestions.name_index import fold
from tests.support.adding import add
from tests.support.edits import edited
from tests.support.folder import GEODATA

if TYPE_CHECKING:
    from mapping.atlas import Atlas
    from tests.support.folder import Folder

NOTHING = "it is not certain"


def test_the_table_names_each_name_once_and_known_countries(atlas: Atlas) -> None:
    """None stands twice, but for case and accents, and none is a country's own."""
    folded = [fold(one.name) for one in atlas.dataset.tables.country_names]
    assert len(folded) == len(set(folded))
    assert {one.code for one in atlas.dataset.tables.country_names if one.code} <= set(
        atlas.dataset.tables.countries
    )
    own = {fold(one[code]) for one in atlas.dataset.tables.countries.values() for code in LANGUAGES}
    assert own.isdisjoint(folded)


def test_every_row_by_hand_says_what_it_is() -> None:
    """Names that mean no one country have no code, all others have one."""
    with (GEODATA / "recipes" / "country_names_hand.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    nobodys = {"shared", "dissolved", "region"}
    assert rows
    assert all(bool(row["code"]) != (row["kind"] in nobodys) for row in rows)


def test_a_country_that_is_not_certain_is_not_written(folder: Folder) -> None:
    """The fault says so, and names no country."""
    words = ("--country", "Korea", "--category", "adviser", "--evidence", "documented", "--source",
             "ohchr-2020-africa", "--dry-run")  # fmt: skip
    result = add(folder, *words)
    assert result.exit_code == 1
    assert "country: 'Korea' is unknown; it is not certain which country this is: write" in (
        result.stderr
    )


def test_a_folder_of_its_own_names_comes_first(folder: Folder) -> None:
    """What its countries.csv calls a country is no other's, whatever the table says."""
    folder.edit("countries.csv", ",Myanmar,", ",Siam,")
    read = read_dataset(folder.path, FaultLog())
    names = build_vocabulary(read.tables, read.edition, FaultLog()).country.names
    assert names.keys_named("Siam") == {"MMR"}
    assert names.suggest("Burma", NOTHING).startswith("did you mean MMR")


def test_the_page_knows_the_other_names_of_its_countries_alone(atlas: Atlas) -> None:
    """Of those that a presence is in or serves; none that their own names hold already."""
    before = search_names(atlas)
    assert "country.TUR" not in before
    assert "Burma" in before["country.MMR"]
    after = search_names(edited(atlas, "arg-adviser", country="TUR"))
    assert {"Turkey", "Turquie"} <= set(after["country.TUR"])
    assert "Republic of Korea" not in after["country.KOR"]
    assert len(json.dumps(before, ensure_ascii=False).encode()) < 6_000
