"""Write ``geodata/country-exonyms.csv``: names of countries in languages beyond the six.

Reads Unicode CLDR 48.2 (cldr-localenames-full, Unicode-3.0) in the languages that many lists are
kept in, and the rows by hand beside this file. The table serves to recognise a country, never to
name it: a name of CLDR's is a view on nobody's status, and only the codes of ``countries.csv`` are
taken. Run as ``python geodata/recipes/country_exonyms.py``.

Left out is what is no country's for certain, compared as the program compares:

- what the other two tables read already, as this country, another one, or none;
- what two countries have, in one language or in two (Kongo), or a country and a region of CLDR's;
- what means more than its country: Micronesia and Saint Martin are taken from the rows by hand;
- fewer than four Latin letters, which may be a code or a word: VS, ABD, SAD, Man, Nga;
- what a city or a province is called itself (Tunis, Somali), unless a row by hand has it.
"""

import csv
import io
import json
import lzma
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from countries import PRODUCT as COUNTRIES
from country_names import NAMES
from packages import CLDR, unpacked

from mapping.importing.country_of_all import read_country_index
from mapping.suggestions.name_index import fold

HAND = Path(__file__).resolve().parent / "country_exonyms_hand.csv"
PRODUCT = NAMES.with_name("country-exonyms.csv")
CITIES = NAMES.with_name("cities.csv.xz")
COLUMNS = ["language", "code", "name"]
LANGUAGES = (
    "de it pt pt-PT nl pl cs sk hu ro bg el uk sv nb da fi et lv lt hr sl sr sr-Latn tr ja ko vi "
    "th id he hi bn ur fa sw ca"
)
MORE_THAN_IT = {"FSM": "a region of M49 too", "MAF": "an island of two areas"}
LEAST = 4  # letters of a name in Latin script
# What is typed in place of signs that many keyboards lack.
TYPED = {
    "de": str.maketrans({"Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ä": "ae", "ö": "oe", "ü": "ue"}),
    "he": str.maketrans({"׳": "'", "״": '"'}),
}


class Exonym(NamedTuple):
    """A name, the language it is in, and the country that it means, if it is one alone."""

    language: str
    code: str
    name: str


def main() -> None:
    """Write the product and print its number of rows."""
    names = sorted(reviewed())
    with PRODUCT.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows([COLUMNS, *names])
    print(f"{PRODUCT.name}: {len(names)} rows")


def reviewed() -> set[Exonym]:
    """Return the names that mean one country; stop where a row by hand is none or needless."""
    hand = [*by_hand()]
    listed = [*hand, *cldr()]
    meant = defaultdict(set)
    for one in listed:
        meant[fold(one.name)].add(one.code)
    known, around, chosen = names_known(), names_around(), {fold(one.name) for one in hand}
    taken = {
        one
        for one in listed
        if one.code and len(meant[folded := fold(one.name)]) == 1
        if folded not in known and not is_read(one.name)
        if folded in chosen or not (is_short(folded) or folded in around)
    }
    if needless := [one.name for one in hand if one.code and one not in taken]:
        sys.exit(f"{HAND.name}: no name of one country alone, or known: {', '.join(needless)}")
    same = {one for one in taken if one._replace(language=one.language.partition("-")[0]) in taken}
    return {one for one in taken if one.language != "pt-PT" or one not in same}


def by_hand() -> Iterator[Exonym]:
    """Return the rows by hand, once for each of their languages."""
    for row in read(HAND.read_text(encoding="utf-8")):
        for language in row["language"].split():
            yield Exonym(language, row["code"], row["name"])


def cldr() -> Iterator[Exonym]:
    """Return CLDR's names; those of regions, and of what has no row of its own, without a code."""
    codes = {row["iso2"]: row["code"] for row in read(COUNTRIES.read_text(encoding="utf-8"))}
    for language in LANGUAGES.split():
        file = unpacked(CLDR) / "package" / "main" / language / "territories.json"
        part = json.loads(file.read_text(encoding="utf-8"))["main"][language]
        for key, name in part["localeDisplayNames"]["territories"].items():
            code = codes.get(key.partition("-alt-")[0], "")
            for written in {name, name.translate(TYPED.get(language, {}))}:
                if code not in MORE_THAN_IT:
                    yield Exonym(language, code, written)


def names_known() -> set[str]:
    """Return the names of the other table, those that are hints or nobody's among them."""
    return {fold(row["name"]) for row in read(NAMES.read_text(encoding="utf-8"))}


def is_read(name: str) -> bool:
    """Whether a text is a country already: by a code, a name, or its words in any order."""
    index = read_country_index()
    listed = index.read_listed(name)
    return bool(index.own_keys(name) or (listed and listed.code))


def names_around() -> set[str]:
    """Return what cities and provinces are called themselves."""
    cities = read(lzma.decompress(CITIES.read_bytes()).decode())
    return {fold(one) for row in cities for one in (row["name"], *row["province"].split("|"))}


def is_short(folded: str) -> bool:
    """Whether a name is so few letters of Latin script that it may be a code or another word."""
    letters = [*filter(str.isalpha, folded)]
    is_latin = all(unicodedata.name(one, "").startswith("LATIN") for one in letters)
    return is_latin and len(letters) < LEAST


def read(text: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table."""
    yield from csv.DictReader(io.StringIO(text))


if __name__ == "__main__":
    main()
