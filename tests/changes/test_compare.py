"""What changed between two lists: all of it, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.atlas import join
from mapping.changes.compare import COLUMNS, compare
from tests.support.edits import edited, kinds, row, with_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.atlas import Atlas
    from mapping.dataset.presences import Presence

ROWS = 12
VALUES: dict[str, list[Any]] = {
    "status": ["listed", "candidate"],
    "category": ["adviser", "other", "country-office"],
    "category_certain": ["yes", "no"],
    "label": ["", "country"],
    "country": ["KEN", "FJI", "BFA"],
    "serves": [(), ("SYR",), ("SYR", "LBN")],
    "city": [(), ("nairobi",), ("beirut", "nairobi")],
    "latitude": [None, 1.5],
    "mission": ["", "minusma"],
    "footnotes": [(), ("a",), ("a", "e")],
    "evidence": ["report", "documented"],
    "as_of": ["", "2020", "2023-02"],
    "report_label_zh": ["", "肯尼亚"],
    "sources": [("report-2023",), ("report-2023", "press-uganda")],
    "note": ["", "one", "two"],
}
EDITS = st.dictionaries(
    st.integers(0, ROWS - 1),
    st.sampled_from(sorted(VALUES)).flatmap(
        lambda name: st.tuples(st.just(name), st.sampled_from(VALUES[name]))
    ),
)
NUMBERS = st.sets(st.integers(0, ROWS - 1), max_size=3)


def first_rows(atlas: Atlas) -> list[Presence]:
    """Return rows of the project's own that are labelled by country, whatever else is edited."""
    edition = atlas.dataset.edition
    return [
        one
        for one in atlas.dataset.tables.presences
        if edition.patterns[edition.find_pattern_key(one.label, one.category)].en == "{country}"
    ][:ROWS]


def small(atlas: Atlas, rows: Sequence[Presence] | None = None) -> Atlas:
    """Return a list of some rows, by default the first of the project's own."""
    rows = first_rows(atlas) if rows is None else list(rows)
    return join(with_rows(atlas.dataset, rows), rows)


def test_a_list_is_like_itself(atlas: Atlas) -> None:
    """No change is no change, in whatever order the rows stand."""
    rows = atlas.dataset.tables.presences
    assert compare(atlas, atlas).changes == ()
    assert compare(atlas, small(atlas, rows[::-1])).changes == ()


@settings(max_examples=40)
@given(edits=EDITS, closed=NUMBERS, opened=NUMBERS)
def test_exactly_what_was_edited_is_found(
    atlas: Atlas, edits: dict[int, tuple[str, Any]], closed: set[int], opened: set[int]
) -> None:
    """Whatever column of whatever rows; what opened and what closed; and nothing beside."""
    before = first_rows(atlas)
    after = []
    for number, presence in enumerate(before):
        if number not in closed:
            name, value = edits.get(number, ("note", presence.note))
            position = {"longitude": value} if name == "latitude" else {}
            after.append(presence.model_copy(update={name: value, **position}))
    new = {"country": "FJI", "note": "new", "as_of": "2031", "sources": ("new",)}
    after += [row(atlas, "ken-adviser", id=f"new-{number}", **new) for number in opened]
    changes = compare(small(atlas), small(atlas, after)).changes
    told = {(one.place.presence.id, name) for one in changes if one.before for name in one.columns}
    now = {presence.id: presence for presence in after}
    assert told == {
        (old.id, name)
        for old in before
        if old.id in now
        for name in COLUMNS
        if getattr(old, name) != getattr(now[old.id], name)
    }
    assert kinds(changes, "opened") == {f"new-{number}" for number in opened}
    assert kinds(changes, "closed") == {before[number].id for number in closed}
    assert len(told) == sum(len(one.columns) for one in changes if one.before)


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        ({"id": "ken-office"}, {"id"}),
        ({"id": "ken-office", "category": "other", "note": "New."}, {"id", "category", "other"}),
        ({"id": "ken-office", "as_of": "1", "note": "x", "sources": ()}, {"opened", "closed"}),
        ({"id": "ken-office", "country": "FJI"}, {"opened", "closed"}),
        ({"city": ("beirut",), "status": "candidate"}, {"moved", "status"}),
        ({"category_certain": "no"}, {"category_certain"}),
        ({"label": "", "note": "New."}, {"other"}),
    ],
)
def test_a_row_is_known_again_where_it_is_beyond_doubt(
    atlas: Atlas, edits: dict[str, Any], told: set[str]
) -> None:
    """Another id and at most two other columns, in the same country: the same presence."""
    after = edited(atlas, "ken-adviser", **edits)
    assert {change.kind for change in compare(atlas, after).changes} == told


def test_two_equally_good_matches_are_no_match(atlas: Atlas) -> None:
    """Nothing is guessed: both new rows opened, and the old one closed."""
    old = row(atlas, "ken-adviser")
    twins = [old.model_copy(update={"id": f"ken-{n}", "note": f"{n}"}) for n in "ab"]
    before, after = small(atlas, [old]), small(atlas, twins)
    for one, other, opened in ((before, after, 2), (after, before, 1)):
        changes = compare(one, other).changes
        assert [change.kind for change in changes] == ["opened"] * opened + ["closed"] * (
            3 - opened
        )


def test_the_better_match_is_the_match(atlas: Atlas) -> None:
    """A row alike but for its id goes before one that differs in more."""
    old = row(atlas, "ken-adviser")
    unlike = old.model_copy(update={"id": "ken-b", "note": "b"})
    like = old.model_copy(update={"id": "ken-a"})
    changes = compare(small(atlas, [old]), small(atlas, [unlike, like])).changes
    assert [(change.kind, change.place.presence.id) for change in changes] == [
        ("opened", unlike.id),
        ("id", "ken-a"),
    ]


def test_a_distance_is_that_of_the_ellipsoid(atlas: Atlas) -> None:
    """A degree of latitude at the equator is 110.574 km; one of longitude 111.319 km."""
    before = edited(atlas, "ken-adviser", latitude=0, longitude=10)
    for position, kilometres in (((1, 10), 110.574), ((0, 11), 111.319)):
        after = edited(atlas, "ken-adviser", latitude=position[0], longitude=position[1])
        [moved] = compare(before, after).changes
        assert moved.kilometres == pytest.approx(kilometres, abs=0.001)
