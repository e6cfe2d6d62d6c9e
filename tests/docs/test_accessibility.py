"""The record of accessibility names every criterion, and how each result is known."""

from __future__ import annotations

import re

import pytest

from tests.hearing.__main__ import GOLDEN, LANGUAGES
from tests.hearing.listening import TASKS
from tests.support.documents import Document
from tests.support.folder import ROOT

PAGE = Document(ROOT / "docs" / "accessibility.md")
# WCAG 2.2, W3C Recommendation of 12 December 2024: the success criteria of the two levels.
LEVELS = {
    "A": "1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1"
    " 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7"
    " 4.1.2",
    "AA": "1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7"
    " 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3",
}
HEARD = re.compile(r"\((\w)\)(?=[^`]*$)")
RESULTS = ("supported", "partially", "not", "not applicable")
ROWS = [
    (*(cell.strip() for cell in row.split("|")),)
    for row in re.findall(r"^\| (\d.+) \|$", PAGE.text, re.MULTILINE)
]


def test_the_record_has_every_criterion_once() -> None:
    """All 31 of level A and all 24 of level AA, each with its level."""
    named = {criterion.split(" ")[0]: level for criterion, level, *_ in ROWS}
    expected = {number: level for level, all_ in LEVELS.items() for number in all_.split()}
    assert named == expected
    assert len(ROWS) == len(expected) == 55


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_result_says_how_it_is_known(row: tuple[str, ...]) -> None:
    """By a test, or by a person; what fails is said to fail, what holds is not."""
    _, _, result, how, evidence = row
    assert result in RESULTS
    assert how.endswith(".")
    assert ("Not met" in how) == (result in {"partially", "not"})
    by_hand = re.search(r"(tried|read) (by hand|in the scripts)", evidence)
    assert result == "not applicable" or by_hand or "`test_" in evidence


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_heard_is_in_the_transcripts(language: str) -> None:
    """Every task that the record names, with all that had to be heard, soon enough."""
    transcript = (GOLDEN / f"heard.{language}.txt").read_text(encoding="utf-8")
    tasks = re.findall(r"^\((\w)\) ", transcript, re.MULTILINE)
    assert tasks == list(TASKS)
    assert {letter for *_, evidence in ROWS for letter in HEARD.findall(evidence)} <= {*tasks}
    goals = re.findall(r"^= .*", transcript, re.MULTILINE)
    assert len(goals) > len(tasks)
    assert all(goal.endswith(("key", "keys")) for goal in goals)
