"""The keys that exist, and what people write for them: names in any of the languages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from mapping.dataset.country_index import CountryIndex
from mapping.files.data_folder import COUNTRIES_FILE, EDITION_FILE, NAMES_FILE, SOURCES_FILE
from mapping.i18n.localized import LANGUAGES, REFERENCE
from mapping.suggestions.name_index import NameIndex, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from mapping.dataset.countries import Country
    from mapping.dataset.country_names import CountryName
    from mapping.dataset.tables import Tables
    from mapping.edition.edition import Category, Edition
    from mapping.errors import FaultLog
    from mapping.i18n.localized import LocalizedName


@dataclass(frozen=True)
class KeySet:
    """The keys of one kind; `unverified` are folded words of invalid rows: they may be keys."""

    keys: frozenset[str]
    names: NameIndex
    unverified: AbstractSet[str]
    readable: bool

    def is_unknown(self, key: str) -> bool:
        """Whether a key is certain not to exist."""
        return self.readable and key not in self.keys and fold(key) not in self.unverified


class Vocabulary(NamedTuple):
    """Every kind of key that a table may name."""

    country: KeySet
    city: KeySet
    mission: KeySet
    region: KeySet
    group: KeySet
    source: KeySet
    category: KeySet
    label: KeySet
    footnote: KeySet
    served: KeySet  # regions and countries


def build_vocabulary(tables: Tables, settings: Edition | None, faults: FaultLog) -> Vocabulary:
    """Gather the keys once for all rows; those of the edition only where it could be read."""
    shown = settings.metadata.reference if settings else REFERENCE
    key_set = partial(_key_set, faults)
    named = {
        kind: key_set(NAMES_FILE, _list_named(tables, kind)) for kind in ("city", "region", "group")
    }
    index = partial(index_countries, tables.countries, tables.country_names, shown)
    country = key_set(COUNTRIES_FILE, index())
    documents = [(one.id, (one.title, one.title_en)) for one in tables.sources.values()]
    kinds = _name_categories(settings.categories if settings else ())
    has_settings = settings is not None
    return Vocabulary(
        country=country,
        mission=key_set(NAMES_FILE, _missions(tables)),
        source=key_set(SOURCES_FILE, _words(documents)),
        category=key_set(EDITION_FILE, kinds, readable=has_settings),
        label=key_set(
            EDITION_FILE, _keys(settings.patterns if settings else ()), readable=has_settings
        ),
        footnote=key_set(
            EDITION_FILE, _keys(settings.footnotes if settings else ()), readable=has_settings
        ),
        served=_either(named["region"], country, index(named["region"])),
        **named,
    )


def _name_categories(categories: Iterable[Category]) -> list[tuple[str, str]]:
    kinds = _names_with_keys((one.key, one.name) for one in categories)
    return [*kinds, *_names_with_keys((one.key, one.short) for one in categories)]


def _key_set(
    faults: FaultLog,
    file: str,
    names: Iterable[tuple[str, str]] | NameIndex,
    *,
    readable: bool = True,
) -> KeySet:
    index = names if isinstance(names, NameIndex) else NameIndex(names)
    known, unverified = frozenset(index.keys.values()), faults.unverified_cells.get(file, set())
    readable = readable and file not in faults.unreadable_tables
    return KeySet(known, index, unverified, readable)


def _list_named(tables: Tables, kind: str) -> list[tuple[str, str]]:
    return _names_with_keys((key, name) for (one, key), name in tables.names.items() if one == kind)


def _missions(tables: Tables) -> list[tuple[str, str]]:
    """Return what may be written for a mission; one without a full name is none."""
    names = [*_list_named(tables, "acronym"), *_list_named(tables, "mission")]
    return [(word, key) for word, key in names if ("mission", key) in tables.names]


def _names_with_keys(named: Iterable[tuple[str, LocalizedName]]) -> list[tuple[str, str]]:
    return _words((key, [name[language] for language in LANGUAGES]) for key, name in named)


def _words(names: Iterable[tuple[str, Iterable[str]]]) -> list[tuple[str, str]]:
    """Return each word with its key; a key is a name of itself, and comes before others' names."""
    listed = [(key, list(words)) for key, words in names]
    return [
        *((word, key) for key, words in listed for word in words if word),
        *((key, key) for key, _ in listed),
    ]


def _keys(keys: Iterable[str]) -> list[tuple[str, str]]:
    return [(key, key) for key in keys]


def index_countries(
    listed: Mapping[str, Country],
    other_names: Iterable[CountryName],
    shown: str,
    others: KeySet | None = None,
) -> CountryIndex:
    """Return what may be written for a country; `others` are other keys, with their words."""
    own = _names_with_keys((country.code, country) for country in listed.values())
    words = others.names.pairs if others else []
    return CountryIndex([*words, *own], listed.values(), other_names, shown)


def _either(one: KeySet, other: KeySet, names: NameIndex) -> KeySet:
    return KeySet(
        one.keys | other.keys,
        names,
        one.unverified | other.unverified,
        one.readable and other.readable,
    )
