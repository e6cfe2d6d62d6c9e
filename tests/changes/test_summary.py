"""The sentences that tell what changed, in each language, and where they stand.

Also of `column_values.py`, `formats.py`, `sentences.py`.
"""

from __future__ import annotations

import dataclasses
import json
import re
from typing import TYPE_CHECKING

import pytest

from mapping.atlas import join
from mapping.changes.column_values import CHANGED_ONLY, COLUMN_TITLES
from mapping.changes.compare import COLUMNS, OWN_CHANGE_COLUMNS, POSITION, compare
from mapping.changes.formats import format_changes, format_json, format_markdown
from mapping.changes.sentences import MESSAGE_IDS
from mapping.changes.summary import summarize
from mapping.i18n.localized import LANGUAGES, localize
from tests.support.edits import row, with_rows
from tests.support.golden import GOLDEN, RENEW, difference
from tests.support.hostile import HOSTILE

if TYPE_CHECKING:
    from mapping.atlas import Atlas
    from mapping.changes.compare import Difference

# What the old list said of some rows, so that every kind of sentence is told once.
PAST: dict[str, dict[str, object]] = {
    "uga-country-office": {"id": "uga-office"},
    "swz-adviser": {"city": ("harare",), "category": "country-office"},
    "zwe-adviser": {"as_of": "", "note": "", "sources": ("ohchr-zimbabwe",)},
    "jam-adviser": {"footnotes": ("e", "i")},
    "bol-presence": {"report_label_zh": "", "latitude": -16.5, "longitude": -68.15},
    "per-presence": {"category_certain": "yes"},
    "tto-adviser": {"category_certain": "no", "footnotes": ()},
    "zmb-presence": {"status": "listed", "evidence": "documented"},
    "ssd-unmiss": {"mission": "unsom"},
    "syr-country-office": {"serves": ("SYR", "ETH"), "country": "JOR"},
    "pse-country-office": {"city": ("gaza",)},
    "ner-g5-sahel": {"label": ""},
}
OPENED, CLOSED = ("col-country-office", "kaz-presence"), ("mex-country-office", "uzb-presence")


@pytest.fixture(scope="module")
def changed(atlas: Atlas) -> Difference:
    """Return the difference between a past list and one of today."""
    rows = {one.id: one for one in atlas.dataset.tables.presences}
    past = [
        one.model_copy(update=PAST.get(one.id, {})) for one in rows.values() if one.id not in OPENED
    ]
    now = [one for one in rows.values() if one.id not in CLOSED]
    edition = atlas.dataset.edition
    heading = edition.metadata.model_copy(update={"version": "0.9.0"})
    old = dataclasses.replace(
        with_rows(atlas.dataset, past), edition=edition.model_copy(update={"metadata": heading})
    )
    new = with_rows(atlas.dataset, now)
    return compare(join(old, past), join(new, now))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sentences_are_those_reviewed(
    changed: Difference, language: str, request: pytest.FixtureRequest
) -> None:
    """Totals, then a sentence a change, to the letter."""
    path = GOLDEN / f"changes.{language}.txt"
    told = format_changes(changed, changed.after.dataset.languages[language], "text")
    if request.config.getoption("--renew"):
        path.write_text(told, encoding="utf-8", newline="\n")
    golden = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    found = difference(golden, told.splitlines(), path.name)
    assert not found, found.replace(RENEW, RENEW.replace("test_golden", "changes/test_summary"))


def test_the_golden_sentences_are_of_every_kind(changed: Difference) -> None:
    """Whatever can be told is told in them."""
    kinds = {change.kind for change in changed.changes}
    assert kinds == {"opened", "closed", "id", "renamed", "moved", "other", *OWN_CHANGE_COLUMNS}


