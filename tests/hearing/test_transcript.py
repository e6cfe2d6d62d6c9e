"""What was heard is written, judged and compared as it should be; no screen reader is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.hearing.steps import Goal, Step, Told, cleaned, holds
from tests.hearing.transcript import differences, unmet, written

if TYPE_CHECKING:
    from pathlib import Path

STEPS = [Step("Tab", ["Kenya", "push button"]), Step("Escape", [])]


def told(*goals: Goal) -> list[Told]:
    """Return a task of two keys and these goals."""
    return [Told("(c) Kenya", [*STEPS, *goals])]


def test_a_transcript_has_a_line_a_key() -> None:
    """With what was said after it, silence too, and with each goal under its keys."""
    text = written("Heard.", told(Goal("Kenya", heard=True, keys=2, most=2)))
    assert text.splitlines() == [
        "Heard.",
        "",
        "(c) Kenya",
        "",
        "Tab         Kenya · push button",
        "Escape      (nothing)",
        "= Kenya: after 2 keys",
    ]


def test_a_goal_is_missed_in_two_ways() -> None:
    """Not heard at all, or heard after too many keys; each is said with its task."""
    met = Goal("a", heard=True, keys=2, most=2)
    silent, late = Goal("b", heard=False, keys=1, most=2), Goal("c", heard=True, keys=3, most=2)
    found = unmet(told(met, silent, late))
    assert [line.partition("= ")[2] for line in found] == [
        "b: NOT HEARD",
        "c: after 3 keys, TOO LATE: 2 should do",
    ]


def test_what_trembles_is_no_difference(tmp_path: Path) -> None:
    """Versions in the head, repeated words, their order, space, and how far a page has loaded."""
    kept = tmp_path / "heard.en.txt"
    kept.write_text(written("Orca 1", told()), encoding="utf-8")
    assert differences(kept, written("Orca 2", told())) == []
    said = cleaned(["Kenya.", " Kenya", "push  button.", "Kenya"])
    again = Step("Tab", ["Page has 13 landmarks", *reversed(said)])
    assert differences(kept, written("Orca 1", [Told("(c) Kenya", [again, STEPS[1]])])) == []


def test_numbers_of_an_edition_are_no_difference(tmp_path: Path) -> None:
    """But the level of a heading is one."""
    kept = tmp_path / "heard.en.txt"

    def heard(said: str) -> str:
        return written("Orca 1", [Told("(c) Kenya", [Step("h", [said])])])

    kept.write_text(heard("Africa 35, 96 of 103, 1.2.2 heading level 3"), encoding="utf-8")
    assert differences(kept, heard("Africa 4, 97 of 103, 2.0.0 heading level 3")) == []
    assert differences(kept, heard("Africa 35, 96 of 103, 1.2.2 heading level 2"))


def test_other_words_are_a_difference(tmp_path: Path) -> None:
    """And so is a text that was never kept."""
    kept = tmp_path / "heard.en.txt"
    text = written("Orca 1", told())
    assert differences(kept, text)
    kept.write_text(text.replace("push button", "link"), encoding="utf-8")
    assert differences(kept, text) == [
        "(c) Kenya",
        "-Tab         Kenya · link",
        "+Tab         Kenya · push button",
    ]


def test_one_task_is_compared_with_its_own_like(tmp_path: Path) -> None:
    """Whoever hears a single task is not told that the others are missing."""
    kept = tmp_path / "heard.en.txt"
    both = [Told("(a) What is it?", [STEPS[1]]), *told()]
    kept.write_text(written("Orca 1", both), encoding="utf-8")
    assert differences(kept, written("Orca 1", both[1:])) == []
    assert differences(kept, written("Orca 1", [Told("(a) What is it?", [STEPS[0]])])) == [
        "(a) What is it?",
        "-Escape      (nothing)",
        "+Tab         Kenya · push button",
    ]


def test_a_phrase_is_heard_over_several_lines() -> None:
    """As a long text is read, line by line; in any case of its letters."""
    assert holds(["Security Council resolution", "1244 (1999)"], "council resolution 1244 (1999).")
    assert not holds(["Security Council"], "resolution")
