"""The house: imports point down, each outside package has one door, files stay small."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from tests.support.folder import ROOT

if TYPE_CHECKING:
    from pathlib import Path

CODE = ROOT / "mapping"
MODULES = {".".join(path.relative_to(CODE).with_suffix("").parts): path
           for path in sorted(CODE.rglob("*.py"))}  # fmt: skip
# From the top down: a module may import from the rows below its own, never from its own or above.
LAYERS = (
    ("__main__",),
    ("cli",),
    ("cli_add", "cli_print", "cli_watch"),
    ("adding", "asking", "console", "options", "printing"),
    ("sheet.printer", "streams", "watch"),
    ("sheet.press",),
    ("sheet.drawing", "sheet.proof"),
    ("sheet.chart", "sheet.layout"),
    ("sheet.placement", "sheet.marks", "sheet.ground"),
    ("sheet.choice", "sheet.field", "sheet.lettering", "sheet.callouts", "sheet.columns"),
    ("sheet.candidates", "sheet.cliques", "sheet.terrain", "sheet.spread", "sheet.globe"),
    ("sheet.typesetter", "sheet.parts", "sheet.tethers"),
    ("sheet.formats", "sheet.faces", "sheet.palette", "sheet.browser", "sheet.__init__"),
    ("pipeline", "live", "saves", "server", "reports", "starting", "table_schema"),
    ("page",),
    ("island", "listing", "policy", "oembed", "panel", "digest", "comparable"),
    ("exports", "templates", "bundle", "telling", "record", "search_names"),
    ("assets", "minify", "revisions", "sentences"),
    ("wording", "world", "changes"),
    ("atlas", "placing"),
    ("references", "completeness", "consistency", "positions", "facts", "rows"),
    ("known", "labels", "slips"),
    ("lists", "country_spellings"),
    ("edition_reader", "country_names"),
    ("presences", "countries", "names", "sources", "boundaries", "languages", "edition_faults"),
    ("tables", "edition_checks", "value_faults"),
    ("table_rows", "edition_model", "toml_slips"),
    ("headers", "edition"),
    ("grids",),
    ("dialects", "spreadsheets"),
    ("namesakes", "texts", "tomllines", "cells", "encodings", "outputs", "toml_mending"),
    ("folders", "javascript", "verify"),
    ("files", "errors", "polylines", "system_errors", "workbook_layout", "toml_values"),
    ("spelling",),
    ("nearness", "colours", "quotation_marks", "__init__"),
)
DOORS = {
    "openpyxl": {"spreadsheets", "workbook_layout"},
    "charset_normalizer": {"encodings"},
    "folium": {"page"},
    "branca": set[str](),
    "pycountry": {"countries"},
    "typer": {"cli", "cli_add", "cli_print", "cli_watch", "console", "options"},
    "rcssmin": {"minify"},
    "scipy": {"sheet.choice"},
    "tree_sitter": {"javascript"},
    "tree_sitter_javascript": {"javascript"},
    "playwright": {"sheet.browser"},
    "prompt_toolkit": {"asking", "colours"},
    "rich": {"console"},
    "jinja2": {"templates"},
    "pyogrio": {"boundaries"},
    "subprocess": {"revisions"},
    "tomllib": {"toml_slips", "toml_mending", "languages"},
    "watchfiles": {"saves"},
    "http": {"server"},
}


def imports(path: Path) -> set[str]:
    """Return the full names of what a module imports, those for type checkers included."""
    found = set[str]()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return found


def own_imports(module: str) -> set[str]:
    """Return the modules of the project that a module imports."""
    return {name.removeprefix("mapping.") for name in imports(MODULES[module])} & set(MODULES)


def depth(module: str) -> int:
    """Return the number of a module's layer, from the top."""
    return next(number for number, layer in enumerate(LAYERS) if module in layer)


def test_every_module_has_its_layer() -> None:
    """The table above is whole, and names no module twice."""
    assert sorted(module for layer in LAYERS for module in layer) == sorted(MODULES)


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_down(module: str) -> None:
    """A module knows only modules of lower layers; so there are no circles either."""
    above = {other for other in own_imports(module) if depth(other) <= depth(module)}
    assert above == set()


@pytest.mark.parametrize("package", DOORS)
def test_a_package_has_one_door(package: str) -> None:
    """Nobody else imports it, so that nobody else must change when it does."""
    users = {
        module
        for module, path in MODULES.items()
        if package in {name.partition(".")[0] for name in imports(path)}
    }
    assert users == DOORS[package]


def test_files_stay_small() -> None:
    """Python under 200 lines, JavaScript under 220 with its types, tests under 160."""
    limits = {"mapping/**/*.py": 200, "mapping/web/**/*.js": 220, "tests/**/*.py": 160}
    found = {pattern: [*ROOT.glob(pattern)] for pattern in limits}
    assert all(found.values())
    long = [p.name for pattern, limit in limits.items() for p in found[pattern]
            if p.read_text(encoding="utf-8").count("\n") >= limit]  # fmt: skip
    assert long == []


def test_functions_stay_short() -> None:
    """No function of the program is longer than 25 lines of code, its docstring apart."""
    long = []
    for path in MODULES.values():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                documented = ast.get_docstring(node) is not None
                first = node.body[min(1, len(node.body) - 1)] if documented else node.body[0]
                if (node.end_lineno or 0) - first.lineno + 1 > 25:
                    long.append(f"{path.name}:{node.lineno} {node.name}")
    assert long == []


@pytest.mark.parametrize("module", MODULES)
def test_no_python_text_holds_markup(module: str) -> None:
    """HTML stands in templates, where those who know it can read it."""
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not re.search(r"</?[a-z][a-z0-9]*[\s/>]", node.value), node.lineno
