"""What the edition's model says of a key: a table, a text in several languages, a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from pydantic import BaseModel

from mapping.edition.edition import Edition
from mapping.i18n.localized import LocalizedName

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

    from mapping.toml.key_lines import Keys

    Finding = tuple[Keys, str, str]  # where, what is wrong, what to do


def find_annotation(keys: Keys) -> object:
    """Return what the edition's model says of a key: a model, a type, or nothing."""
    found: object = Edition
    for key in keys:
        if isinstance(key, str):
            fields = _fields(found)
            found = _model(fields[key].annotation) if key in fields else _model(found)
    return found


def _model(annotation: object) -> object:
    """Return the model that a list, a table or an optional field is made of, or the type itself."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = [one for one in map(_model, get_args(annotation)) if isinstance(one, type)]
    return next((one for one in inner if issubclass(one, BaseModel)), annotation)


def list_keys(keys: Keys) -> list[str]:
    """Return the keys that a table may hold."""
    return list(_fields(find_annotation(keys)))


def list_choices(keys: Keys) -> list[str]:
    """Return the texts that a key, or each element of its list, may have; none where any may be."""
    return list(_choices(find_annotation(keys)))


def _choices(kind: object) -> Iterator[str]:
    for one in get_args(kind):
        if isinstance(one, str):
            yield one
        else:
            yield from _choices(one)


def _fields(model: object) -> dict[str, FieldInfo]:
    """Return the fields of a model by the names that they have in the file."""
    fields: dict[str, FieldInfo] = getattr(model, "model_fields", {})
    return {one.alias or name: one for name, one in fields.items()}


def table_name(keys: Keys) -> str:
    """Return a table as its header names it: without the numbers of those that occur repeatedly."""
    return ".".join(str(key) for key in keys if isinstance(key, str))


def is_text(kind: object) -> bool:
    """Whether what `annotation` gave is a text in several languages."""
    return isinstance(kind, type) and issubclass(kind, LocalizedName)