def test_every_column_has_its_words(atlas: Atlas) -> None:
    """A column that the list gets some day is told too, in each language, or this test fails."""
    own = set(MESSAGE_IDS) & set(
        OWN_CHANGE_COLUMNS
    )  # a kind of change may have the name of no column
    assert set(COLUMN_TITLES) | own | set(CHANGED_ONLY) >= set(COLUMNS)
    assert {*OWN_CHANGE_COLUMNS, *POSITION} <= set(COLUMNS)
    for language in atlas.dataset.languages.values():
        assert {*COLUMN_TITLES.values(), *CHANGED_ONLY.values()} <= set(language.words)


def test_where_nothing_changed_it_is_said(atlas: Atlas) -> None:
    """With the totals, which are the same."""
    told = format_changes(compare(atlas, atlas), atlas.dataset.languages["en"], "text")
    total = "Field presences identified: 96 of 103 before, 96 of 103 now"
    assert told == f"What changed\n\n{total}\n\nNo presence has changed\n"


def test_json_holds_each_change_as_it_was_and_is(changed: Difference) -> None:
    """For programs: kinds, ids, columns, kilometres, totals; the sentence for people."""
    made = json.loads(format_json(changed, changed.after.dataset.languages["fr"]))
    by_kind = {(one["kind"], one["id"]): one for one in made["changes"]}
    assert made["before"]["data_version"] == "0.9.0"
    assert made["after"]["categories"]["adviser"]["expected"] == 50
    moved = by_kind["moved", "swz-adviser"]
    assert (moved["before"]["city"], moved["after"]["city"]) == (["harare"], ["mbabane"])
    assert 900 < moved["kilometres"] < 1000
    assert by_kind["opened", "col-country-office"]["before"] is None
    assert by_kind["closed", "mex-country-office"]["before"]["country"] == "MEX"
    assert by_kind["id", "uga-country-office"]["before"] == {"id": "uga-office"}
    assert by_kind["other", "zwe-adviser"]["sentence"].startswith("Autres éléments modifiés")


@pytest.mark.parametrize("text", [*HOSTILE, "[x](javascript:run())", "a\n\n# b", "**b** `c` | d"])
def test_markdown_holds_no_markup_of_the_data(atlas: Atlas, text: str) -> None:
    """Every sign that Markdown or HTML would read stands escaped, on one line."""
    place = dataclasses.replace(atlas.places[0], label=localize(LANGUAGES, lambda _: text))
    old = dataclasses.replace(atlas, places=(place, *atlas.places[1:]))
    told = format_markdown(compare(old, atlas), [atlas.dataset.languages["en"]])
    [line] = [line for line in told.splitlines() if line.startswith("- Renamed")]
    assert "<" not in line
    assert ">" not in line
    assert not re.search(r"(?<!\\)[`*_\[\]|$#{}]", line)
    assert not re.search(r"&(?!(amp|lt|gt);)", line)
    assert len(told.splitlines()) == 5


def test_what_turns_the_writing_is_shut_in(atlas: Atlas) -> None:
    """A name with an override cannot turn the words after it; nothing steers a terminal."""
    place = dataclasses.replace(
        atlas.places[0], label=localize(LANGUAGES, lambda _: "a\u2069\u202eevil\x1b[2J")
    )
    new = dataclasses.replace(atlas, places=(place, *atlas.places[1:]))
    [sentence] = summarize(compare(atlas, new), atlas.dataset.languages["en"]).sentences
    assert "\u2068a\u202eevil[2J\u2069 (Headquarters)" in sentence


def test_an_old_list_of_fewer_languages_changes_no_name(atlas: Atlas) -> None:
    """What was closed is then named as its own list did."""
    gone = row(atlas, "ken-adviser", id="ken-second", note="", as_of="", sources=())
    dataset = dataclasses.replace(atlas.dataset, languages={"en": atlas.dataset.languages["en"]})
    found = compare(join(dataset, [*dataset.tables.presences, gone]), atlas)
    [sentence] = summarize(found, atlas.dataset.languages["ru"]).sentences
    assert sentence == "Закрыто: Kenya (Human rights adviser)"
