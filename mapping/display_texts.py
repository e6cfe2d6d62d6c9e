"""Every text that the page shows in one language, by id."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter
from typing import TYPE_CHECKING

from mapping.dataset.own_columns import shown_columns
from mapping.dataset.totals import tally_categories, total_counts
from mapping.geo.projection import CENTRAL_MERIDIAN_DEG
from mapping.i18n.catalog import ANY_LIST, edition_word
from mapping.i18n.localized import LocalizedName
from mapping.i18n.wording import has_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from mapping.atlas import Atlas, Place
    from mapping.dataset.totals import Tally
    from mapping.edition.edition import Edition, SourceDocument
    from mapping.i18n.catalog import Language


# Sentences that the build fills in, for pages that have them; words of the editing page; words for
# other lists.
BUILD_ONLY = ("changes.", "continent.", "edit.", "kinds.", "map.drawing", "print.", ANY_LIST)
# What is said of the map itself, where the edition has it.
ABOUT = (
    "about.scope", "about.version", "about.projection", "about.cite_text", "about.source_text"
)  # fmt: skip


def display_texts(
    atlas: Atlas, language: Language, names: Mapping[str, LocalizedName] | None = None
) -> dict[str, str]:
    """Return the words of the page with their numbers filled in, and the texts of the data.

    Words about one presence keep their placeholders; the page fills them in. `names` are those of
    `names_by_id`, where somebody has them already.
    """
    texts = {word: text for word, text in language.words.items() if not word.startswith(BUILD_ONLY)}
    for part in (_numbers, _edition, _about):
        texts |= dict(part(atlas, language))
    named = names_by_id(atlas) if names is None else names
    texts.update(zip(named, map(attrgetter(language.code), named.values()), strict=True))
    return texts


def _numbers(atlas: Atlas, language: Language) -> Iterator[tuple[str, str]]:
    dataset = atlas.dataset
    tallies = tally_categories(dataset)
    found, total = total_counts(tallies)
    year = _year(dataset.edition)
    yield "page.description", language.format_message("page.description", year=year)
    yield "header.as_of", language.format_message("header.as_of", year=year) if year else ""
    if total is None:
        yield "header.count", _number_of_places(found, language, dataset.edition)
    else:
        yield "header.count", language.format_message("header.count", found=found, total=total)
    candidates = sum(one.candidates for one in tallies)
    yield "legend.candidate", language.format_message("legend.candidate", found=candidates)
    yield from ((f"found.{one.category.key}", format_tally(one, language)) for one in tallies)
    gaps = language.words["list_comma"].join(
        language.format_message(
            "list.gap", category=one.category.name[language.code], open=one.open
        )
        for one in tallies
        if one.category.counted and one.open
    )
    number = 0 if total is None else total - found
    text = language.format_message("list.open", open=number, total=total, gaps=gaps)
    yield "list.open", text if number else ""


def format_tally(one: Tally, language: Language) -> str:
    """Return how many presences a category has, of how many if that is known."""
    if one.category.counted and one.category.expected is None:
        return language.number_text(one.found)
    word = "legend.found" if one.category.counted else "legend.uncounted"
    return language.format_message(word, found=one.found, expected=one.category.expected)


def _number_of_places(found: int, language: Language, edition: Edition) -> str:
    """Return how many places there are; of one, in words of its own, unless the edition has others.

    "Offices: {found}" is then right of one as well.
    """
    own = {key for key, text in edition.message_overrides.items()
           if language.code not in text.borrowed}  # fmt: skip
    if found == 1 and ("header.one" in own or "header.places" not in own):
        return language.words["header.one"]
    return language.format_message("header.places", found=found)


def _edition(atlas: Atlas, language: Language) -> Iterator[tuple[str, str]]:
    edition, code = atlas.dataset.edition, language.code
    yield "clearance", _clearance(edition, language)
    for letter, footnote in edition.footnotes.items():
        text = language.words["footnotes.lost"] if footnote.text_is_missing else footnote[code]
        if footnote.text_is_missing and not _is_used(atlas, letter):
            text = f"{text} {language.words['footnotes.lost_label']}"
        if footnote.editor_note:
            remark = language.format_message("footnotes.editor", note=footnote.editor_note[code])
            text = f"{text} {remark}"
        yield f"footnote.{letter}", text
    for figure in (*edition.figures, *edition.chapter_figures):
        yield f"figure-value.{figure.key}", language.number_text(figure.value)


def _is_used(atlas: Atlas, letter: str) -> bool:
    return any(letter in place.presence.footnotes for place in atlas.places)


def _clearance(edition: Edition, language: Language) -> str:
    clearance = edition.clearance
    if clearance.cleared:
        text = clearance.cleared_text[language.code]
        return text.format(by=clearance.by, on=clearance.on)
    return clearance.text[language.code]


def _names_of_edition(edition: Edition) -> Iterator[tuple[str, LocalizedName]]:
    yield "title", edition.metadata.title
    yield "disclaimer", edition.disclaimer
    yield "geometry_credit", edition.geometry_credit
    for category in edition.categories:
        yield f"category.{category.key}", category.name
        yield f"category-short.{category.key}", category.short
    for note in edition.notes:
        yield f"note.{note.key}", note.text
    for figure in (*edition.figures, *edition.chapter_figures):
        yield f"figure.{figure.key}", figure.text
        if figure.note:
            yield f"figure-note.{figure.key}", figure.note


def _names_of_places(atlas: Atlas) -> Iterator[tuple[str, LocalizedName]]:
    tables = atlas.dataset.tables
    areas = {f"country.{code}" for code in atlas.dataset.boundaries.areas}
    known = {key for key in areas if key.removeprefix("country.") in tables.countries}
    for key in sorted(_name_keys(atlas.places) | known):
        kind, _, name = key.partition(".")
        yield key, tables.countries[name] if kind == "country" else tables.names[kind, name]
    for key, sea in tables.seas.items():
        yield f"sea.{key}", sea
    for place in atlas.places:
        yield f"label.{place.presence.id}", place.label


def column_headings(edition: Edition) -> dict[str, LocalizedName]:
    """Return what columns that are only shown are called: as in the file, where nothing else."""
    default = edition.metadata.default_language
    return {
        f"column.{key}": edition.columns[key].heading or LocalizedName.in_one(default, name)
        for key, name in shown_columns(edition).items()
    }


def names_by_id(atlas: Atlas) -> dict[str, LocalizedName]:
    """Return every text that the data have in several languages."""
    edition = atlas.dataset.edition
    return {
        **dict(_names_of_edition(edition)),
        **dict(_names_of_places(atlas)),
        **column_headings(edition),
    }


def count_borrowed(atlas: Atlas) -> dict[str, int]:
    """Return how many texts each language borrows from the default one, if it borrows any.

    Numbers, codes and addresses are borrowed too, and no language has others.
    """
    default = atlas.dataset.edition.metadata.default_language
    names = names_by_id(atlas).values()
    counts = Counter(name.borrowed for name in names if name.borrowed and has_words(name[default]))
    found = {
        code: sum(count for codes, count in counts.items() if code in codes)
        for code in atlas.dataset.languages
    }
    return {code: count for code, count in found.items() if count}


def borrowed_texts(
    languages: Iterable[str], names: Mapping[str, LocalizedName]
) -> dict[str, set[str]]:
    """Return the ids of the texts that each language lacks: the default language's are shown."""
    lacking: dict[frozenset[str], set[str]] = {}
    for key, name in names.items():
        lacking.setdefault(name.borrowed, set()).add(key)
    return {
        code: set().union(*(keys for codes, keys in lacking.items() if code in codes))
        for code in languages
    }


