"""The tables of a data folder, as they are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapping.dataset.countries import Country
    from mapping.dataset.country_names import CountryName
    from mapping.dataset.names import Name
    from mapping.dataset.presences import Presence
    from mapping.dataset.seas import Sea
    from mapping.dataset.sources import Source
    from mapping.errors import Fault


@dataclass(frozen=True)
class Tables:
    """The tables of one data folder: every row that is valid, not yet joined.

    `left_out` says which rows of an organisation's own list no place is known of, and why.
    """

    presences: list[Presence]
    countries: dict[str, Country]
    names: dict[tuple[str, str], Name]
    sources: dict[str, Source]
    country_names: list[CountryName]
    seas: dict[str, Sea]
    left_out: tuple[Fault, ...] = ()
