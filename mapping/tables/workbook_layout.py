"""How a sheet of a workbook is laid out: what it hides, and which of its cells are merged.

openpyxl knows this of sheets that it holds in memory as a whole, not of those that it reads row by
row; so the sheet's own XML (ECMA-376, part 1, 18.3) is read for it.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

UNSEEN = 0.5  # points of height, or characters of width
TRUE = {"1", "true"}


class Merged(NamedTuple):
    """A block of merged cells: the name of its first cell, and its bounds, from 1 and inclusive."""

    name: str
    top: int
    left: int
    bottom: int
    right: int


class Layout(NamedTuple):
    """Rows and columns that are not seen, columns with a filter, all from 1, and merged cells."""

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: tuple[range, ...] = ()
    filtered: tuple[int, ...] = ()
    merged: tuple[Merged, ...] = ()


def read_layout(xml: IO[bytes]) -> Layout:
    """Read the layout of one sheet from its XML.

    Raises
    ------
    ValueError, SyntaxError
        The XML is damaged.
    """
    from openpyxl.xml.functions import iterparse  # noqa: PLC0415 (for such files alone)

    rows, columns, filtered, merged = set[int](), list[range](), list[int](), list[Merged]()
    number = 0
    for _, element in iterparse(xml):
        kind = _kind(element)
        if kind == "row":
            number = int(element.get("r") or number + 1)
            if _is_hidden(element, "ht"):
                rows.add(number)
            element.clear()
        elif kind == "col" and _is_hidden(element, "width"):
            columns.append(range(int(element.get("min", 1)), int(element.get("max", 1)) + 1))
        elif kind == "autoFilter":
            filtered += _find_filtered(element)
        elif kind == "mergeCell":
            merged.append(_bounds(element.get("ref", "")))
    return Layout(frozenset(rows), tuple(columns), tuple(filtered), tuple(merged))


def _kind(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _is_hidden(element: Element, size: str) -> bool:
    """Whether a row or column is hidden, by hand or in a group, or too small to be seen."""
    return element.get("hidden") in TRUE or float(element.get(size) or 1) <= UNSEEN


def _find_filtered(element: Element) -> list[int]:
    """Return the columns of a filter that have a condition."""
    left = _bounds(element.get("ref", "")).left
    columns = [one for one in element if _kind(one) == "filterColumn" and len(one)]
    return [left + int(one.get("colId", 0)) for one in columns]


def _bounds(reference: str) -> Merged:
    from openpyxl.utils import range_boundaries  # noqa: PLC0415 (for such files alone)

    left, top, right, bottom = range_boundaries(reference)
    if left is None or top is None or right is None or bottom is None:
        message = f"'{reference}' is no block of cells"
        raise ValueError(message)
    return Merged(reference.partition(":")[0], top, left, bottom, right)
