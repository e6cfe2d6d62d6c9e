"""One more row: what names mean, what is still to be asked, and what id it gets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mapping.adding.row_answers import (
    fill_row,
    make_id,
    name_indexes,
    open_questions,
    resolve_keys,
    validate_answer,
)
from mapping.dataset.vocabulary import build_vocabulary
from mapping.errors import FaultLog
from tests.support.edits import with_rows

if TYPE_CHECKING:
    from mapping.adding.row_answers import Cells
    from mapping.atlas import Atlas
    from mapping.dataset.presences import Presence
    from mapping.suggestions.name_index import NameIndex

# Ids that were made by hand in another way than the rule; they are published, and stay.
BY_HAND = {"central-africa-centre", "mmr-bangkok", "mmr-coxs-bazar", "sdn-country-office",
           "seoul-structure", "south-west-asia-arab-region-centre"}  # fmt: skip


@pytest.fixture(scope="session")
def names(atlas: Atlas) -> dict[str, NameIndex]:
    """Return what may be written in each column."""
    return name_indexes(build_vocabulary(atlas.dataset.tables, atlas.dataset.edition, FaultLog()))


def written(presence: Presence) -> Cells:
    """Return a row of the list as its cells."""
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
    names: dict[str, NameIndex], column: str, text: str, meant: list[str]
) -> None:
    """Whatever its case and accents."""
    assert resolve_keys(column, text, names) == meant
    assert validate_answer(column, text, names) == ""


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
    names: dict[str, NameIndex], column: str, text: str, told: str
) -> None:
    """A misspelt name, or one that two missions share, brings a suggestion and no key."""
    assert told in validate_answer(column, text, names)


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
    atlas: Atlas, names: dict[str, NameIndex], given: dict[str, list[str]], required: set[str]
) -> None:
    """What the label is made of is needed; city and date are asked and may stay empty."""
    questions = open_questions(given, atlas.dataset, names)
    assert {one.column for one in questions if one.required} == required
    assert {one.column for one in questions if not one.required} == {"city", "as_of"} - required


def test_the_rest_has_a_default(atlas: Atlas, names: dict[str, NameIndex]) -> None:
    """A candidate is a candidate in both columns, and its category is inferred."""
    row = fill_row({"evidence": ["candidate"], "country": ["Zambia"]}, names)
    assert (row["status"], row["category_certain"]) == ("candidate", "no")
    listed = fill_row({"evidence": ["report"], "country": ["Zambia"]}, names)
    assert (listed["status"], listed["category_certain"]) == ("listed", "yes")
    reported = open_questions({"evidence": ["report"]}, atlas.dataset, names)
    assert {one.column: one.default for one in reported if one.default} == {
        "as_of": "2022",
        "sources": "report-2023",
    }


def test_ids_are_made_as_those_of_the_list_were(atlas: Atlas) -> None:
    """Of the project's own ids all but six follow from their rows."""
    empty = with_rows(atlas.dataset, [])
    others = {
        one.id for one in atlas.dataset.tables.presences if make_id(written(one), empty) != one.id
    }
    assert others == BY_HAND


def test_an_id_that_is_taken_gets_a_number(atlas: Atlas) -> None:
    """An id names one presence, however many of a kind there are."""
    dataset = atlas.dataset
    adviser = next(one for one in dataset.tables.presences if one.id == "arg-adviser")
    assert make_id(written(adviser), dataset) == "arg-adviser-2"
    second = adviser.model_copy(update={"id": "arg-adviser-2"})
    more = with_rows(dataset, [*dataset.tables.presences, second])
    assert make_id(written(adviser), more) == "arg-adviser-3"


def test_the_edition_says_which_category_is_residual(atlas: Atlas) -> None:
    """Ids of it say only "presence", whatever its key."""
    other = next(one for one in atlas.dataset.tables.presences if one.category == "other")
    row = written(other.model_copy(update={"mission": "", "label": ""}))
    dataset = with_rows(atlas.dataset, [])
    assert make_id(row, dataset).endswith("-presence")
    kinds = [one.model_copy(update={"residual": False}) for one in dataset.edition.categories]
    edition = dataset.edition.model_copy(update={"categories": tuple(kinds)})
    assert make_id(row, replace(dataset, edition=edition)).endswith("-other")
