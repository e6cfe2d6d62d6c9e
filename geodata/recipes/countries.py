"""Write ``geodata/countries.csv``: codes, regions and United Nations names in six languages.

Reads the table that hdx-python-country 4.2.5 (MIT; data of OCHA) carries in its wheel, and the
mends beside this file. Run as ``python geodata/recipes/countries.py``.
"""

import csv
import sys
from pathlib import Path

import pycountry
from packages import HDX, unpacked

from mapping.i18n.localized import ENGLISH_NAMES

TABLE = "Countries & Territories Taxonomy MVP - C&T Taxonomy.csv"
HERE = Path(__file__).resolve().parent
MENDS = HERE / "countries_mends.csv"
PRODUCT = HERE.parent / "countries.csv"

COLUMNS = [
    "code", "iso2", "m49", "region", "continent", "area", "subdivision_of", *ENGLISH_NAMES,
    "names_source", "note"
]  # fmt: skip

# What has codes of its own in ISO 3166-1 and is a subdivision in ISO 3166-2 as well. Those on the
# United Nations list of Non-Self-Governing Territories are not among them: their status is separate
# and distinct (A/RES/2625 (XXV)). Nor are those of which the General Assembly or several States say
# otherwise: Mayotte, the French Southern Territories, the United States' minor outlying islands.
SUBDIVISIONS = {
    "ABW": "NL-AW", "ALA": "FI-01", "BES": "NL-BQ1", "BLM": "FR-BL", "CUW": "NL-CW",
    "GLP": "FR-971", "GUF": "FR-973", "MAF": "FR-MF", "MNP": "US-MP", "MTQ": "FR-972",
    "PRI": "US-PR", "REU": "FR-974", "SJM": "NO-21", "SPM": "FR-PM", "SXM": "NL-SX",
    "WLF": "FR-WF",
}  # fmt: skip
# OHCHR's five regions by M49 region and sub-region; the exceptions are among the mends.
M49_REGIONS = {
    "2": "africa",
    "15": "middle-east-north-africa",  # Northern Africa
    "19": "americas",
    "142": "asia-pacific",
    "143": "europe-central-asia",  # Central Asia
    "145": "middle-east-north-africa",  # Western Asia
    "150": "europe-central-asia",
    "9": "asia-pacific",
}
# M49's own regions; it has none for Antarctica.
CONTINENTS = {
    "2": "africa",
    "19": "americas",
    "142": "asia",
    "150": "europe",
    "9": "oceania",
    "": "antarctica",
}
# Apostrophes and brackets in one form; the report's Chinese uses half-width brackets.
GLYPHS = str.maketrans({"’": "'", "（": "(", "）": ")"})
STRAY = set("_*†[]{}<>\u200e\u200f")

Row = dict[str, str]


def main() -> None:
    """Write the product and print its path and number of rows."""
    rows = {row["code"]: row for row in map(listed, read_table())}
    for code, mends in read_mends().items():
        mend(rows.setdefault(code, dict.fromkeys(COLUMNS, "") | {"code": code}), mends)
    check(rows)
    with PRODUCT.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows[code] for code in sorted(rows))
    print(f"{PRODUCT.name}: {len(rows)} rows")


def read_table() -> list[Row]:
    """Return the package's lines that have an ISO 3166-1 code."""
    text = (unpacked(HDX) / "hdx" / "location" / TABLE).read_text(encoding="utf-8-sig")
    lines = csv.DictReader(text.splitlines())
    return [line for line in lines if line["ISO 3166-1 Alpha 3-Codes"]]


def read_mends() -> dict[str, list[Row]]:
    """Return the lines of the mends, by code."""
    mends: dict[str, list[Row]] = {}
    with MENDS.open(encoding="utf-8", newline="") as stream:
        for line in csv.DictReader(stream):
            mends.setdefault(line["code"], []).append(line)
    return mends


def listed(line: Row) -> Row:
    """Return a row of the product: UNTERM's short names if all six are there, else M49's."""
    unterm = {key: line[f"{name} Short"] for key, name in ENGLISH_NAMES.items()}
    m49 = {key: line[f"M49 {name}"] for key, name in ENGLISH_NAMES.items()}
    source, names = ("unterm", unterm) if all(unterm.values()) else ("m49", m49)
    regions = (M49_REGIONS.get(line[f"{part} Code"]) for part in ("Sub-region", "Region"))
    return dict.fromkeys(COLUMNS, "") | {
        "code": line["ISO 3166-1 Alpha 3-Codes"],
        "iso2": line["ISO 3166-1 Alpha 2-Codes"],
        "m49": line["m49 numerical code"].zfill(3),
        "region": next(filter(None, regions), ""),  # M49 has none for Antarctica
        "continent": CONTINENTS[line["Region Code"]],
        **{key: name.translate(GLYPHS) for key, name in names.items()},
        "subdivision_of": state_of(line["ISO 3166-1 Alpha 3-Codes"]),
        "names_source": source,
    }


def state_of(code: str) -> str:
    """Return the State that has a code as a subdivision, as pycountry's ISO 3166-2 has it."""
    if code not in SUBDIVISIONS:
        return ""
    return str(pycountry.subdivisions.get(code=SUBDIVISIONS[code]).country.alpha_3)  # type: ignore[no-untyped-call] # it has no types


def mend(row: Row, mends: list[Row]) -> None:
    """Set the mended cells in place; where names are by hand, say so in the note, and why."""
    row.update({line["column"]: line["value"] for line in mends})
    names = [line for line in mends if line["column"] in ENGLISH_NAMES]
    said = [f"{line['column']} by hand: {line['reason']}" for line in names]
    if len(names) == len(ENGLISH_NAMES):
        row["names_source"] = "hand"
        said = [names[0]["reason"]]
    row["note"] = "; ".join(filter(None, [*said, row["note"]]))


def check(rows: dict[str, Row]) -> None:
    """Stop if a name is missing, or bears a stray space or mark."""
    faults = [
        f"{code} {key} {name!r}"
        for code, row in rows.items()
        for key, name in ((key, row[key]) for key in ENGLISH_NAMES)
        if not name or name != " ".join(name.split()) or set(name) & STRAY
    ]
    if faults:
        sys.exit(f"{PRODUCT.name}: mend these in {MENDS.name}: {'; '.join(faults)}")


if __name__ == "__main__":
    main()
