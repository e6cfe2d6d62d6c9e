"""A text in the six official languages of the United Nations."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

if TYPE_CHECKING:
    from collections.abc import Callable

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
WORDING = Field(
    min_length=1, json_schema_extra={"remedy": "write the wording the United Nations uses"}
)


class Names(BaseModel):
    """One name in six languages, none of them missing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ar: str = WORDING
    en: str = WORDING
    es: str = WORDING
    fr: str = WORDING
    ru: str = WORDING
    zh: str = WORDING

    def __getitem__(self, language: str) -> str:
        """Give the name in the language with this code."""
        return str(getattr(self, language))


class Text(Names):
    """One text in six languages; `translated` names those whose wording is this project's own."""

    translated: tuple[str, ...] = ()


def slots(text: str) -> set[str] | None:
    """Give the names of the {placeholders} in a text; `None` where its braces do not match."""
    try:
        return {slot for _, slot, _, _ in string.Formatter().parse(text) if slot is not None}
    except ValueError:
        return None


def in_each(compose: Callable[[str], str]) -> Names:
    """Compose a text for each language: `compose` takes the language's code."""
    return Names(**{language: compose(language) for language in LANGUAGES})
