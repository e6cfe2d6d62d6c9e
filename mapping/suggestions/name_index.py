"""Finding the known key that was intended: near names, in any case, with any accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import TYPE_CHECKING

from mapping.suggestions.edit_distance import count_edits, differs_by_slips

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MAX_LISTED_KEYS = 12  # known keys that one message lists at the most
MAX_COMPARED_CHARS = 80  # characters of a value that are compared: the time grows with their square
MARGIN_EDITS = 1  # edits by which any other key must be further away
WORD = re.compile(r"\w+")
# Scripts whose signs are syllables or words: one of them changed is another name.
SYLLABLES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
# One form of what NFKD leaves apart: apostrophes and dashes, letters of Latin and of Arabic.
ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u2019\u2018\u02bc\u02bb`\u00b4", "'"),
        **dict.fromkeys("\u2010\u2011\u2013\u2014_", "-"),
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ı": "i",
        "œ": "oe",
        "æ": "ae",
        "\u0640": "",  # tatweel
        "\u0649": "\u064a",  # alef maksura, and Persian yeh below
        "\u06cc": "\u064a",
        "\u06a9": "\u0643",  # Persian kaf
        "\u0629": "\u0647",  # teh marbuta
    }
)


class PlainSigns(dict[int, str | int | None]):
    """What each sign is compared as, found out once: accents and invisible signs as nothing."""

    def __missing__(self, code: int) -> int | None:
        """Return what a sign is that has no other form."""
        drop = unicodedata.category(chr(code)) in {"Mn", "Cf"}
        self[code] = None if drop else code
        return None if drop else code


PLAIN = PlainSigns(ALIKE)


class NameIndex:
    """Everything a person might write for each of some keys."""

    listed = (
        MAX_LISTED_KEYS  # keys that a message lists where it lists them all and nothing is near
    )
    unsure = "nothing known is near it"

    def __init__(self, known: Mapping[str, str] | Iterable[str | tuple[str, str]]) -> None:
        """Take the keys that exist, or whatever may be written, each with its key."""
        listed = known.items() if isinstance(known, Mapping) else known
        self.pairs = [(one, one) if isinstance(one, str) else one for one in listed]
        self.keys = dict(self.pairs)
        self._folded: dict[str, str] = {}
        self._keys_by_name: dict[str, set[str]] = {}
        self._forms: list[tuple[str, Sequence[str], str, str]] = []
        self._answers: dict[tuple[str, str, str], str] = {}

    def closest(self, value: str) -> str | None:
        """Return the known word that `value` means, or `None` where that is not certain.

        It is certain where the two differ by case, accents and the like alone; or by a slip or two
        in a long word, and no word of another key is nearly as near.
        """
        if not self._folded:
            # A key itself comes before a name that differs from it by case or accents alone.
            for word, _ in by_key(self.pairs):
                self._folded.setdefault(fold(word), word)
        folded = fold(value)[:MAX_COMPARED_CHARS]
        return self._folded[folded] if folded in self._folded else self.nearest(folded)

    def keys_named(self, value: str) -> set[str]:
        """Return the keys that `value` names, but for case, accents and the like.

        Several may share it. A key itself comes before others' names.
        """
        if not self._keys_by_name:
            keys = {fold(key) for key in self.keys.values()}
            for word, key in self.pairs:
                folded = fold(word)
                if folded not in keys or word == key:
                    self._keys_by_name.setdefault(folded, set()).add(key)
        return self._keys_by_name.get(fold(value), set())

    def words(self) -> list[tuple[str, str]]:
        """Return all that may be written, each with its key; an empty key means none of them."""
        return self.pairs

    def near_words(self) -> list[tuple[str, str]]:
        """Return what a slip is looked for in, as `words`."""
        return self.words()

    def form(self, folded: str) -> Sequence[str]:
        """Return the parts of a folded text that are compared with those of another."""
        return WORD.findall(folded)

    def nearest(self, folded: str) -> str | None:
        """Return the word that `folded` is a slip of, where no other key is nearly as near."""
        form = self.form(folded)
        whole = "".join(form)
        if not form or SYLLABLES.search(folded):
            return None
        near = [
            (count_edits(whole, joined, MAX_COMPARED_CHARS), word != key, word, key)
            for word, other, joined, key in self._compared()
            if differs_by_slips(form, other)
        ]
        if not near:
            return None
        distance, _, word, _ = min(near)
        keys = {key for *_, one, key in near if one == word}
        most = distance + MARGIN_EDITS
        rivals = ((joined, key) for _, _, joined, key in self._compared() if key not in keys)
        if "" in keys or any(count_edits(whole, joined, most) <= most for joined, _ in rivals):
            return None
        return word

    def _compared(self) -> list[tuple[str, Sequence[str], str, str]]:
        """Return each word with its form, apart and joined, and its key."""
        if not self._forms:
            listed = ((word, self.form(fold(word)), key) for word, key in self.near_words())
            self._forms = [(word, form, "".join(form), key) for word, form, key in listed if form]
        return self._forms

    def completions(self, value: str) -> list[tuple[str, str]]:
        """Return words that hold the letters of `value` in their order, with keys, best first.

        Each key is listed once, with the word that fits best: one that begins with `value`, then
        one that holds it, then the others.
        """
        part = fold(value)
        letters = re.compile(".*".join(map(re.escape, part)))
        found = [
            (not folded.startswith(part), part not in folded, number, word, key)
            for number, (word, key) in enumerate(by_key(self.words()))
            if key and letters.search(folded := fold(word))
        ]
        best: dict[str, str] = {}
        for *_, word, key in sorted(found):
            best.setdefault(key, word)
        return [(word, key) for key, word in best.items()]

    def suggest(self, value: str, otherwise: str, or_else: str = "") -> str:
        """Return ``did you mean X?`` where something is near; else the few keys, or `otherwise`.

        Where nothing is near, `or_else` is another way out, said at the end.
        """
        asked = value, otherwise, or_else
        if asked not in self._answers:
            self._answers[asked] = self._did_you_mean(value) or (
                f"{self._what_else(value, otherwise)}{or_else and f', or {or_else}'}"
            )
        return self._answers[asked]

    def _did_you_mean(self, value: str) -> str:
        word = self.closest(value)
        if word is None:
            return ""
        key = " or ".join(sorted(self.keys_named(word)))
        return did_you_mean(key if key == word else f"{key} ({word})")

    def _what_else(self, value: str, otherwise: str) -> str:
        keys = sorted(set(self.keys.values()))
        if 0 < len(keys) <= self.listed:
            return f"use one of {', '.join(keys)}"
        return f"{self.unsure}: {otherwise}" if value and keys else otherwise


def by_key(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return words with their keys, those first that are keys themselves."""
    return sorted(pairs, key=lambda pair: pair[0] != pair[1])


def did_you_mean(name: str) -> str:
    """Return the question whether a name was intended."""
    return f"did you mean {name}?"


def suggest(value: str, known: Mapping[str, str] | Iterable[str], otherwise: str) -> str:
    """Return which known key `value` was probably intended to be (see `NameIndex`)."""
    return NameIndex(known).suggest(value, otherwise)


def fold(text: str) -> str:
    """Return a text without case and accents, apostrophes, dashes and spaces each in one form."""
    if text.isascii():  # it has neither accents nor other forms
        return " ".join(text.lower().translate(ALIKE).split())
    return " ".join(unicodedata.normalize("NFKD", text.casefold()).translate(PLAIN).split())
