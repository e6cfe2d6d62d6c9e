"""Where a row belongs in the list: headquarters, then region by region, candidates last."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from mapping.dataset.list_parts import ListPart, list_part
from mapping.dataset.totals import counted_categories

if TYPE_CHECKING:
    from mapping.dataset.reading import Dataset

SortKey = tuple[ListPart, int, str]  # part of the list, region, host


def sort_key(status: str, category: str, country: str, dataset: Dataset) -> SortKey:
    """Return what the rows of a list are sorted by.

    First what is not counted (headquarters), as it is; then what is listed, then candidates,
    both in the order of the regions in names.csv, and within a region by the host's code.
    """
    part = list_part(status, is_counted=category in counted_categories(dataset))
    if part is ListPart.UNCOUNTED:
        return part, 0, ""
    regions = [key for kind, key in dataset.tables.names if kind == "group"]
    host = dataset.tables.countries.get(country)
    known = host is not None and host.region in regions
    return part, regions.index(host.region) if host and known else len(regions), country


def preceding_line(status: str, category: str, country: str, dataset: Dataset) -> int:
    """Return the line of the row after which a new one belongs; 0 where it is to be the first.

    In a list that is sorted otherwise, that is the last row of its part and region, or of the list.
    """
    rows = dataset.tables.presences
    orders = [sort_key(row.status, row.category, row.country, dataset) for row in rows]
    new = sort_key(status, category, country, dataset)
    if orders == sorted(orders):
        place = bisect_right(orders, new)
    else:
        group = [place for place, one in enumerate(orders, 1) if one[:2] == new[:2]]
        place = group[-1] if group else len(rows)
    return rows[place - 1].line if place else 0
