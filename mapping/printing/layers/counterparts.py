"""Countries between which something is not settled: none is named on a map without the others."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from mapping.dataset.boundaries import INTERNATIONAL, UNDETERMINED
from mapping.geo.topology import list_geometries, list_rings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mapping.geo.topology import Geometry, Topology

Counterparts = dict[str, set[str]]


def find_counterparts(topology: Topology) -> Counterparts:
    """Return the codes of those on the other side, for each area that has any.

    They are on the other side of a line that is no international boundary, as an armistice line,
    or those between which such a line runs through an area of undetermined status, which has no
    name, and is nobody's counterpart.
    """
    sides, named = defaultdict[int, set[str]](set), set[str]()
    for area in list_geometries(topology, "areas"):
        if area["properties"]["status"] != UNDETERMINED:
            named.add(code := area["properties"]["code"])
            for arc in _arcs(area):
                sides[arc].add(code)
    found = defaultdict[str, set[str]](set)
    for line in list_geometries(topology, "lines"):
        if line["properties"]["class"] != INTERNATIONAL:
            between = named.intersection(line["properties"].get("between", "").split("-"))
            for codes in (between, *map(sides.__getitem__, _arcs(line))):
                for code in codes:
                    found[code] |= codes - {code}
    return {code: others for code, others in found.items() if others}


def find_unmatched(
    named: set[str], unnamed: set[str], counterparts: Mapping[str, set[str]]
) -> set[str]:
    """Return those of the named that have a counterpart among the unnamed, or among such others."""
    unmatched = set[str]()
    while more := {code for code in named - unmatched
                   if counterparts.get(code, set()) & (unnamed | unmatched)}:  # fmt: skip
        unmatched |= more
    return unmatched


def _arcs(geometry: Geometry) -> Iterable[int]:
    """Return the numbers of the arcs of a geometry, forwards."""
    return (max(arc, ~arc) for arc in chain.from_iterable(list_rings(geometry["arcs"])))
