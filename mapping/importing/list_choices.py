"""What somebody decides of a new list, and how it is said: by an option, or in Python."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING

from mapping.errors import DataError, WrongUseError
from mapping.i18n.localized import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.errors import Fault

PLACES, PLACE = "places", "place"
LIKELY, ASKED, LEFT_OPEN = "likely", "asked", "open"
ALLOWED = {
    "several": (PLACES, PLACE),
    "uncertain": (LIKELY, ASKED, LEFT_OPEN),
    "language": tuple(sorted(LANGUAGES)),
}
NOT_ALLOWED = "{option}: '{value}' is none of {allowed}"
# What is an option of `presence-map new`, and an argument of `mapping.notebook.Map`.
OPTIONS = {"language": "--lang", "sheet": "--sheet", "encoding": "--encoding"}
ARGUMENTS = {
    "--title": "title",
    "--name-column": "name",
    "--category-column": "category",
    "--country-column": "country",
    "--several": "several",
    "--uncertain": "uncertain",
    "--lang": "language",
    "--within": "within",
    "--sheet": "sheet",
    "--encoding": "encoding",
}
OPTION = re.compile(r"(--[a-z]+(?:-[a-z]+)*)(?: (?!or )([\w-]+))?")


@dataclass(frozen=True)
class ListChoices:
    """What somebody decided of a new list; empty where nothing was said.

    `uncertain` is what becomes of countries and cities that are not certain, but for those in
    `answers`, by column and text. `within` is the country of all rows that name none. Without a
    `language` it is that which the names are in.

    Raises
    ------
    WrongUseError
        There is no such choice.
    """

    title: str = ""
    name_column: str = ""
    category_column: str = ""
    country_column: str = ""
    several: str = ""
    uncertain: str = ""
    language: str | None = ""  # None by the command line
    within: str = ""
    answers: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what is none of the choices that there are, all at once."""
        wrong = [
            NOT_ALLOWED.format(option=option_of(key), value=value, allowed=", ".join(allowed))
            for key, allowed in ALLOWED.items()
            if (value := getattr(self, key)) and value not in allowed
        ]
        if wrong:
            raise WrongUseError(*wrong)


def option_of(key: str) -> str:
    """Return the option of the command line that says something of a list."""
    return OPTIONS.get(key, f"--{key.replace('_', '-')}")


def all_options() -> list[str]:
    """Return every option that says something of a list."""
    keys = [one.name for one in fields(ListChoices) if one.name != "answers"]
    return [*map(option_of, keys), "--sheet", "--encoding"]


def with_arguments(text: str) -> str:
    """Return a message for Python: what names an option names the argument instead."""
    return OPTION.sub(_argument, text)


def _argument(found: re.Match[str]) -> str:
    option, value = found.groups()
    if option not in ARGUMENTS:
        return found[0]
    return f'{ARGUMENTS[option]}="{value}"' if value else f"{ARGUMENTS[option]}="


def for_python(error: DataError | WrongUseError) -> DataError | WrongUseError:
    """Return an error with messages for Python."""
    if isinstance(error, WrongUseError):
        return WrongUseError(*map(with_arguments, error.reasons))
    return DataError(map(_fault_for_python, error.faults), map(_fault_for_python, error.notices))


def _fault_for_python(fault: Fault) -> Fault:
    return replace(fault, wrong=with_arguments(fault.wrong), remedy=with_arguments(fault.remedy))
