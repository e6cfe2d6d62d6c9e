"""Lists as organisations keep them, small ones for tests: a table, and an edition that names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.toml.key_lines import list_tables
from tests.support.folder import GEODATA, Folder

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.atlas import Atlas

EDITION = """\
[edition]
id = "list"
version = "1"
languages = ["ar", "en", "es", "fr", "ru", "zh"]
default_language = "en"
fallback = true
contact = ""
address = ""

[edition.title]
en = "Offices"
"""
CATEGORY = """\
[[categories]]
key = "{key}"
values = {values}
symbol = "{symbol}"
colour = "{colour}"
counted = true
label = "country"

[categories.name]
en = "{name}"

[categories.short]
en = "{name}"
"""
TELEPHONE = """\
[columns.phone]
column = "{column}"

[columns.phone.heading]
en = "Telephone"
fr = "Téléphone"
"""
"""A column that is shown as it is; after all others."""
LOOKS = (("square", "#0072B2"), ("circle", "#E69F00"), ("diamond", "#009E73"))
SHARED = ("clearance", "disclaimer", "geometry_credit", "notes")
PATTERNS = ("country", "city")


def own_list(
    folder: Path,
    table: str,
    columns: str,
    categories: tuple[str, ...] = ("office",),
    more: str = "",
) -> Folder:
    """Write a data folder with a table, the lines of ``[columns]``, and what else is given."""
    folder.mkdir()
    (folder / "presences.csv").write_text(table, encoding="utf-8")
    kinds = [
        CATEGORY.format(
            key=name.lower(), values=f'["{name}"]', symbol=symbol, colour=colour, name=name
        )
        for name, (symbol, colour) in zip(categories, LOOKS, strict=False)
    ]
    packaged = (GEODATA / "edition.toml").read_text(encoding="utf-8")
    shared = [
        text
        for keys, text in list_tables(packaged)
        if keys[0] in SHARED or (keys[0] == "patterns" and keys[1] in PATTERNS)
    ]
    parts = [EDITION, f"[columns]\n{columns}\n", more, *kinds, *shared]
    (folder / "edition.toml").write_text("\n".join(parts), encoding="utf-8")
    return Folder(folder)


def labels(atlas: Atlas, language: str = "en") -> list[str]:
    """Return the labels of the places, in the order of the list."""
    return [place.label[language] for place in atlas.places]


def notices(atlas: Atlas) -> str:
    """Return what is noted of the list, as text."""
    return "\n".join(map(str, atlas.notices))
