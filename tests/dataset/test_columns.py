"""Where the columns of a presence are repeated: each place must know a column that is added.

A column is declared in `mapping.dataset.presences`. What is said of it elsewhere (in the changes,
the options of ``add``, the exports, the documents) is named here, so that none is forgotten.

Also of `presences.py`.
"""

from __future__ import annotations

import inspect
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mapping.adding.row_answers import MULTIVALUED
from mapping.changes.column_values import EVIDENCE_WORDS
from mapping.changes.compare import COLUMNS
from mapping.changes.sentences import MESSAGE_IDS
from mapping.commands.add import add
from mapping.dataset.labels import compose_label, list_placeholders
from mapping.dataset.presences import (
    CANDIDATE,
    EVIDENCE,
    LISTED,
    REPORT,
    REPORT_LABEL,
    REPORT_LANGUAGE,
    STATUSES,
    Presence,
)
from mapping.edition.edition import PLACEHOLDER_COLUMNS
from mapping.i18n.localized import LANGUAGES, LocalizedText
from mapping.products.exports import list_columns
from mapping.tables.cells import NO, YES
from mapping.tables.records import column_words, columns_of
from tests.support.folder import GEODATA

if TYPE_CHECKING:
    from mapping.atlas import Atlas

DECLARED = set(columns_of(Presence))
# Columns that other programs are not given as they are: the label is composed, the point drawn.
NOT_EXPORTED = {"label", "latitude", "longitude", "report_label_zh", "position_confirmed"}


def test_each_column_is_compared() -> None:
    """A change in any column but the id is a change of the presence."""
    assert set(COLUMNS) | {"id"} == DECLARED


def test_each_column_can_be_given_to_a_new_row() -> None:
    """The command that adds a row has an option for each; no other option names a column.

    Nobody is asked for what no option gives.
    """
    given = set(inspect.signature(add).parameters) - {"data", "yes", "dry_run"}
    assert given == DECLARED
    assert column_words(Presence, "asked").keys() <= given
    assert column_words(Presence, "offered").keys() <= column_words(Presence, "asked").keys()


def test_each_column_is_exported_or_is_not_for_a_reason(atlas: Atlas) -> None:
    """What other programs are given has every column that says something of the presence."""
    assert set(list_columns(atlas.dataset)) >= DECLARED - NOT_EXPORTED


def test_each_column_is_described() -> None:
    """The description of the data folder names every column."""
    text = (GEODATA / "README.md").read_text(encoding="utf-8")
    assert {name for name in DECLARED if f"`{name}`" not in text} == set()


def test_columns_of_several_keys_are_those_of_the_model() -> None:
    """Who answers a question may list several keys where a cell holds several."""
    assert set(MULTIVALUED) == {"serves", "city", "footnotes", "sources"}


def test_each_status_and_each_kind_of_evidence_has_its_words() -> None:
    """A status, a kind of evidence or an answer that is added is worded too."""
    assert set(EVIDENCE_WORDS) == set(EVIDENCE)
    assert STATUSES == (LISTED, CANDIDATE)
    assert {REPORT, CANDIDATE} <= set(EVIDENCE)
    for kind in ("opened", "closed", "status"):
        assert set(MESSAGE_IDS[kind]) == set(STATUSES)
    assert set(MESSAGE_IDS["category_certain"]) == {YES, NO}
    assert f"report_label_{REPORT_LANGUAGE}" == REPORT_LABEL
    assert REPORT_LANGUAGE in LANGUAGES


@pytest.mark.parametrize("placeholder", PLACEHOLDER_COLUMNS)
def test_each_placeholder_of_a_pattern_is_filled_in(atlas: Atlas, placeholder: str) -> None:
    """Where a row has the column that a placeholder needs, a pattern may use it."""
    dataset = atlas.dataset
    column = PLACEHOLDER_COLUMNS[placeholder]
    presence = next(one for one in dataset.tables.presences if getattr(one, column))
    assert placeholder in list_placeholders(presence)
    key = dataset.edition.find_pattern_key(presence.label, presence.category)
    pattern = LocalizedText.model_validate(dict.fromkeys(LANGUAGES, f"<{{{placeholder}}}>"))
    patterns = dataset.edition.patterns | {key: pattern}
    edition = dataset.edition.model_copy(update={"patterns": patterns})
    presence = presence.model_copy(update={REPORT_LABEL: ""})
    label = compose_label(presence, replace(dataset, edition=edition))
    assert all(len(label[language]) > len("<>") for language in LANGUAGES)
    without = presence.model_copy(update={column: type(getattr(presence, column))()})
    assert placeholder not in list_placeholders(without)
