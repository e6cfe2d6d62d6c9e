"""The templates of the page, read from real files; an unknown variable in one is an error."""

from __future__ import annotations

import re
from traceback import walk_tb
from typing import TYPE_CHECKING

from jinja2 import (
    BytecodeCache,
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from markupsafe import Markup

from mapping.errors import DataError, Fault
from mapping.files.disk_cache import RESULTS
from mapping.web import assets

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.bccache import Bucket


SUFFIX = ".html"  # of the names of templates


def render(name: str, **values: object) -> str:
    """Return a template filled in.

    Raises
    ------
    DataError
        The template, or one that it includes, is not well formed, or names what does not exist.
    """
    try:
        return ENVIRONMENT.get_template(name).render(values)
    except TemplateError as error:
        file, line = _place(error) or (name, 1)
        raise DataError([Fault(file, line, str(error.message), "correct the template")]) from error


def _place(error: TemplateError) -> tuple[str, int] | None:
    """Return the template that an error is in, and the line, if that can be told."""
    if isinstance(error, TemplateSyntaxError) and error.name:
        return error.name, error.lineno
    frames = walk_tb(error.__traceback__)  # Jinja puts those of templates into it
    places = [(frame.f_code.co_filename, line) for frame, line in frames]
    return next((one for one in reversed(places) if one[0].endswith(SUFFIX)), None)


def is_link(text: str) -> bool:
    """Whether a text is an address on the web, and nothing else, as the scripts of the page see it.

    It is the only text of the data that becomes an attribute with a meaning of its own.
    """
    return re.fullmatch(r"https?://[^\s\"<>]+", text, re.IGNORECASE) is not None


def trusted(text: str) -> Markup:
    """Return text that a template writes as it is: only that of our own files, or escaped."""
    return Markup(text)  # noqa: S704 (the one place that says so)


def _load(name: str) -> tuple[str, str, Callable[[], bool]]:
    """Return a template's text, its file, and whether what was compiled is still of this text."""
    text = assets.read_asset(name)
    return text, name, lambda: assets.read_asset(name) == text


class _Compiled(BytecodeCache):
    """Templates as they were compiled, with the rest of what is kept."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket with what is kept of its template's text, if anything is."""
        if (found := RESULTS.load(f"template-{bucket.key}", bucket.checksum)) is not None:
            bucket.bytecode_from_string(found)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in a bucket."""
        RESULTS.save(f"template-{bucket.key}", bucket.checksum, bucket.bytecode_to_string())


ENVIRONMENT = Environment(
    autoescape=True,
    bytecode_cache=_Compiled(),
    loader=FunctionLoader(_load),
    lstrip_blocks=True,
    trim_blocks=True,
    undefined=StrictUndefined,
)
ENVIRONMENT.tests["link"] = is_link
