"""The country of all rows that name none, and what people write for countries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.dataset.countries import read_countries
from mapping.dataset.country_names import read_country_names
from mapping.dataset.vocabulary import index_countries
from mapping.errors import FaultLog, WrongUseError
from mapping.files.cache import cached
from mapping.files.data_folder import COUNTRIES_FILE, COUNTRY_NAMES_FILE
from mapping.files.paths import packaged_folder
from mapping.i18n.localized import REFERENCE
from mapping.importing.list_choices import option_of

if TYPE_CHECKING:
    from mapping.dataset.country_index import CountryIndex

NO_COUNTRY = "{option}: no country is known as '{name}' for certain; write its code, as ITA"


def find_country(name: str) -> str:
    """Return the code of a country by what people write for it; nothing of nothing.

    Raises
    ------
    WrongUseError
        No country is known by the name, or several are.
    """
    codes = read_country_index().keys_named(name) if name else {""}
    if len(codes) != 1:
        raise WrongUseError(NO_COUNTRY.format(option=option_of("within"), name=name))
    return next(iter(codes))


@cached(1)
def read_country_index() -> CountryIndex:
    """Return what people write for a country."""
    folder, faults = packaged_folder(), FaultLog()
    listed = read_countries(folder / COUNTRIES_FILE, faults)
    others = read_country_names(folder / COUNTRY_NAMES_FILE, faults)
    return index_countries(listed, others, REFERENCE)
