"""The keys that exist, and what people write for them: names in any of the languages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from mapping.dataset import countries, names, sources
from mapping.dataset.country_index import CountrySpellings
from mapping.dataset.reading import Lists
from mapping.edition import edition
from mapping.i18n.catalog import REFERENCE
from mapping.i18n.localized import LANGUAGES
from mapping.suggestions.name_index import Spellings, fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from mapping.dataset.reading import Tables
    from mapping.errors import Faults
    from mapping.i18n.localized import Names


@dataclass(frozen=True)
class Domain:
    """The keys of one kind. Folded words of rows that do not fit are `doubtful`: keys may exist."""

    keys: frozenset[str]
    spellings: Spellings
    doubtful: AbstractSet[str]
    readable: bool

    def lacks(self, key: str) -> bool:
        """Whether a key is certain not to exist."""
        return self.readable and key not in self.keys and fold(key) not in self.doubtful


class Known(NamedTuple):
    """Every kind of key that a table may name."""

    country: Domain
    city: Domain
    mission: Domain
    region: Domain
    group: Domain
    source: Domain
    category: Domain
    label: Domain
    footnote: Domain
    served: Domain  # regions and countries


def known_keys(tables: Tables, faults: Faults) -> Known:
    """Gather the keys once for all rows; those of the edition only where it could be read."""
    domain = partial(_domain, faults)
    named = {kind: domain(names.FILE, _named(tables, kind)) for kind in ("city", "region", "group")}
    country = domain(countries.FILE, _country_spellings(tables))
    documents = [(one.id, (one.title, one.title_en)) for one in tables.sources.values()]
    settings = tables.edition if isinstance(tables, Lists) else None
    categories = settings.categories if settings else ()
    kinds = [*_spelt((c.key, c.name) for c in categories)]
    kinds += _spelt((c.key, c.short) for c in categories)
    told = settings is not None
    return Known(
        country=country,
        mission=domain(names.FILE, _missions(tables)),
        source=domain(sources.FILE, _words(documents)),
        category=domain(edition.FILE, kinds, readable=told),
        label=domain(edition.FILE, _keys(settings.patterns if settings else ()), readable=told),
        footnote=domain(edition.FILE, _keys(settings.footnotes if settings else ()), readable=told),
        served=_either(named["region"], country, tables),
        **named,
    )


def _domain(
    faults: Faults,
    file: str,
    spelt: Iterable[tuple[str, str]] | Spellings,
    *,
    readable: bool = True,
) -> Domain:
    spellings = spelt if isinstance(spelt, Spellings) else Spellings(spelt)
    known, doubtful = frozenset(spellings.keys.values()), faults.doubtful.get(file, set())
    readable = readable and file not in faults.unread
    return Domain(known, spellings, doubtful, readable)


def _named(tables: Tables, kind: str) -> list[tuple[str, str]]:
    return _spelt((key, name) for (one, key), name in tables.names.items() if one == kind)


def _missions(tables: Tables) -> list[tuple[str, str]]:
    """Give what may be written for a mission; one without a full name is none."""
    spelt = [*_named(tables, "acronym"), *_named(tables, "mission")]
    return [(word, key) for word, key in spelt if ("mission", key) in tables.names]


def _spelt(named: Iterable[tuple[str, Names]]) -> list[tuple[str, str]]:
    return _words((key, [name[language] for language in LANGUAGES]) for key, name in named)


def _words(spelt: Iterable[tuple[str, Iterable[str]]]) -> list[tuple[str, str]]:
    """Give each word with its key; a key is a word of its own, and comes before others' names."""
    listed = [(key, list(words)) for key, words in spelt]
    return [
        *((word, key) for key, words in listed for word in words if word),
        *((key, key) for key, _ in listed),
    ]


def _keys(keys: Iterable[str]) -> list[tuple[str, str]]:
    return [(key, key) for key in keys]


def _country_spellings(tables: Tables, others: Iterable[tuple[str, str]] = ()) -> CountrySpellings:
    """Give what may be written for a country; `others` are other words with their keys."""
    own = _spelt((country.code, country) for country in tables.countries.values())
    shown = tables.edition.edition.reference if isinstance(tables, Lists) else REFERENCE
    listed = tables.countries.values()
    return CountrySpellings([*others, *own], listed, tables.country_names, shown)


def _either(region: Domain, country: Domain, tables: Tables) -> Domain:
    return Domain(
        region.keys | country.keys,
        _country_spellings(tables, region.spellings.pairs),
        region.doubtful | country.doubtful,
        region.readable and country.readable,
    )
