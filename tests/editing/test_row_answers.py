"""One more row: what names mean, what is still to be asked, and what id it gets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mapping.dataset.vocabulary import known_keys
from mapping.editing.row_answers import cells, keys, name, problem, spellings, undecided
from mapping.errors import Faults

if TYPE_CHECKING:
    from mapping.atlas import Atlas
    from mapping.dataset.presences import Presence
    from mapping.editing.row_answers import Cells
    from mapping.suggestions.name_index import Spellings

# Ids that were made by hand in another way than the rule; they are published, and stay.
BY_HAND = {"central-africa-centre", "mmr-bangkok", "mmr-coxs-bazar", "sdn-country-office",
           "seoul-structure", "south-west-asia-arab-region-centre"}  # fmt: skip


@pytest.fixture(scope="session")
def spelt(atlas: Atlas) -> dict[str, Spellings]:
    """Give what may be written in each column."""
    return spellings(known_keys(atlas.lists, Faults()))


def written(presence: Presence) -> Cells:
    """Give a row of the list as its cells."""
    values = presence.model_dump(exclude={"file", "line", "latitude", "longitude"})
    return {key: " ".join(one) if isinstance(one, tuple) else one for key, one in values.items()}


@pytest.mark.parametrize(
    ("column", "text", "meant"),
    [
        ("country", "civ", ["CIV"]),
        ("country", "cote d'ivoire", ["CIV"]),
        ("country", "科特迪瓦", ["CIV"]),
        ("country", "Кот-д’Ивуар", ["CIV"]),
        ("country", "كوت ديفوار", ["CIV"]),
        ("country", "TÜRKIYE", ["TUR"]),
        ("city", "Beirut", ["beirut"]),
        ("city", "Addis Abeba", ["addis-ababa"]),
        ("city", "port-moresby buka", ["port-moresby", "buka"]),
        ("city", "Port Moresby, Buka", ["port-moresby", "buka"]),
        ("city", "贝鲁特，多哈", ["beirut", "doha"]),
        ("city", "", []),
        ("mission", "MONUSCO", ["monusco"]),
        ("serves", "South Caucasus, Armenia", ["south-caucasus", "ARM"]),
        ("category", "Human rights adviser", ["adviser"]),
        ("evidence", "Documented", ["documented"]),
    ],
)
def test_a_key_or_a_name_in_any_language_will_do(
    spelt: dict[str, Spellings], column: str, text: str, meant: list[str]
) -> None:
    """Whatever its case and accents."""
    assert keys(column, text, spelt) == meant
    assert problem(column, text, spelt) == ""


@pytest.mark.parametrize(
    ("column", "text", "told"),
    [
        ("country", "Cote dIvoir", "did you mean CIV (Côte d'Ivoire)?"),
        ("mission", "البعثة المتكاملة", "did you mean minusca or minusma (البعثة المتكاملة)?"),
        ("city", "Beirut, Bankok", "'Bankok' is not known for certain; did you mean bangkok"),
        ("as_of", "summer", "write a year or a month, such as 2020 or 2023-02"),
    ],
)
def test_what_is_not_certain_is_not_taken(
    spelt: dict[str, Spellings], column: str, text: str, told: str
) -> None:
    """A misspelt name, or one that two missions share, brings a suggestion and no key."""
    assert told in problem(column, text, spelt)


@pytest.mark.parametrize(
    ("given", "required"),
    [
        ({}, {"country", "category", "evidence", "sources"}),
        ({"category": ["adviser"]}, {"country", "evidence", "sources"}),
        ({"category": ["peace-mission"]}, {"country", "evidence", "sources", "mission"}),
        ({"category": ["regional-office"]}, {"country", "evidence", "sources", "city", "serves"}),
        ({"label": ["mission-city"]},
         {"country", "category", "evidence", "sources", "mission", "city"}),
        ({"evidence": ["report"]}, {"country", "category", "sources", "report_label_zh"}),
    ],
)  # fmt: skip
def test_only_what_a_person_must_decide_is_asked(
    atlas: Atlas, spelt: dict[str, Spellings], given: dict[str, list[str]], required: set[str]
) -> None:
    """What the label is made of is needed; city and date are asked and may stay empty."""
    questions = undecided(given, atlas.lists, spelt)
    assert {one.column for one in questions if one.required} == required
    assert {one.column for one in questions if not one.required} == {"city", "as_of"} - required


def test_the_rest_has_a_default(atlas: Atlas, spelt: dict[str, Spellings]) -> None:
    """A candidate is a candidate in both columns, and its category is inferred."""
    row = cells({"evidence": ["candidate"], "country": ["Zambia"]}, spelt)
    assert (row["status"], row["category_certain"]) == ("candidate", "no")
    listed = cells({"evidence": ["report"], "country": ["Zambia"]}, spelt)
    assert (listed["status"], listed["category_certain"]) == ("listed", "yes")
    reported = undecided({"evidence": ["report"]}, atlas.lists, spelt)
    assert {one.column: one.default for one in reported if one.default} == {
        "as_of": "2022",
        "sources": "report-2023",
    }


def test_ids_are_made_as_those_of_the_list_were(atlas: Atlas) -> None:
    """Of the project's own ids all but six follow from their rows."""
    empty = replace(atlas.lists, presences=[])
    others = {one.id for one in atlas.lists.presences if name(written(one), empty) != one.id}
    assert others == BY_HAND


def test_an_id_that_is_taken_gets_a_number(atlas: Atlas) -> None:
    """An id names one presence, however many of a kind there are."""
    lists = atlas.lists
    adviser = next(one for one in lists.presences if one.id == "arg-adviser")
    assert name(written(adviser), lists) == "arg-adviser-2"
    second = adviser.model_copy(update={"id": "arg-adviser-2"})
    more = replace(lists, presences=[*lists.presences, second])
    assert name(written(adviser), more) == "arg-adviser-3"


def test_the_edition_says_which_category_is_residual(atlas: Atlas) -> None:
    """Ids of it say only "presence", whatever its key."""
    other = next(one for one in atlas.lists.presences if one.category == "other")
    row = written(other.model_copy(update={"mission": "", "label": ""}))
    lists = replace(atlas.lists, presences=[])
    assert name(row, lists).endswith("-presence")
    kinds = [one.model_copy(update={"residual": False}) for one in lists.edition.categories]
    edition = lists.edition.model_copy(update={"categories": tuple(kinds)})
    assert name(row, replace(lists, edition=edition)).endswith("-other")
