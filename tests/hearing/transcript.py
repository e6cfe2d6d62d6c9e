"""What was heard, as a text that a person reads and that is compared with the text kept before."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from tests.hearing.steps import Goal, Step

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hearing.steps import Told

LONGEST = 700  # letters of one utterance
WIDTH = 10  # of the column of keys
# What Orca says of how far the browser has got, which no two loadings have in common.
TREMBLING = re.compile(r"^(Page has|Finished loading|Loading|.* document web$)")
TITLE = re.compile(r"^(\([a-z]\) .+)$", re.MULTILINE)
BETWEEN = " · "
# Counts, dates and versions, which change with the list; the level of a heading is of the page.
COUNTED = re.compile(r"(?<!level )\d+(?:[.,:–-]\d+)*")


def written(head: str, told: list[Told]) -> str:
    """Write tasks as a text under one line of head: a line a key, and what was wanted under it."""
    blocks = ["\n".join([task.title, "", *map(line, task.lines)]) for task in told]
    return "\n\n".join([head, *blocks])


def line(one: Step | Goal) -> str:
    """Write a step or a goal."""
    if isinstance(one, Goal):
        keys = "1 key" if one.keys == 1 else f"{one.keys} keys"
        how = f"after {keys}" if one.heard else "NOT HEARD"
        late = "" if one.keys <= one.most else f", TOO LATE: {one.most} should do"
        return f"= {one.text}: {how}{late}\n"
    said = BETWEEN.join(cut(text) for text in one.said if not TREMBLING.match(text))
    silence = "(nothing)" if one.pressed else ""
    return f"{one.act:{WIDTH}}  {said or silence}".rstrip()


def cut(text: str) -> str:
    """Shorten what is longer than anybody reads."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def unmet(told: list[Told]) -> list[str]:
    """Return each goal that was missed, with its task."""
    return [f"{task.title} {line(goal).strip()}" for task in told for goal in task.lines
            if isinstance(goal, Goal) and not goal.met]  # fmt: skip


def differences(kept: Path, new: str) -> list[str]:
    """Return the lines in which tasks differ from those that are kept, under the title of each."""
    old = tasks_of(kept.read_text(encoding="utf-8")) if kept.is_file() else {}
    found: list[str] = []
    for title, after in tasks_of(new).items():
        lines = changed(old.get(title, []), after)
        found += [title, *lines] if lines else []
    return found


def tasks_of(text: str) -> dict[str, list[str]]:
    """Return the lines of each task by its title; the head is no task."""
    _, *parts = TITLE.split(text)
    found = zip(parts[::2], parts[1::2], strict=True)
    return {title: [*filter(None, rest.splitlines())] for title, rest in found}


def changed(before: list[str], after: list[str]) -> list[str]:
    """Return the lines that went and those that came."""
    matcher = difflib.SequenceMatcher(
        None, [*map(bare, before)], [*map(bare, after)], autojunk=False
    )
    return [
        line
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
        for line in [*(f"-{one}" for one in before[a:b]), *(f"+{one}" for one in after[c:d])]
    ]


def bare(one: str) -> str:
    """Return a line as it is compared.

    Without the numbers of one edition, and with its utterances in an order of ours: theirs may
    differ after one key.
    """
    plain = COUNTED.sub("#", one)
    act, said = plain[:WIDTH], plain[WIDTH:].strip()
    return " ".join([act, *sorted({*said.split(BETWEEN)})])
