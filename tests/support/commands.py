"""Commands run in this process, and the products that a build always has."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from typer.testing import CliRunner

from mapping.commands.app import app
from mapping.i18n.localized import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from typer.testing import Result

Words = ParamSpec("Words")
Answer = TypeVar("Answer")
PRODUCTS = (
    "map.html",
    *(f"map.{code}.html" for code in LANGUAGES),
    "embed.js",
    "presences.geojson",
    "presences.csv",
    "build.json",
)


def run(*words: str | Path) -> Result:
    """Run one command in this process."""
    return CliRunner().invoke(app, [str(word) for word in words])


def apart(act: Callable[Words, Answer], *words: Words.args, **options: Words.kwargs) -> Answer:
    """Do in a thread what asks at a terminal: the browser's event loop may run in this one."""
    context = copy_context()
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: context.run(act, *words, **options)).result()


def address_in(line: str) -> str:
    """Return the address in a line, as who copies it does: up to the next white space."""
    [address] = re.findall(r"https?://\S+", line)
    return str(address)
