"""Which known key somebody meant: exactly, nearly, or nobody knows."""

from __future__ import annotations

import pytest

from mapping.suggestions.name_index import MAX_LISTED_KEYS, NameIndex, fold, suggest

COUNTRIES = NameIndex(
    [("MLI", "MLI"), ("Mali", "MLI"), ("Côte d’Ivoire", "CIV"), ("Guinea", "GIN"),
     ("Guinea-Bissau", "GNB"), ("Australia", "AUS"), ("Austria", "AUT"), ("Congo", "COG"),
     ("Congo", "COD"), ("加纳", "GHA"), ("加蓬", "GAB")]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "same"),
    [("CÔTE D’IVOIRE", "cote d'ivoire"), ("Guinée–Bissau", "guinee-bissau"), ("  a \t b ", "a b"),
     ("Łódź", "lodz"), ("مصــر", "مصر"), ("soft\u00adhyphen", "softhyphen")],
)  # fmt: skip
def test_case_accents_and_signs_make_no_other_name(text: str, same: str) -> None:
    """Nor do invisible signs, and what is folded is folded."""
    assert fold(text) == same == fold(same)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("mali", "Mali"), ("cote d'ivoire", "Côte d’Ivoire"), ("guineabissau", "Guinea-Bissau"),
     ("Austalia", None), ("Atlantis", None), ("加纱", None), ("加纳", "加纳"), ("", None)],
)  # fmt: skip
def test_what_is_not_certain_is_not_guessed(written: str, meant: str | None) -> None:
    """A slip counts where no other is nearly as near, and never in a script of syllables."""
    assert COUNTRIES.closest(written) == meant


def test_a_name_may_be_that_of_several_keys() -> None:
    """All of them are meant, and all are named; a key means itself."""
    assert COUNTRIES.keys_named("CONGO") == {"COG", "COD"}
    assert COUNTRIES.suggest("congo", "look it up") == "did you mean COD or COG (Congo)?"
    assert COUNTRIES.keys_named("mli") == {"MLI"}


def test_what_begins_so_is_offered_before_what_holds_it() -> None:
    """Each key once, with the word that fits best."""
    assert COUNTRIES.completions("gui") == [("Guinea", "GIN"), ("Guinea-Bissau", "GNB")]
    assert [key for _, key in COUNTRIES.completions("a")][:2] == ["AUS", "AUT"]
    assert COUNTRIES.completions("ml") == [("MLI", "MLI")]


def test_few_keys_are_listed_and_many_are_not() -> None:
    """Where nothing is near, a message names all there are, or says where to look."""
    few = [f"key-{number}" for number in range(MAX_LISTED_KEYS)]
    assert suggest("zzz", few, "see the list") == f"use one of {', '.join(sorted(few))}"
    told = suggest("zzz", [*few, "key-more"], "see the list")
    assert told == "nothing known is near it: see the list"
    assert (
        NameIndex(few)
        .suggest("zzz", "see the list", "leave it empty")
        .endswith(", or leave it empty")
    )
