"""Texts in the official languages of the United Nations, or in those that an edition has.

A language is added as CONTRIBUTING.md says; here, by its code, English name, locale and field.
"""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Any, Literal, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    PrivateAttr,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError

from mapping.files.cache import cached

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

LanguageCode = Literal["ar", "en", "es", "fr", "ru", "zh"]
LANGUAGES: tuple[str, ...] = get_args(LanguageCode)
ENGLISH_NAMES = {
    "ar": "Arabic",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "ru": "Russian",
    "zh": "Chinese",
}
# As the Open Graph protocol writes languages: language_TERRITORY (https://ogp.me/#optional).
OPEN_GRAPH_LOCALES = {
    "ar": "ar_AR",
    "en": "en_US",
    "es": "es_ES",
    "fr": "fr_FR",
    "ru": "ru_RU",
    "zh": "zh_CN",
}
REFERENCE = "en"  # the language that the words of all others are compared with
# In which of its languages a name is shown to those whose language it lacks: Latin letters first.
READ_FIRST = ("en", "fr", "es", "ru", "zh", "ar")
WORDING = Field(
    default="",
    validate_default=True,
    json_schema_extra={"remedy": "write the wording the United Nations uses"},
)
MISSING = PydanticCustomError("missing_text", "the text is missing")


class OptionalText(BaseModel):
    """One text in several languages, any of which it may be without."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    ar: str = WORDING
    en: str = WORDING
    es: str = WORDING
    fr: str = WORDING
    ru: str = WORDING
    zh: str = WORDING

    def __getitem__(self, language: str) -> str:
        """Return the text in the language with this code."""
        text: str = self.__dict__[language]
        return text


class LocalizedName(OptionalText):
    """One name in several languages.

    Validated in a context that names `languages`, it must have each of these; the others are not
    read. Where the context names a `fallback`, a language without the name borrows that one's.
    """

    _borrowed: frozenset[str] = PrivateAttr(default=frozenset())

    @classmethod
    def in_one(cls, language: str, text: str) -> LocalizedName:
        """Return a name that there is in one language alone, of which all others borrow it."""
        name = cls.__new__(cls)  # unchecked: a long list has very many of them
        texts = dict.fromkeys(LANGUAGES, text)
        name.__setstate__({**_in_one(language).__getstate__(), "__dict__": texts})
        return name

    @property
    def borrowed(self) -> frozenset[str]:
        """The languages whose text is that of another."""
        private = self.__pydantic_private__  # `_borrowed` itself takes ten times as long
        return private["_borrowed"] if private else frozenset()

    def model_post_init(self, context: dict[str, Any] | None, /) -> None:
        """Fill in what is borrowed."""
        fallback = (context or {}).get("fallback", "")
        if fallback:
            self.mark_borrowed(code for code in LANGUAGES if not self[code])
            # The model is frozen for those that it is handed to, and nobody has it yet.
            self.__dict__.update(dict.fromkeys(self._borrowed, self[fallback]))

    def mark_borrowed(self, languages: Iterable[str]) -> None:
        """Remember that the texts of these languages are another's."""
        self._borrowed = frozenset(languages)

    @field_validator(*LANGUAGES)
    @classmethod
    def _is_there(cls, text: str, info: ValidationInfo) -> str:
        if not text and info.field_name in (info.context or {}).get("languages", ()):
            raise MISSING
        return text


class LocalizedText(LocalizedName):
    """One text in several languages; in those `translated`, the wording is this project's own."""

    translated: tuple[str, ...] = ()


@cached(len(LANGUAGES))
def _in_one(language: str) -> LocalizedName:
    return LocalizedName.model_validate({language: language}, context={"fallback": language})


def placeholders(text: str) -> set[str] | None:
    """Return the names of the {placeholders} in a text; `None` where its braces do not match."""
    try:
        return {slot for _, slot, _, _ in string.Formatter().parse(text) if slot is not None}
    except ValueError:
        return None


def localize(
    languages: Iterable[str],
    compose: Callable[[str], str],
    parts: Iterable[LocalizedName] = (),
) -> LocalizedName:
    """Compose a text for each of these languages: `compose` takes the language's code.

    Where one of its `parts` is borrowed, so is the text.
    """
    name = LocalizedName(**{language: compose(language) for language in languages})
    name.mark_borrowed(language for part in parts for language in part.borrowed)
    return name