def _name_keys(places: Collection[Place]) -> set[str]:
    """Return the text ids of the names that popups and list entries use."""
    presences = [place.presence for place in places]
    return {
        *(f"country.{code}" for code in {one.country for one in presences}),
        *(f"group.{key}" for key in {place.region for place in places} if key),
        *(f"city.{city}" for city in {city for one in presences for city in one.city}),
        *(f"mission.{key}" for key in {one.mission for one in presences} if key),
        *(key for keys in {one.serves for one in presences} for key in served_keys(keys)),
    }


def served_keys(keys: Iterable[str]) -> tuple[str, ...]:
    """Return the text ids of what a presence serves: regions in lower case, countries by code."""
    return tuple(f"{'region' if key.islower() else 'country'}.{key}" for key in keys)


def _about(atlas: Atlas, language: Language) -> Iterator[tuple[str, str]]:
    heading = atlas.dataset.edition.metadata
    facts = _facts(atlas.dataset.edition, language)
    for word in ABOUT:
        yield word, language.format_message(word, **facts[word]) if word in facts else ""
    positions = language.words["about.positions"]
    if any(name.is_from_gazetteer for name in atlas.dataset.tables.names.values()):
        positions = f"{positions} {language.words['about.cities']}"
    yield "about.positions", positions
    word = "about.error_contact" if heading.contact else "about.error_text"
    yield "about.error_text", language.format_message(word, contact=heading.contact)


def _facts(edition: Edition, language: Language) -> dict[str, dict[str, object]]:
    """Return what is filled in where something is said of the map itself, by the id of the word."""
    source, heading, code = edition.source, edition.metadata, language.code
    named: dict[str, object] = {
        "year": _year(edition),
        "version": heading.version,
        "source": source.title[code] if source else "",
    }
    facts: dict[str, dict[str, object]] = {
        "about.version": named,
        "about.projection": {"meridian": f"{CENTRAL_MERIDIAN_DEG:g}"},
        "about.cite_text": named
        | {"title": heading.title[code], "clearance": _clearance(edition, language)},
    }
    if heading.as_of:
        facts["about.scope"] = named
    if source:
        facts["about.source_text"] = _cite(source, language)
    return facts


def _year(edition: Edition) -> str:
    """Return the year that an edition speaks of, as text: it is no count."""
    return str(edition.metadata.as_of or "")


def _cite(source: SourceDocument, language: Language) -> dict[str, object]:
    return {
        "title": source.title[language.code],
        "chapter": source.chapter[language.code] if source.chapter else "",
        "pages": source.pages,
        "map_pages": source.map_pages,
        "edition": language.words[edition_word(source.language)],
    }
