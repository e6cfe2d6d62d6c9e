"""The edition: titles, totals, categories, footnotes, disclaimers, as ``edition.toml`` has them."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    Strict,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from mapping.i18n.localized import (
    LANGUAGES,
    REFERENCE,
    LanguageCode,
    LocalizedText,
    OptionalText,
)

Symbol = Literal[
    "square", "circle", "diamond", "triangle", "star", "hexagon", "plus", "wedge", "pentagon",
    "saltire", "dome", "hourglass",
]  # fmt: skip
SYMBOLS: tuple[str, ...] = get_args(Symbol)
Whole = Annotated[int, Strict()]  # 1.000 is a thousand to half of the world, and 1 to TOML
# What a pattern of labels may name, and the column of presences.csv that it is composed of.
PLACEHOLDER_COLUMNS = {
    "country": "country",
    "city": "city",
    "mission": "mission",
    "acronym": "mission",
    "served": "serves",
    "region": "serves",
}
# What the list of another organisation may have in addition to the columns of presences.csv: the
# place's own name, both degrees in one cell, and the part of a country that its city is in.
OWN_LIST_COLUMNS = ("name", *(f"name_{code}" for code in LANGUAGES), "position", "province")
MISSING = PydanticCustomError("missing", "the key is missing")
NOT_A_LANGUAGE = PydanticCustomError("unspoken", "default_language is none of the languages")


def _demand(value: object, info: ValidationInfo) -> object:
    """Raise where a key is missing that an edition without ``[columns]`` must have."""
    if value is None and (info.context or {}).get("complete"):
        raise MISSING
    return value


# What the list of another organisation may be without, of a source document and its numbers.
Demanded = AfterValidator(_demand)
LEFT_OUT: Any = Field(default=None, validate_default=True)


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Metadata(_Part):
    """What the map is called, its date and version, languages, contact and address.

    Where `fallback` is true, a text that a language lacks is shown in the default language. With
    `language_pages`, a page of each language is built next to the one of all. A list whose edition
    does not ask for them has one file that can be mailed and opened, and no more.
    """

    id: str
    version: str
    as_of: Annotated[Whole | None, Demanded] = LEFT_OUT
    languages: tuple[LanguageCode, ...] = Field(min_length=1)
    fallback: bool = False
    default_language: LanguageCode
    language_pages: Annotated[bool, Strict()] = False
    contact: str
    address: str = Field(pattern=r"^(https?://[^\s\"<>]+)?$")
    title: LocalizedText

    @property
    def reference(self) -> str:
        """The language of names in exports: English where the edition has it."""
        return REFERENCE if REFERENCE in self.languages else self.default_language

    @model_validator(mode="after")
    def _has_its_default_language(self) -> Self:
        if self.default_language not in self.languages:
            raise NOT_A_LANGUAGE
        return self


class SourceDocument(_Part):
    """The document whose map this is; `id` is that of its row in sources.csv, or empty."""

    id: str = ""
    title: LocalizedText
    chapter: LocalizedText | None = None
    language: LanguageCode
    year: Whole
    pages: str = ""
    map_pages: str = ""


class Clearance(_Part):
    """Whether the United Nations' map service has cleared the map, by whom and when."""

    cleared: bool
    by: str
    on: str
    text: LocalizedText
    cleared_text: LocalizedText


class Category(_Part):
    """One kind of presence, its symbol, and how many the source document counts.

    `values` are what the file of a list writes for it, besides its key and names. A `residual`
    category takes what fits none of the others; the symbol of a `small` one is drawn smaller, so
    that many of them do not outweigh the others.
    """

    key: str = Field(pattern=r"^\w[\w-]*$")  # part of an address, in which a comma parts them
    symbol: Symbol
    colour: str = Field(pattern="^#[0-9A-Fa-f]{6}$")
    expected: Annotated[Annotated[Whole, Field(ge=0)] | None, Demanded] = LEFT_OUT
    counted: bool
    values: tuple[str, ...] = ()
    label: str
    residual: bool = False
    small: bool = False
    name: LocalizedText
    short: LocalizedText


class Footnote(OptionalText):
    """A footnote of the source's map; one without a text in any language is lost."""

    translated: tuple[str, ...] = ()
    inferred: bool = False
    editor_note: LocalizedText | None = None

    @property
    def text_is_missing(self) -> bool:
        """Whether the source document no longer gives the text."""
        return not any(self[language] for language in LANGUAGES)


class Note(_Part):
    """A standing cartographic note, visible while one of its areas is in view."""

    key: str
    areas: tuple[str, ...] = Field(min_length=1)
    mark: str = ""
    text: LocalizedText


class Figure(_Part):
    """A figure printed next to the map or in the chapter."""

    key: str
    value: Whole
    text: LocalizedText
    note: LocalizedText | None = None


class Column(_Part):
    """A column of the list's own file: its name there, else its key; and its heading, if shown."""

    column: str = ""
    heading: LocalizedText | None = None

    @model_validator(mode="before")
    @classmethod
    def _is_a_name_alone(cls, value: object) -> object:
        return {"column": value} if isinstance(value, str) else value


class ListReading(_Part):
    """How the cells of a list's own file are read.

    `separate` are columns whose cells name several things, each a place; `countries` and `cities`
    say what a text means that does not say it itself: a code of countries.csv, a key of the
    gazetteer; nothing, where none is meant. `country` is that of all rows which name none.
    """

    country: str = ""
    separate: tuple[str, ...] = ()
    countries: dict[str, str] = {}
    cities: dict[str, str] = {}


class Totals(_Part):
    """How many field presences the source document counts."""

    field: Whole


class Edition(_Part):
    """One edition of the map. `patterns` compose labels; `footnotes` go by letter.

    `words` replace the page's own, by table and id. `columns` are there where the list is a file
    as an organisation keeps it: the names of its columns, by those of this program.
    """

    metadata: Metadata = Field(alias="edition")
    source: Annotated[SourceDocument | None, Demanded] = LEFT_OUT
    totals: Annotated[Totals | None, Demanded] = LEFT_OUT
    columns: dict[str, Column] = {}
    reading: ListReading = ListReading()
    clearance: Clearance
    disclaimer: LocalizedText
    geometry_credit: LocalizedText
    categories: tuple[Category, ...]
    patterns: dict[str, LocalizedText]
    footnotes: dict[str, Footnote] = {}
    notes: tuple[Note, ...] = ()
    figures: tuple[Figure, ...] = ()
    chapter_figures: tuple[Figure, ...] = ()
    words: dict[str, dict[str, LocalizedText]] = {}

    @property
    def is_own_list(self) -> bool:
        """Whether the list is a file as an organisation keeps it."""
        return bool(self.columns)

    @property
    def message_overrides(self) -> dict[str, LocalizedText]:
        """The words that replace the page's own, by id."""
        return {
            f"{table}.{word}": text
            for table, texts in self.words.items()
            for word, text in texts.items()
        }

    def category(self, key: str) -> Category:
        """Return the category with this key.

        Raises
        ------
        StopIteration
            There is none.
        """
        return next(category for category in self.categories if category.key == key)

    def find_pattern_key(self, label: str, category: str) -> str:
        """Return the key of a row's pattern: its `label`, else that of its category, if known."""
        usual = {one.key: one.label for one in self.categories}
        return label or usual.get(category, "")


# The tables that may occur several times, each with its header in double brackets.
REPEATED = frozenset(
    name for name, one in Edition.model_fields.items() if get_origin(one.annotation) is tuple
)
