"""Write ``geodata/country-names.csv``: what people write for a country beside its own names.

Reads Unicode CLDR 48.2 (cldr-localenames-full, Unicode-3.0), the terms of OCHA, UNTERM and M49 in
hdx-python-country 4.2.5 (MIT), and the rows by hand beside this file, which come before all others.
Names that ``countries.csv`` has are left out. The table serves to
recognise a country, never to name it. Run as ``python geodata/recipes/country_names.py``.
"""

import csv
import json
import sys
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from countries import PRODUCT, read_table
from packages import CLDR, unpacked

from mapping.i18n.localized import ENGLISH_NAMES
from mapping.suggestions.name_index import fold

HERE = Path(__file__).resolve().parent
HAND = HERE / "country_names_hand.csv"
NAMES = HERE.parent / "country-names.csv"
COLUMNS = ["code", "kind", "language", "name", "source"]
NOBODYS = {"shared", "dissolved", "region"}  # kinds of names that mean no one country

# OCHA's columns of further English names; "the" before a formal name is no part of it.
OCHA = {
    "Preferred Term": "common",
    "ISO Alt Term": "common",
    "DGACM Alt Term": "common",
    "HPC Tools Alt Term": "common",
    "RW Short Name": "common",
    "RW API Alt Term": "common",
    "English Short": "common",
    "English Formal": "official",
    **{f"{name} Short": "common" for name in ENGLISH_NAMES.values()},
    **{f"M49 {name}": "common" for name in ENGLISH_NAMES.values()},
}
# A country's name in a language of its own, where that is none of the six.
OWN = {
    "de": "AT DE CH LI", "it": "IT CH", "nl": "NL BE SR", "pt": "AO BR CV GW MZ PT ST TL",
    "pl": "PL", "cs": "CZ", "sk": "SK", "hu": "HU", "ro": "RO MD", "bg": "BG", "el": "GR CY",
    "uk": "UA", "be": "BY", "sv": "SE", "nb": "NO", "da": "DK", "fi": "FI",
    "et": "EE", "lv": "LV", "lt": "LT", "hr": "HR", "sl": "SI", "sr-Latn": "RS ME", "bs": "BA",
    "mk": "MK", "sq": "AL", "tr": "TR", "ka": "GE", "hy": "AM", "az": "AZ", "fa": "IR AF",
    "tg": "TJ", "uz": "UZ", "kk": "KZ", "ky": "KG", "tk": "TM", "mn": "MN", "ja": "JP",
    "ko": "KR", "vi": "VN", "lo": "LA", "km": "KH", "th": "TH", "my": "MM", "ms": "MY BN",
    "id": "ID", "fil": "PH", "hi": "IN", "ne": "NP", "bn": "BD", "si": "LK", "ur": "PK",
    "he": "IL", "am": "ET", "ti": "ER", "so": "SO", "sw": "KE TZ UG", "lb": "LU", "mt": "MT",
}  # fmt: skip
REGIONS = {"UN", "EU", "EZ"}  # besides those that have digits


class Found(NamedTuple):
    """A name that means a country, or none, and where it stands."""

    code: str
    kind: str
    language: str
    name: str
    source: str


def main() -> None:
    """Write the product and print its number of rows."""
    with PRODUCT.open(encoding="utf-8", newline="") as stream:
        countries = list(csv.DictReader(stream))
    names = reviewed(countries)
    with NAMES.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(sorted(names, key=attrgetter("code", "kind", "name")))
    print(f"{NAMES.name}: {len(names)} rows")


def reviewed(countries: list[dict[str, str]]) -> list[Found]:
    """Return each name once; stop where two sources give one name to two countries.

    What is a code of another country, such as RU for the Reino Unido, is left out.
    """
    codes = {row[key].casefold(): row["code"] for row in countries for key in ("iso2", "code")}
    shown = {fold(row[key]): row["code"] for row in countries for key in ENGLISH_NAMES}
    known: dict[str, Found] = {}
    faults = []
    for one in (
        *by_hand(),
        *ocha(),
        *cldr({row["iso2"]: row["code"] for row in countries}),
    ):
        folded = fold(one.name)
        letters = "".join(filter(str.isalnum, folded))
        if folded in shown and shown[folded] != one.code and one.source == "hand":
            faults.append(f"{one.name}: {shown[folded]} in {PRODUCT.name}, {one.code} by hand")
        if folded in shown or codes.get(letters, one.code) != one.code or not letters:
            continue
        first = known.setdefault(folded, one)
        if first.code != one.code and (first.source != "hand" or one.source == "hand"):
            faults.append(f"{one.name}: {first.code} in {first.source}, {one.code} in {one.source}")
        if first.code == one.code and one.language not in first.language.split():
            languages = " ".join(filter(None, (first.language, one.language)))
            known[folded] = first._replace(language=languages)
    if faults:
        sys.exit(f"{NAMES.name}: decide these in {HAND.name}: {'; '.join(faults)}")
    return list(known.values())


def by_hand() -> Iterator[Found]:
    """Return the rows by hand."""
    with HAND.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if bool(row["code"]) == (row["kind"] in NOBODYS):
                sys.exit(f"{HAND.name}: {row['name']} is {row['kind']}, code '{row['code']}'")
            yield Found(row["code"], row["kind"], row["language"], row["name"], "hand")


def ocha() -> Iterator[Found]:
    """Return OCHA's further terms, and M49's names where ``countries.csv`` has UNTERM's."""
    spoken = {name: key for key, name in ENGLISH_NAMES.items()}
    for line in read_table():
        for column, kind in OCHA.items():
            name = line[column].strip().removeprefix("the ")
            language = next((spoken[word] for word in column.split() if word in spoken), "en")
            if name:
                yield Found(line["ISO 3166-1 Alpha 3-Codes"], kind, language, name, "ocha")


def cldr(codes: dict[str, str]) -> Iterator[Found]:
    """Return CLDR's names in six languages and in a country's own, and its names of regions."""
    for language, own in (dict.fromkeys(ENGLISH_NAMES, "") | OWN).items():
        file = unpacked(CLDR) / "package" / "main" / language / "territories.json"
        part = json.loads(file.read_text(encoding="utf-8"))["main"][language]
        for key, name in part["localeDisplayNames"]["territories"].items():
            iso2 = key.partition("-alt-")[0]
            if language in ENGLISH_NAMES and (iso2.isdigit() or iso2 in REGIONS):
                yield Found("", "region", language, name, "cldr")
            elif iso2 in codes and (language in ENGLISH_NAMES or iso2 in own.split()):
                kind = "common" if language in ENGLISH_NAMES else "native"
                yield Found(codes[iso2], kind, language, name, "cldr")


if __name__ == "__main__":
    main()
