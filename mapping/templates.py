"""The templates of the page, read from real files; what they do not know is an error."""

from __future__ import annotations

from jinja2 import Environment, FunctionLoader, StrictUndefined

from mapping import assets

ENVIRONMENT = Environment(
    autoescape=True,
    loader=FunctionLoader(assets.own),
    lstrip_blocks=True,
    trim_blocks=True,
    undefined=StrictUndefined,
)
