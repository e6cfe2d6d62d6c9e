"""What a task was made of: keys, words, and what was wanted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")  # of the day's server
NAMES = {"Return": "Enter", "ctrl": "Ctrl", "shift": "Shift"}


@dataclass
class Step:
    """A key, or what else was done, and what was said after it."""

    act: str
    said: list[str]
    pressed: int = 1


@dataclass
class Goal:
    """What a task wanted to hear, whether it was heard, and after how many keys."""

    text: str
    heard: bool
    keys: int
    most: int

    @property
    def met(self) -> bool:
        """Whether it was heard, and soon enough."""
        return self.heard and self.keys <= self.most


@dataclass
class Told:
    """A task as it went: steps and goals in their order."""

    title: str
    lines: list[Step | Goal] = field(default_factory=list)


def names(key: str) -> str:
    """Return a key the name that stands on it."""
    return "+".join(NAMES.get(part, part) for part in key.split("+"))


def cleaned(said: list[str]) -> list[str]:
    """Return utterances without what trembles: space, and words that are said again."""
    kept: list[str] = []
    for text in said:
        plain = ADDRESS.sub("", " ".join(text.split()).rstrip("."))
        if plain and plain not in kept[-2:]:
            kept.append(plain)
    return kept


def holds(said: list[str], wanted: str) -> bool:
    """Tell whether something was said, in one line or several, whatever the case of its letters."""
    return squeezed(wanted) in squeezed("".join(said))


def squeezed(text: str) -> str:
    """Return a text without spaces and full stops, in small letters."""
    return "".join(text.split()).replace(".", "").casefold()
