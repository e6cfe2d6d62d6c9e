"""The columns of an organisation's own list: which the program reads, and which are only shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.dataset.presences import Presence
from mapping.edition.edition import OWN_LIST_COLUMNS
from mapping.tables.records import columns_of

if TYPE_CHECKING:
    from mapping.edition.edition import Edition

READ = frozenset({*columns_of(Presence), *OWN_LIST_COLUMNS})


def read_columns(edition: Edition) -> dict[str, str]:
    """Return the names in the file by those that the program has for them."""
    return {key: one.column or key for key, one in edition.columns.items() if key in READ}


def shown_columns(edition: Edition) -> dict[str, str]:
    """Return the names in the file of the columns that are only shown, by their keys."""
    return {key: one.column or key for key, one in edition.columns.items() if key not in READ}
