"""What people write for a country leads to it, or to nothing; never to another one.

Also of `vocabulary.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import assume, example, given
from hypothesis import strategies as st

from mapping.dataset.reading import read_dataset
from mapping.dataset.vocabulary import build_vocabulary
from mapping.errors import FaultLog
from mapping.i18n.localized import LANGUAGES
from tests.support.countries import ASKED, NOT_SAID, TAKEN
from tests.support.folder import GEODATA

if TYPE_CHECKING:
    from collections.abc import Iterable

READ = read_dataset(GEODATA, FaultLog())
SPELT = build_vocabulary(READ.tables, READ.edition, FaultLog()).country.names
NAMES = READ.tables.country_names
COUNTRIES = list(READ.tables.countries.values())
OWN = [(one[language], one.code) for one in COUNTRIES for language in LANGUAGES]
OTHERS = [(one.name, one.code) for one in NAMES if one.code and one.kind != "hint"]
NOTHING = "it is not certain"


def told(text: str) -> str:
    """Return the code that is taken or suggested for a text; nothing where none is."""
    taken = SPELT.keys_named(text)
    if taken:
        return " or ".join(sorted(taken))
    answer = SPELT.suggest(text, NOTHING)
    if answer.endswith(NOTHING):
        return ""
    code = answer.removeprefix("did you mean ")[:3]
    name = READ.tables.countries[code]
    assert any(answer == f"did you mean {code} ({name[one]})?" for one in LANGUAGES), answer
    return code


def others(written: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the texts that do not lead to their code, each with where it leads."""
    return {text: found for code, text in written if (found := told(text)) != code}


def test_what_people_write_for_a_country_leads_to_it() -> None:
    """Codes, flags, names in any order and abbreviated; a certain one is taken."""
    written = [(code, one) for code, texts in TAKEN.items() for one in texts.split("|")]
    assert others(written) == {}
    asked = {text for code, text in written if SPELT.keys_named(text) != {code}}
    assert asked <= {"Aland Island"}


def test_what_is_likely_is_asked_and_not_taken() -> None:
    """A part of a country, a slip in a long name, a number that lost its zeros."""
    written = [(code, one) for code, texts in ASKED.items() for one in texts.split("|")]
    assert others(written) == {}
    assert [text for _, text in written if SPELT.keys_named(text)] == []


def test_where_nothing_is_certain_no_country_is_named() -> None:
    """Shared names, dissolved States, regions, other lists' codes, slips between two names."""
    assert others(("", text) for text in NOT_SAID) == {}


def test_every_code_leads_to_its_own_country() -> None:
    """Two letters, three letters, three digits, the flag."""
    written = []
    for one in COUNTRIES:
        flag = "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in one.iso2)
        codes = (one.code, one.code.lower(), one.iso2, one.iso2.lower(), one.m49,
                 one.m49.lstrip("0"), flag)  # fmt: skip
        written += [(one.code, code) for code in filter(None, codes)]
    assert len(written) > 6 * 193
    assert others(written) == {}


def test_between_codes_there_is_no_near() -> None:
    """Two letters are a code of ISO 3166-1, a name of the table, or nothing."""
    own = {one.iso2: one.code for one in COUNTRIES} | {one.name: one.code for one in NAMES}
    pairs = [a + b for a in "AHNQXZ" for b in "ACHKQXZ"]
    assert others((own.get(letters, ""), letters) for letters in pairs) == {}


def test_every_name_of_the_tables_leads_to_its_own_country() -> None:
    """Of those by which no one country is meant, none leads anywhere."""
    for name, code in [*OWN, *OTHERS]:
        for text in (name, name.upper(), f" {name}", name.replace("'", "’")):
            assert told(text) == code, text
    for one in NAMES:
        assert told(one.name) == one.code, one.name


LONG = [(name, code) for name, code in [*OWN, *OTHERS] if len(name) > 4]
SIGNS = st.sampled_from("abcdefghijklmnopqrstuvwxyzéñаеикнорст ")


@given(
    named=st.sampled_from(LONG),
    place=st.integers(0, 40),
    how=st.sampled_from(("in", "out", "other", "swap")),
    sign=SIGNS,
)
@example(("Niger", "NER"), 5, "in", "i")
@example(("Austria", "AUT"), 4, "in", "l")
@example(("Gambia", "GMB"), 0, "other", "j")
def test_a_slip_never_leads_to_another_country(
    named: tuple[str, str], place: int, how: str, sign: str
) -> None:
    """Where it does not lead to its own, it leads nowhere; unless it is another name or code."""
    name, code = named
    n = place % len(name)
    made = {
        "in": name[:n] + sign + name[n:],
        "out": name[:n] + name[n + 1 :],
        "other": name[:n] + sign + name[n + 1 :],
        "swap": name[:n] + name[n : n + 2][::-1] + name[n + 2 :],
    }[how]
    assume(not SPELT.keys_named(made))
    assert told(made) in {"", code}
