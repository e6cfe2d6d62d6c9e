"""Names of countries in languages beyond the six: Unicode CLDR, in ``country-exonyms.csv``.

They serve to recognise a country, never to name it.
"""

from __future__ import annotations

import csv

from mapping.files.cache import cached
from mapping.files.data_folder import COUNTRY_EXONYMS_FILE
from mapping.files.paths import packaged_folder
from mapping.suggestions.name_index import fold

BETWEEN = "|"  # no part of any name: all of them are folded at once, which is sooner done


@cached(1)
def read_exonyms() -> dict[str, str]:
    """Return the codes of countries by the names, folded, that come with the program."""
    path = packaged_folder() / COUNTRY_EXONYMS_FILE
    with path.open(encoding="utf-8", newline="") as stream:
        _, *rows = csv.reader(stream)
    codes = {name: code for _, code, name in rows}
    return dict(zip(fold(BETWEEN.join(codes)).split(BETWEEN), codes.values(), strict=True))
