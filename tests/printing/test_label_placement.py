"""Labels find the best places that there are together, or it is said that there are none.

Also of `label_placement/costs.py`, `label_placement/leaders.py`, `label_placement/mending.py`,
`label_placement/placement.py`.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely

from mapping.errors import DoesNotFitError
from mapping.printing.label_placement.area_raster import AreaRaster
from mapping.printing.label_placement.boundary_raster import BoundaryRaster
from mapping.printing.label_placement.candidates import Candidate, LabelAnchor, LabelLayout
from mapping.printing.label_placement.costs import CandidateSet, Obstacles
from mapping.printing.label_placement.placement import place
from mapping.printing.typesetting.measure import Line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mapping.printing.label_placement.mending import Dense

PAPER = (200.0, 100.0)
SIZE = 2.0
LAND = shapely.box(60, 0, 200, 100)


def layout(width: float = 16.0, lines: int = 1) -> LabelLayout:
    """Return a label of so many lines."""
    return LabelLayout((Line("label", width / SIZE),) * lines, width, 2.2 * lines, 0.0)


def placed(
    points: Sequence[tuple[float, float]],
    *layouts: LabelLayout,
    delicate: tuple[shapely.Geometry, ...] = (),
    is_delicate: bool = False,
    small_areas: Sequence[tuple[float, float]] = (),
    dense: Dense = lambda _: (),
) -> list[Candidate]:
    """Place a label at each point, on a sheet with sea on the left and land on the right."""
    labels = [
        list(LabelAnchor(x, y, 1.2, 0.4, 2.2, 35).candidates(layouts or (layout(),)))
        for x, y in points
    ]
    around = obstacles(points, delicate, is_delicate=is_delicate, small_areas=small_areas)
    return place(labels, around, dense)


def obstacles(
    points: Sequence[tuple[float, float]],
    delicate: tuple[shapely.Geometry, ...] = (),
    *,
    is_delicate: bool = False,
    small_areas: Sequence[tuple[float, float]] = (),
) -> Obstacles:
    """Return what there is on such a sheet."""
    return Obstacles(
        size=SIZE,
        frame=(0, 0, *PAPER),
        symbols=[(x - 1.2, y - 1.2, x + 1.2, y + 1.2) for x, y in points],
        displacement_lines=[],
        own=[{"SEA"}] * len(points),
        delicate=[is_delicate] * len(points),
        area_raster=AreaRaster(PAPER, {"LAND": LAND}, delicate),
        boundary_raster=BoundaryRaster(PAPER, ()),
        small_areas=np.array(small_areas).reshape(-1, 2),
        name_places=np.zeros((0, 2)),
    )


def test_a_label_alone_is_right_next_to_its_symbol() -> None:
    """No leader line, to the right, in the middle."""
    [one] = placed([(20, 50)])
    assert (one.align, one.leader) == ("left", None)
    assert one.box[0] > 21
    assert (one.box[1] + one.box[3]) / 2 == pytest.approx(50)


def test_a_label_may_stand_on_land_that_its_presence_serves() -> None:
    """There it names nobody else: it stays beside its symbol."""
    around = replace(obstacles([(84, 50)]), own=[{"LAND"}], delicate=[True])
    [one] = place([list(LabelAnchor(84, 50, 1.2, 0.4, 2.2, 35).candidates([layout()]))], around)
    assert (one.align, one.leader) == ("left", None)


def test_a_line_over_land_of_others_is_worse_than_one_at_sea() -> None:
    """Of two as long, to labels that are both at sea."""
    label = [
        Candidate(layout(), (30, 70, 46, 72.2), "left", 1.0, (60, 50, x, 50)) for x in (50, 70)
    ]
    costs = CandidateSet([label], obstacles([(60, 50)])).costs
    assert costs[1] > costs[0] + 1


def test_a_label_and_its_line_leave_a_name_that_others_need_its_place() -> None:
    """Where that is right of the symbol, the label is elsewhere, and no line runs there."""
    names = np.array([(24.0, 50.0), (26.0, 50.0)])
    around = replace(obstacles([(20, 50)]), name_places=names)
    [one] = place([list(LabelAnchor(20, 50, 1.2, 0.4, 2.2, 35).candidates([layout()]))], around)
    assert one.align == "right"
    line = (20.0, 50.0, 30.0, 50.0)
    label = [Candidate(layout(), (30, 49, 46, 51.2), "left", 1.0, line)]
    with_names = CandidateSet([label], around).costs
    assert with_names > CandidateSet([label], obstacles([(20, 50)])).costs + 25


def test_a_label_goes_where_there_is_no_land_of_others() -> None:
    """At the coast it stands on the side of the sea."""
    [one] = placed([(58, 50)])
    assert one.align == "right"


def test_a_label_of_a_delicate_host_goes_farther_for_it() -> None:
    """Where another stays beside its symbol, on land of others, it takes a line out to the sea."""
    [other], [one] = placed([(88, 50)]), placed([(88, 50)], is_delicate=True)
    assert other.leader is None
    assert one.leader
    assert one.box[2] < 61


def test_a_label_of_a_delicate_host_is_the_nearer_one() -> None:
    """Of two that want the place near both, the other goes farther for it."""
    near, far = (30, 49, 46, 51.2), (10, 80, 26, 82.2)
    own = [Candidate(layout(), near, "left", 1.0), Candidate(layout(), far, "left", 10.0)]
    other = [own[0], own[1]._replace(box=(40, 10, 56, 12.2), cost=12.0)]
    for is_delicate, expected in ((False, [far, near]), (True, [near, (40, 10, 56, 12.2)])):
        around = replace(obstacles([(20, 20), (50, 80)]), delicate=[is_delicate, False])
        assert [one.box for one in place([own, other], around)] == expected


def test_land_of_others_is_worse_at_the_end_of_a_long_line() -> None:
    """A label there seems to name it; at its symbol less so. At sea only the line counts."""
    costs = []
    for start, box in ((150, (155, 70, 171, 72.2)), (10, (20, 70, 36, 72.2))):
        lines = [None, *((start, 50, start + length, 50) for length in (5.0, 30.0))]
        label = [Candidate(layout(), box, "left", 1.0, one) for one in lines]
        costs.append(CandidateSet([label], obstacles([(start, 50)])).costs)
    assert costs[0][1] > costs[0][0] + 5
    assert costs[0][2] > costs[0][1] + 5
    assert len({*costs[1]}) == 1


def test_no_line_is_longer_for_its_type_on_a_small_paper() -> None:
    """As long as on A3, for the size of its type: neither there nor of those that are offered."""
    for size in (1.0, 0.7):
        anchor = LabelAnchor(100, 50, 1.45 * size, 0.44 * size, 2.77 * size, 35 * size)
        every = [*anchor.candidates([layout()]), *anchor.dense_candidates([layout()])]
        lengths = [np.hypot(one.leader[2] - one.leader[0], one.leader[3] - one.leader[1])
                   for one in every if one.leader]  # fmt: skip
        assert 30 < max(lengths) / size <= 35


def test_others_make_room_for_a_delicate_host_at_sea() -> None:
    """Another takes a longer line where the label would else seem to name the land it is on."""
    inland, at_sea = (100, 80, 116, 82.2), (40, 49, 56, 51.2)
    own = [Candidate(layout(), inland, "left", 0.0), Candidate(layout(), at_sea, "left", 95.0)]
    other = [Candidate(layout(), at_sea, "left", 0.0), Candidate(layout(), inland, "left", 50.0)]
    for is_delicate, expected in ((False, [inland, at_sea]), (True, [at_sea, inland])):
        around = replace(obstacles([(70, 20), (20, 20)]), delicate=[is_delicate, False])
        assert [one.box for one in place([own, other], around)] == expected


def test_no_label_covers_a_delicate_place() -> None:
    """Not even where that is the best place, and any other far off; but rather than none."""
    for delicate in (shapely.box(22, 40, 40, 60), shapely.box(0, 28, 45, 72)):
        [one] = placed([(20, 50)], delicate=(delicate,))
        assert not shapely.box(*one.box).intersects(delicate)
    assert placed([(20, 50)], delicate=(shapely.box(0, 0, *PAPER),)) == placed([(20, 50)])


def test_others_make_room_for_a_label_on_a_delicate_place() -> None:
    """Of two that want the one place that is not delicate, the other takes a worse one."""
    free = shapely.box(15, 48, 62, 52)
    hidden = [(x, 50) for x in range(44, 60)]
    delicate = (shapely.box(0, 0, *PAPER) - free,)
    chosen = placed([(20, 50), (42, 50)], delicate=delicate, small_areas=hidden)
    assert [one.align for one in chosen] == ["left", "left"]
    assert all(free.contains(shapely.box(*one.box)) for one in chosen)


def test_a_label_with_delicate_places_only_is_offered_more() -> None:
    """It takes the one that is not; a number stays near its symbol, and is offered none."""
    far = Candidate(layout(), (100, 80, 116, 82.2), "left", 9.0)
    delicate = (shapely.box(0, 0, *PAPER) - shapely.box(98, 78, 118, 84),)
    assert placed([(20, 50)], delicate=delicate, dense=lambda _: [far]) == [far]
    anchor = LabelAnchor(20, 50, 1.2, 0.4, 2.2, 35)
    dense = {one.box for one in anchor.dense_candidates([layout()])}
    assert len(dense) > 5 * len([*anchor.candidates([layout()])])
    assert [*anchor.dense_candidates([layout()._replace(is_number=True)])] == []


def test_a_label_without_a_place_is_offered_more() -> None:
    """Those around it make room; only where none of that helps are there no places."""
    far = Candidate(layout(), (100, 80, 116, 82.2), "left", 9.0)
    assert placed([(20, 50)], layout(300), dense=lambda _: [far]) == [far]


def test_what_blocks_a_label_is_known_however_far_its_symbol_is() -> None:
    """That which alone is in the way of a place counts most; what touches none does not count."""
    label = [Candidate(layout(), (left, 49, left + 16, 51.2), "left", 9.0) for left in (100, 150)]
    blocking = Candidate(layout(), (152, 49, 168, 51.2), "left", 0.0)
    beside = [Candidate(layout(), (101, top, 117, top + 2.2), "left", 0.0) for top in (48, 50.3)]
    away = Candidate(layout(), (100, 80, 116, 82.2), "left", 0.0)
    points = [(20, 20), (145, 10), (95, 10), (95, 90), (20, 90)]
    every = CandidateSet([label, [blocking], *([one] for one in beside), [away]], obstacles(points))
    mine, others = (np.flatnonzero(one) for one in (every.label_of == 0, every.label_of > 0))
    assert every.blocked_by(others, mine).tolist() == [0, 1, 1 / 4, 1 / 4, 0]


def test_in_a_crowd_nothing_touches() -> None:
    """No label a label or a symbol, no leader line a label or another."""
    points = [(80.0 + 6 * column, 40.0 + 5 * row) for column in range(3) for row in range(4)]
    chosen = placed(points, layout(), layout(9, lines=2))
    boxes = [shapely.box(*one.box) for one in chosen]
    symbols = [shapely.box(x - 1.2, y - 1.2, x + 1.2, y + 1.2) for x, y in points]
    leaders = [shapely.LineString([one.leader[:2], one.leader[2:]]) for one in chosen if one.leader]
    assert leaders
    assert not any(here.intersects(there) for here, there in combinations(boxes, 2))
    assert not any(here.crosses(there) for here, there in combinations(leaders, 2))
    for box in boxes:
        assert not any(box.intersects(one) for one in (*symbols, *leaders))


def test_the_same_crowd_is_labelled_the_same() -> None:
    """No dice are thrown."""
    points = [(20 + 3 * column, 40.0) for column in range(6)]
    assert placed(points) == placed(points)


def test_where_there_is_no_place_it_is_said() -> None:
    """A label larger than the sheet, and a crowd that no sheet could hold."""
    with pytest.raises(DoesNotFitError, match="find no places"):
        placed([(20, 50)], layout(300))
    with pytest.raises(DoesNotFitError, match="find no places"):
        placed([(100, 50), (100, 54)], layout(190, lines=30))


def test_a_label_that_is_offered_no_place_covers_nothing() -> None:
    """Beside others that are; what becomes of it is said where all are placed."""
    raster = AreaRaster(PAPER, {"LAND": LAND}, [])
    assert raster.foreign_share(np.empty((0, 4)), "LAND").tolist() == []
