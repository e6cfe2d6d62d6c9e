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

    def __init__(self, known: Mapping[str, str] | Iterable[str | tuple[str, str]]) -> None:
        """Take the keys that exist, or whatever may be written, each with its key."""
        listed = known.items() if isinstance(known, Mapping) else known
        self.pairs = [(one, one) if isinstance(one, str) else one for one in listed]
        self.keys = dict(self.pairs)
        self._folded: dict[str, str] = {}
        self._meant: dict[str, set[str]] = {}
        self._answers: dict[str, str] = {}

    def near(self, value: str) -> str | None:
        """Give the known word that is nearest to `value`, or `None` where none is near."""
        if not self._folded:
            # A key itself comes before a name that differs from it by case or accents alone.
            for word, _ in self._by_key():
                self._folded.setdefault(fold(word), word)
        folded = fold(value)[:COMPARED]
        if folded in self._folded:
            return self._folded[folded]
        found = difflib.get_close_matches(folded, self._folded, n=1, cutoff=0.6)
        return self._folded[found[0]] if found else None

    def meant(self, value: str) -> set[str]:
        """Give the keys that `value` names, but for case, accents and the like; several share it.

        A key itself comes before others' names.
        """
        if not self._meant:
            keys = {fold(key) for key in self.keys.values()}
            for word, key in self.pairs:
                folded = fold(word)
                if folded not in keys or word == key:
                    self._meant.setdefault(folded, set()).add(key)
        return self._meant.get(fold(value), set())

    def like(self, value: str) -> list[tuple[str, str]]:
        """Give words that hold the letters of `value` in their order, with their keys, best first.

        Each key stands once, with the word that fits best: one that begins with `value`, then one
        that holds it, then the others.
        """
        part = fold(value)
        letters = re.compile(".*".join(map(re.escape, part)))
        found = [
            (not folded.startswith(part), part not in folded, number, word, key)
            for number, (word, key) in enumerate(self._by_key())
            if letters.search(folded := fold(word))
        ]
        best: dict[str, str] = {}
        for *_, word, key in sorted(found):
            best.setdefault(key, word)
        return [(word, key) for key, word in best.items()]

    def suggest(self, value: str) -> str:
        """Give ``did you mean X?``, or a list of what is known where nothing is near."""
        if value not in self._answers:
            self._answers[value] = self._suggest(value)
        return self._answers[value]

    def _suggest(self, value: str) -> str:
        word = self.near(value)
        if word is not None:
            key = " or ".join(sorted(self.meant(word)))
            return f"did you mean {key}{'' if key == word else f' ({word})'}?"
        keys = sorted(set(self.keys.values()))
        if not keys:
            return "leave it empty: none is known"
        return "use one of " + ", ".join(keys[:SHOWN]) + (", …" if len(keys) > SHOWN else "")

    def _by_key(self) -> list[tuple[str, str]]:
        """Give the words with their keys, those first that are keys themselves."""
        return sorted(self.pairs, key=lambda pair: pair[0] != pair[1])


def suggest(value: str, known: Mapping[str, str] | Iterable[str]) -> str:
    """Say which known key `value` was probably meant to be (see `Spellings`)."""
    return Spellings(known).suggest(value)


def fold(text: str) -> str:
    """Give a text without case, accents and the differences between apostrophes, dashes, spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in plain if unicodedata.category(sign) not in {"Mn", "Cf"})
    plain = plain.translate(str.maketrans("’‘ʼ‐‑–—_", "'''-----"))
    return re.sub(r"\s+", " ", plain).strip()
