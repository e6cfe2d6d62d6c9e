"""The tables' columns as a Table Schema (Frictionless), out of the models that read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from mapping.dataset import countries, country_names, names, presences, seas, sources
from mapping.i18n.localized import ENGLISH_NAMES
from mapping.tables.records import columns_of, is_optional, is_packaged

if TYPE_CHECKING:
    from collections.abc import Collection

    from pydantic.fields import FieldInfo

    from mapping.dataset.reading import Dataset
    from mapping.tables.records import Record

Schema = dict[str, Any]
MODELS: dict[str, tuple[type[Record], tuple[str, ...]]] = {
    "presences": (presences.ReportedPresence, ("id",)),
    "names": (names.Name, ("kind", "key")),
    "countries": (countries.Country, ("code",)),
    "country-names": (country_names.CountryName, ("name",)),
    "seas": (seas.Sea, ("key",)),
    "sources": (sources.Source, ("id",)),
}
# A cell that names one row of another table; a column of several keys cannot be described so.
REFERENCES = {"presences": ("country",), "names": ("country",), "country-names": ("code",)}
LIMITS = {"pattern": "pattern", "ge": "minimum", "le": "maximum"}


def table_schemas(dataset: Dataset) -> dict[str, Schema]:
    """Return the schema of each table by the name of its resource in ``datapackage.json``.

    The order of the fields has no meaning: the file has them in the order of its header.

    The models say all but what a data folder sets for itself: its categories, patterns and groups.
    """
    own = {
        ("presences", "category"): [category.key for category in dataset.edition.categories],
        ("presences", "label"): list(dataset.edition.patterns),
        ("countries", "region"): [key for kind, key in dataset.tables.names if kind == "group"],
    }
    return {table: _schema(table, own, dataset.languages) for table in MODELS}


def _schema(table: str, own: dict[tuple[str, str], list[str]], spoken: Collection[str]) -> Schema:
    model, key = MODELS[table]
    fields = [
        _field(name, field, own.get((table, name)), unique=key == (name,), spoken=name in spoken)
        for name, field in columns_of(model).items()
        if not is_optional(field) or is_packaged(field)
    ]
    schema = {"fields": fields, "missingValues": [""], "primaryKey": list(key)}
    if table in REFERENCES:
        schema["foreignKeys"] = [
            {"fields": [name], "reference": {"resource": "countries", "fields": ["code"]}}
            for name in REFERENCES[table]
        ]
    return schema


def _field(
    name: str, field: FieldInfo, own: list[str] | None, *, unique: bool, spoken: bool
) -> Schema:
    described = {
        "name": name,
        "type": "number" if float in get_args(field.annotation) else "string",
        "description": field.description or f"name in {ENGLISH_NAMES[name]}",
    }
    limits = {
        to: getattr(part, of)
        for part in field.metadata
        for of, to in LIMITS.items()
        if getattr(part, of, None) is not None
    }
    values = own or _values(field.annotation)
    constraints = {
        **({"required": True} if spoken or not may_be_empty(field) else {}),
        **({"unique": True} if unique else {}),
        **limits,
        **({"enum": values} if values else {}),
    }
    return described | ({"constraints": constraints} if constraints else {})


def may_be_empty(field: FieldInfo) -> bool:
    """Return whether a cell of a column may be empty."""
    try:
        cell: Any = Annotated[field.annotation, field]
        TypeAdapter(cell).validate_python("")
    except ValidationError:
        return False
    return True


def _values(annotation: object) -> list[str]:
    return list(get_args(annotation)) if get_origin(annotation) is Literal else []
