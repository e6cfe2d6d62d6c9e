"""Which known key was meant: near spellings, whatever their case, accents and apostrophes."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SHOWN = 12  # known keys that one message lists at the most
COMPARED = 80  # characters of a value that are compared: the time grows with their square


class Spellings:
    """Everything a person might write for each of some keys."""

    def __init__(self, known: Mapping[str, str] | Iterable[str]) -> None:
        """Take the keys that exist, or a mapping from whatever may be written to its key."""
        self.keys = dict(known) if isinstance(known, Mapping) else {key: key for key in known}
        self._folded: dict[str, str] = {}
        self._answers: dict[str, str] = {}

    def near(self, value: str) -> str | None:
        """Give the known word that is nearest to `value`, or `None` where none is near."""
        if not self._folded:
            # A key itself comes before a name that differs from it by case or accents alone.
            for word in sorted(self.keys, key=lambda word: word != self.keys[word]):
                self._folded.setdefault(fold(word), word)
        folded = fold(value)[:COMPARED]
        if folded in self._folded:
            return self._folded[folded]
        found = difflib.get_close_matches(folded, self._folded, n=1, cutoff=0.6)
        return self._folded[found[0]] if found else None

    def suggest(self, value: str) -> str:
        """Give ``did you mean X?``, or a list of what is known where nothing is near."""
        if value not in self._answers:
            self._answers[value] = self._suggest(value)
        return self._answers[value]

    def _suggest(self, value: str) -> str:
        word = self.near(value)
        if word is not None:
            key = self.keys[word]
            return f"did you mean {key}{'' if key == word else f' ({word})'}?"
        keys = sorted(set(self.keys.values()))
        if not keys:
            return "leave it empty: none is known"
        return "use one of " + ", ".join(keys[:SHOWN]) + (", …" if len(keys) > SHOWN else "")


def suggest(value: str, known: Mapping[str, str] | Iterable[str]) -> str:
    """Say which known key `value` was probably meant to be (see `Spellings`)."""
    return Spellings(known).suggest(value)


def fold(text: str) -> str:
    """Give a text without case, accents and the differences between apostrophes, dashes, spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in plain if unicodedata.category(sign) not in {"Mn", "Cf"})
    plain = plain.translate(str.maketrans("’‘ʼ‐‑–—_", "'''-----"))
    return re.sub(r"\s+", " ", plain).strip()
