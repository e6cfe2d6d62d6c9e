"""An edition that contradicts itself, the map or the words of the page: each slip is one fault."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mapping.edition.consistency import check_edition, is_usable

if TYPE_CHECKING:
    from collections.abc import Callable

    from mapping.atlas import Atlas
    from mapping.edition.edition import Edition


def first(edition: Edition, **edits: object) -> Edition:
    """Return an edition whose first category is another."""
    category, *others = edition.categories
    changed = category.model_copy(update=edits)
    return edition.model_copy(update={"categories": (changed, *others)})


def totals(edition: Edition) -> Edition:
    """Expect one presence more in all."""
    assert edition.totals
    more = edition.totals.model_copy(update={"field": edition.totals.field + 1})
    return edition.model_copy(update={"totals": more})


def pattern(edition: Edition) -> Edition:
    """Write a placeholder into one language of a pattern."""
    key, text = next(iter(edition.patterns.items()))
    other = text.model_copy(update={"fr": "{elsewhere}"})
    return edition.model_copy(update={"patterns": {**edition.patterns, key: other}})


def footnote(edition: Edition) -> Edition:
    """Take one language out of a footnote whose text is known."""
    letter = next(key for key, one in edition.footnotes.items() if not one.text_is_missing)
    other = edition.footnotes[letter].model_copy(update={"ru": ""})
    return edition.model_copy(update={"footnotes": {**edition.footnotes, letter: other}})


def note(edition: Edition) -> Edition:
    """Let a standing note name an area that is nowhere."""
    one, *others = edition.notes
    return edition.model_copy(
        update={"notes": (one.model_copy(update={"areas": ("XXA",)}), *others)}
    )


@pytest.fixture(scope="module")
def found(atlas: Atlas) -> Callable[[Edition], list[Any]]:
    """Return what finds faults, by the map's areas and the page's words."""
    areas = [*atlas.dataset.boundaries.areas]
    language = atlas.dataset.languages["en"]
    return lambda edition: [*check_edition(edition, areas, language)]


def test_the_project_s_own_edition_agrees(
    atlas: Atlas, found: Callable[[Edition], list[Any]]
) -> None:
    """With itself, the map and the words."""
    assert found(atlas.dataset.edition) == []


@pytest.mark.parametrize(
    ("spoil", "place", "wrong"),
    [
        (totals, ("totals", "field"), "the total is 104"),
        (pattern, ("patterns",), "these are not the placeholders"),
        (footnote, ("footnotes",), "has no text in ru"),
        (note, ("notes", 0, "areas"), "'XXA', which the map has not"),
    ],
)
def test_a_contradiction_is_found_at_its_key(
    atlas: Atlas,
    found: Callable[[Edition], list[Any]],
    spoil: Callable[[Edition], Edition],
    place: tuple[str | int, ...],
    wrong: str,
) -> None:
    """And nothing else is."""
    [(keys, said, remedy)] = found(spoil(atlas.dataset.edition))
    assert keys[: len(place)] == place
    assert wrong in said
    assert remedy


def test_categories_that_look_alike_are_found(
    atlas: Atlas, found: Callable[[Edition], list[Any]]
) -> None:
    """By symbol and by colour, at the later of the two."""
    edition = atlas.dataset.edition
    other = edition.categories[1]
    spoilt = first(edition, symbol=other.symbol, colour=other.colour)
    assert [keys for keys, _, _ in found(spoilt)] == [
        ("categories", 1, "symbol"), ("categories", 1, "colour"),
    ]  # fmt: skip


def test_a_key_that_is_used_twice_leaves_the_edition_unusable(
    atlas: Atlas, found: Callable[[Edition], list[Any]]
) -> None:
    """No row could say which of the two it means."""
    edition = atlas.dataset.edition
    spoilt = first(edition, key=edition.categories[1].key)
    assert (("categories", 1, "key"), f"'{edition.categories[1].key}' is used twice") in [
        (keys, wrong) for keys, wrong, _ in found(spoilt)
    ]
    assert is_usable(edition)
    assert not is_usable(spoilt)
