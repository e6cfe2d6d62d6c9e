"""What is said of each area: its status, and whose colour it has, from `area-statuses.csv`."""

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

TABLE = Path(__file__).parents[1] / "area-statuses.csv"


def properties(codes: Iterable[str]) -> list[dict[str, str]]:
    """Return code, status and, where it differs, the area to be coloured as, for each code.

    The status of what the table does not list is `area`: a State, or any other area of M49.
    """
    table = pd.read_csv(TABLE, dtype=str, keep_default_na=False).set_index("code")
    listed = table[["status", "colour_as"]].T.to_dict()
    rows = [{"code": code, **listed.get(code, {"status": "area"})} for code in codes]
    return [{key: value for key, value in row.items() if value} for row in rows]
