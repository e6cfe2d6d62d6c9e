"""The columns of a form: what the models say of each, and what the edition lets one choose."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, cast, get_args, get_origin

from mapping.dataset.names import Name
from mapping.dataset.own_columns import read_columns, shown_columns
from mapping.dataset.presences import Presence, ReportedPresence
from mapping.dataset.sources import Source
from mapping.dataset.table_schema import may_be_empty
from mapping.i18n.localized import LANGUAGES
from mapping.tables.records import column_words, columns_of, remedy_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pydantic.fields import FieldInfo

    from mapping.edition.edition import Edition
    from mapping.i18n.localized import LocalizedText, OptionalText

FieldKind = Literal["text", "choice", "choices", "point", "date", "url", "note", "footnote"]
Texts = dict[str, str]  # by language
TABLES = column_words(Presence, "table")  # beside the list, of which the keys of a column are
SUGGESTED = frozenset({*TABLES, "category", "label"})
ADVANCED = frozenset(column_words(Presence, "rare"))
PLACE_COLUMNS = frozenset({"country", "latitude", "longitude"})  # that a city must have
# What a row of a side table has, of the columns of its file: a mission lies in no country.
NAME_COLUMNS = {
    "cities": ("key", "country", "latitude", "longitude", *LANGUAGES, "note"),
    "missions": ("key", *LANGUAGES, "note"),
    "acronyms": ("key", *LANGUAGES, "note"),
    "regions": ("key", *LANGUAGES, "note"),
}


@dataclass(frozen=True)
class FormColumn:
    """A column of a form. `role` is the program's own name for it; empty where it has none."""

    name: str
    role: str
    kind: FieldKind = "text"
    required: bool = False
    about: str = ""
    remedy: str = ""
    choices: Mapping[str, Texts] = field(default_factory=dict)
    heading: Texts | None = None

    def to_json(self) -> dict[str, Any]:
        """Return the column as JSON values."""
        return {
            "name": self.name,
            "role": self.role or None,
            "own": not self.role,
            "kind": self.kind,
            "required": self.required,
            "many": self.kind == "choices",
            "title": self.heading,
            "about": self.about,
            "remedy": self.remedy,
            "advanced": self.role in ADVANCED,
            "choices": [{"value": key, "text": text} for key, text in self.choices.items()],
            "suggests": self.role in SUGGESTED,
            "table": TABLES.get(self.role),
            "language": self.role if self.role in LANGUAGES else None,
        }


def list_columns(names: Iterable[str], edition: Edition | None) -> list[FormColumn]:
    """Return the columns of the list in the order of its header; other columns are one's own."""
    if edition is None or not edition.is_own_list:
        fields = columns_of(ReportedPresence)
        choices = _edition_choices(edition, is_own=False)
        return [
            _from_model(name, name, fields[name], choices)
            if name in fields
            else FormColumn(name, "")
            for name in names
        ]
    roles = {name: role for role, name in read_columns(edition).items()}
    headings = {name: edition.columns[key].heading for key, name in shown_columns(edition).items()}
    choices = _edition_choices(edition, is_own=True)
    return [_own_column(name, roles.get(name, ""), choices, headings.get(name)) for name in names]


def side_columns(table: str, names: Iterable[str], languages: Iterable[str]) -> list[FormColumn]:
    """Return the columns of a row of a side table; a name is demanded in each of `languages`."""
    if table == "footnotes":
        letter = FormColumn("key", "letter", required=True, about="the letter on the map")
        return [letter, *(FormColumn(code, code, "footnote", required=True) for code in languages)]
    fields = columns_of(Source if table == "sources" else Name)
    wanted = NAME_COLUMNS.get(table, tuple(fields))
    spoken = set(languages)
    found = []
    for name in names:
        if name in wanted and name in fields:
            column = _from_model(name, name, fields[name], {})
            is_place = table == "cities" and name in PLACE_COLUMNS
            required = name in spoken or is_place or (column.required and name not in LANGUAGES)
            found.append(replace(column, required=required))
    return found


def _from_model(
    name: str, role: str, info: FieldInfo, choices: Mapping[str, Mapping[str, Texts]]
) -> FormColumn:
    """Return a column as its model describes it."""
    values: dict[str, Texts] = {one: {} for one in _values(info.annotation) if one}
    own = dict(choices.get(role, values))
    return FormColumn(
        name,
        role,
        _kind(role, info, is_closed=bool(own)),
        role not in LANGUAGES and not may_be_empty(info),
        info.description or "",
        remedy_of(info),
        own,
    )


def _own_column(
    name: str,
    role: str,
    choices: Mapping[str, Mapping[str, Texts]],
    heading: LocalizedText | None,
) -> FormColumn:
    """Return a column of an organisation's own list, in which whatever is not known is a notice."""
    fields = columns_of(Presence)
    titles = {code: heading[code] for code in LANGUAGES if heading[code]} if heading else None
    if role not in fields:
        return FormColumn(name, role, heading=titles)
    column = _from_model(name, role, fields[role], choices)
    kind: FieldKind = "text" if role in TABLES else column.kind
    required = role == "category" and bool(choices.get(role))
    return replace(column, kind=kind, required=required, heading=titles)


def _kind(role: str, info: FieldInfo, *, is_closed: bool) -> FieldKind:
    if get_origin(info.annotation) is tuple:
        return "choices"
    if is_closed or role in SUGGESTED:
        return "choice"
    if float in get_args(info.annotation):
        return "point"
    extra = info.json_schema_extra
    return cast("FieldKind", extra.get("input", "text")) if isinstance(extra, dict) else "text"


def _edition_choices(edition: Edition | None, *, is_own: bool) -> dict[str, dict[str, Texts]]:
    """Return what the edition lets one choose, by column: what is written, and how it reads."""
    if edition is None:
        return {}
    categories = {
        (one.values[0] if is_own and one.values else one.key): texts_of(one.name)
        for one in edition.categories
    }
    patterns = {key: texts_of(pattern) for key, pattern in edition.patterns.items()}
    letters = {key: texts_of(footnote) for key, footnote in edition.footnotes.items()}
    return {"category": categories, "label": patterns, "footnotes": letters}


def texts_of(text: OptionalText) -> Texts:
    """Return a text by language, in those that it has."""
    return {code: text[code] for code in LANGUAGES if text[code]}


def _values(annotation: object) -> Iterator[str]:
    """Yield the texts that a column may have, where there are no others."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif annotation is not None:
        for part in get_args(annotation):
            yield from _values(part) if get_origin(part) is Literal else ()
