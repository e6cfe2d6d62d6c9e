"""The modules of the program by wing, and what each imports."""

from __future__ import annotations

import ast
from functools import cache
from typing import TYPE_CHECKING

from tests.support.folder import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CODE = ROOT / "mapping"
MODULES = {".".join(path.relative_to(CODE).with_suffix("").parts): path
           for path in sorted(CODE.rglob("*.py"))}  # fmt: skip
# From the top down: a wing imports from the rows below its own, never from its own row or above.
WINGS = (
    ("__main__",),
    ("commands", "notebook"),
    ("editor",),
    ("printing", "watching", "adding", "importing"),
    ("pipeline",),
    ("page",),
    ("products", "changes"),
    ("checks",),
    ("display_texts",),
    ("atlas",),
    ("dataset",),
    ("edition",),
    ("tables", "toml", "web"),
    ("i18n",),
    ("files",),
    ("errors",),
    ("geo", "suggestions"),
    ("__init__",),
)


@cache
def syntax(path: Path) -> ast.Module:
    """Return a file as its syntax tree, read once for all tests."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imported_names(path: Path) -> list[tuple[str, str]]:
    """Return each module that a file imports from, and the name: those for type checkers too."""
    found = []
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.Import):
            found += [(alias.name, "") for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [(node.module, alias.name) for alias in node.names]
    return found


def own_imports(module: str) -> Iterator[tuple[str, str]]:
    """Yield the project's modules that a module imports, with the name it takes from each."""
    for source, name in imported_names(MODULES[module]):
        inner = f"{source}.{name}".removeprefix("mapping.")
        if inner in MODULES:
            yield inner, ""
        elif source.removeprefix("mapping.") in MODULES:
            yield source.removeprefix("mapping."), name


def wing(module: str) -> str:
    """Return the wing that a module lies in."""
    return module.partition(".")[0]
