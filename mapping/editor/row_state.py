"""What the page is told of a row, in whatever table it is: what became of it, and its faults."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from mapping.editor.draft import Rows
    from mapping.errors import Fault

Json = dict[str, Any]


def row_status(key: str, table: Rows, base: Rows, closed: Collection[str]) -> str:
    """Return what became of a row; `closed` are the keys of those that were closed."""
    if key not in base.by_key:
        return "added"
    if key in closed:
        return "closed"
    return "same" if table.by_key[key].cells == base.by_key[key].cells else "changed"


def former_cells(key: str, table: Rows, base: Rows) -> dict[str, str]:
    """Return what was in the cells of a row that are others now."""
    if key not in base.by_key:
        return {}
    now = table.cells_of(key)
    return {name: text for name, text in base.cells_of(key).items() if now.get(name, "") != text}


def faults_by_line(faults: Iterable[Fault], file: str) -> dict[int, list[Fault]]:
    """Return the faults of a file by their line, each once."""
    found: dict[int, list[Fault]] = defaultdict(list)
    for fault in faults:
        if fault.file == file and fault not in found[fault.line]:
            found[fault.line].append(fault)
    return found


def fault_json(fault: Fault, columns: Mapping[str, str] | None = None) -> Json:
    """Return a fault as JSON values; `columns` are names of columns by those that it uses."""
    return {
        "column": (columns or {}).get(fault.column, fault.column) or None,
        "what": fault.wrong,
        "remedy": fault.remedy,
        "file": fault.file,
        "line": fault.line,
    }
