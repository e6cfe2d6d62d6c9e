"""The templates of the page, read from real files; what they do not know is an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError

from mapping.errors import DataError, Fault
from mapping.web import assets

if TYPE_CHECKING:
    from collections.abc import Callable


def render(name: str, **values: object) -> str:
    """Fill in a template.

    Raises
    ------
    DataError
        The template, or one that it includes, is not well formed or asks for what there is not.
    """
    try:
        return ENVIRONMENT.get_template(name).render(values)
    except TemplateError as error:
        file, line = getattr(error, "name", None) or name, getattr(error, "lineno", 1)
        raise DataError([Fault(file, line, str(error.message), "correct the template")]) from error


def _load(name: str) -> tuple[str, None, Callable[[], bool]]:
    """Read a template; what was made of it holds as long as its text stays the same."""
    text = assets.read_asset(name)
    return text, None, lambda: assets.read_asset(name) == text


ENVIRONMENT = Environment(
    autoescape=True,
    loader=FunctionLoader(_load),
    lstrip_blocks=True,
    trim_blocks=True,
    undefined=StrictUndefined,
)
