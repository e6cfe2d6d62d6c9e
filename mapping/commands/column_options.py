"""The options of ``add``: one for each column of the list, as its model describes it."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from mapping.dataset.presences import Presence
from mapping.tables.records import column_words, columns_of, holds_several

if TYPE_CHECKING:
    from collections.abc import Callable

Command = TypeVar("Command", bound="Callable[..., None]")
NAMES = column_words(Presence, "option")
HELP = column_words(Presence, "help")
ASKED = column_words(Presence, "asked")
LAST = "99"  # what nobody is asked for


def option_name(column: str) -> str:
    """Return the option that gives a column, with its hyphens."""
    return f"--{NAMES.get(column, column).replace('_', '-')}"


def with_column_options(command: Command) -> Command:
    """Return a command whose ``**cells`` are an option for each column that has a help text.

    They stand after its first option, those first that a person is asked for.
    """
    signature = inspect.signature(command, eval_str=True)
    first, *others = [
        one for one in signature.parameters.values() if one.kind is not one.VAR_KEYWORD
    ]
    columns = [
        _parameter(name) for name in sorted(HELP, key=lambda name: int(ASKED.get(name, LAST)))
    ]
    options = [first, *columns, *others]
    command.__signature__ = signature.replace(parameters=options)  # type: ignore[attr-defined]  # of any function
    command.__annotations__ = {one.name: one.annotation for one in options}
    return command


def _parameter(column: str) -> inspect.Parameter:
    text = list[str] | None if holds_several(columns_of(Presence)[column]) else str | None
    option = typer.Option(option_name(column), help=HELP[column])
    return inspect.Parameter(
        column, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[text, option]
    )
