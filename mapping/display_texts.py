"""Every text that the page shows in one language, by id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.dataset.totals import tally_categories, total_counts
from mapping.geo.projection import CENTRAL_MERIDIAN_DEG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.atlas import Atlas, Place
    from mapping.edition.edition import Edition, Figure
    from mapping.i18n.catalog import Language


BUILD_ONLY = "changes."  # patterns of sentences that the build fills in, for pages that have them


def display_texts(atlas: Atlas, language: Language) -> dict[str, str]:
    """Return the words of the page with their numbers filled in, and the texts of the data.

    Words about one presence keep their placeholders; the page fills them in.
    """
    texts = {word: text for word, text in language.words.items() if not word.startswith(BUILD_ONLY)}
    for part in (_numbers, _edition, _places, _about):
        texts |= dict(part(atlas, language))
    return texts


def format_number(value: int, language: Language) -> str:
    """Return a number as United Nations documents in this language do."""
    return f"{value:,}".replace(",", language.words["number_group"])


def _numbers(atlas: Atlas, language: Language) -> Iterator[tuple[str, str]]:
    dataset = atlas.dataset
    tallies = tally_categories(dataset)
    found, total = total_counts(tallies)
    year = dataset.edition.metadata.as_of
    yield "page.description", language.format_message("page.description", year=year)
    yield "header.as_of", language.format_message("header.as_of", year=year)
    yield "header.count", language.format_message("header.count", found=found, total=total)
    candidates = sum(one.candidates for one in tallies)
    yield "legend.candidate", language.format_message("legend.candidate", found=candidates)
    for one in tallies:
        word = "legend.found" if one.category.counted else "legend.uncounted"
        text = language.format_message(word, found=one.found, expected=one.category.expected)
        yield f"found.{one.category.key}", text
    gaps = language.words["list_comma"].join(
        language.format_message(
            "list.gap", category=one.category.name[language.code], open=one.open
        )
        for one in tallies
        if one.category.counted and one.open
    )
    yield (
        "list.open",
        language.format_message("list.open", open=total - found, total=total, gaps=gaps),
    )


def _edition(atlas: Atlas, language: Language) -> Iterator[tuple[str, str]]:
    edition, code = atlas.dataset.edition, language.code
    yield "title", edition.metadata.title[code]
    yield "disclaimer", edition.disclaimer[code]
    yield "clearance", _clearance(edition, language)
    for category in edition.categories:
        yield f"category.{category.key}", category.name[code]
        yield f"category-short.{category.key}", category.short[code]
    for letter, footnote in edition.footnotes.items():
        text = language.words["footnotes.lost"] if footnote.text_is_missing else footnote[code]
        if footnote.text_is_missing and not _is_used(atlas, letter):
            text = f"{text} {language.words['footnotes.lost_label']}"
        if footnote.editor_note:
            remark = language.format_message("footnotes.editor", note=footnote.editor_note[code])
            text = f"{text} {remark}"
        yield f"footnote.{letter}", text
    for note in edition.notes:
        yield f"note.{note.key}", note.text[code]
    for figure in (*edition.figures, *edition.chapter_figures):
        yield from _figure(figure, language)


def _figure(figure: Figure, language: Language) -> Iterator[tuple[str, str]]:
    yield f"figure-value.{figure.key}", format_number(figure.value, language)
    yield f"figure.{figure.key}", figure.text[language.code]
    if figure.note:
        yield f"figure-note.{figure.key}", figure.note[language.code]


def _is_used(atlas: Atlas, letter: str) -> bool:
    return any(letter in place.presence.footnotes for place in atlas.places)


def _clearance(edition: Edition, language: Language) -> str:
    clearance = edition.clearance
    if clearance.cleared:
        text = clearance.cleared_text[language.code]
        return text.format(by=clearance.by, on=clearance.on)
    return clearance.text[language.code]


def _places(atlas: Atlas, language: Language) -> Iterator[tuple[str, str]]:
    for key in sorted({key for place in atlas.places for key in name_keys(place)}):
        kind, _, name = key.partition(".")
        names = (
            atlas.dataset.tables.countries[name]
            if kind == "country"
            else atlas.dataset.tables.names[kind, name]
        )
        yield key, names[language.code]
    for place in atlas.places:
        yield f"label.{place.presence.id}", place.label[language.code]


def name_keys(place: Place) -> list[str]:
    """Return the text ids of the names that one place's popup and list entry use."""
    presence = place.presence
    return [
        f"country.{presence.country}",
        *([f"group.{place.region}"] if place.region else []),
        *(f"city.{city}" for city in presence.city),
        *([f"mission.{presence.mission}"] if presence.mission else []),
        *(served_keys(place)),
    ]


def served_keys(place: Place) -> list[str]:
    """Return the text ids of what a presence serves: regions in lower case, countries by code."""
    return [f"{'region' if key.islower() else 'country'}.{key}" for key in place.presence.serves]


def _about(atlas: Atlas, language: Language) -> Iterator[tuple[str, str]]:
    edition, code = atlas.dataset.edition, language.code
    source, heading = edition.source, edition.metadata
    yield "geometry_credit", edition.geometry_credit[code]
    named = {"year": heading.as_of, "version": heading.version, "source": source.title[code]}
    facts: dict[str, dict[str, object]] = {
        "about.scope": named,
        "about.version": named,
        "about.projection": {"meridian": f"{CENTRAL_MERIDIAN_DEG:g}"},
        "about.source_text": {
            "title": source.title[code],
            "chapter": source.chapter[code] if source.chapter else "",
            "pages": source.pages,
            "map_pages": source.map_pages,
            "edition": language.words[f"editions.{source.language}"],
        },
        "about.cite_text": named
        | {"title": heading.title[code], "clearance": _clearance(edition, language)},
    }
    for word, values in facts.items():
        yield word, language.format_message(word, **values)
    word = "about.error_contact" if heading.contact else "about.error_text"
    yield "about.error_text", language.format_message(word, contact=heading.contact)
