"""The house: wings import downwards only, each through the others' faces; files stay small.

The order of the wings is that of `tests/support/wings.py`.
"""

from __future__ import annotations

import ast
import importlib
import re
from functools import cache
from graphlib import TopologicalSorter

import pytest

from tests.support.folder import ROOT
from tests.support.wings import MODULES, WINGS, imported_names, own_imports, syntax, wing

# The only modules that may import an outside package: nobody else must change when it does.
DOORS = {
    "openpyxl": {"tables.workbook_layout", "tables.xlsx"},
    "charset_normalizer": {"tables.encodings"},
    "folium": {"page.folium_map"},
    "branca": set[str](),
    "pycountry": {"dataset.countries"},
    "rcssmin": {"web.minify"},
    "scipy": {
        "printing.label_placement.area_raster",
        "printing.label_placement.integer_program",
    },
    "tree_sitter": {"web.javascript"},
    "tree_sitter_javascript": {"web.javascript"},
    "playwright": {"printing.chromium"},
    "prompt_toolkit": {"commands.prompts", "edition.colours"},
    "rich": {"commands.console"},
    "jinja2": {"web.templates"},
    "geopandas": {"importing.points", "notebook"},
    "pyogrio": {"importing.points"},
    "python_calamine": {"importing.workbooks"},
    "pyproj": {"geo.projection"},
    "subprocess": {"changes.git"},
    "tomllib": {
        "i18n.catalog",
        "importing.column_names",
        "toml.line_repair",
        "toml.reading",
        "toml.text_values",
    },
    "watchfiles": {"watching.file_events"},
    "http": {"editor.server", "watching.server"},
}


def depth(module: str) -> int:
    """Return the number of the row of a module's wing, from the top."""
    return next(number for number, row in enumerate(WINGS) if wing(module) in row)


def face(package: str) -> dict[str, tuple[str, ...]]:
    """Return the names that a wing offers to others, by its module."""
    offered: dict[str, tuple[str, ...]] = importlib.import_module(f"mapping.{package}").PUBLIC
    return offered


def names_used(module: str, other: str) -> set[str]:
    """Return the names of another module that a module uses through the module's own name."""
    local = other.rpartition(".")[2]
    defined = names_defined(other)
    return {
        node.attr
        for node in ast.walk(syntax(MODULES[module]))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == local
        and node.attr in defined
    }


@cache
def names_defined(module: str) -> set[str]:
    """Return the names that a module defines at its top level."""
    found = set[str]()
    for node in syntax(MODULES[module]).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {one.id for target in targets for one in ast.walk(target)
                      if isinstance(one, ast.Name)}  # fmt: skip
    return found


def taken_from_other_wings(module: str) -> set[tuple[str, str]]:
    """Return the names that a module takes from modules of other packages."""
    return {
        (other, taken)
        for other, name in own_imports(module)
        if wing(other) != wing(module) and "." in other
        for taken in ({name} if name else names_used(module, other))
    }


@cache
def all_taken() -> set[tuple[str, str]]:
    """Return the names that any module takes from modules of other packages."""
    return {taken for module in MODULES for taken in taken_from_other_wings(module)}


PACKAGES = sorted({wing(module) for module in MODULES if "." in module})


def test_every_wing_has_its_row() -> None:
    """The table above is whole, and names no wing twice; few modules lie outside of packages."""
    named = [name for row in WINGS for name in row]
    assert sorted(named) == sorted({wing(module) for module in MODULES})
    outside = {module for module in MODULES if "." not in module} - {"__init__", "__main__"}
    assert len(outside) <= 8


def test_every_wing_has_its_tests() -> None:
    """Whoever looks for them finds them in the folder of its name."""
    assert [one for one in PACKAGES if not [*(ROOT / "tests" / one).glob("test_*.py")]] == []


def test_imports_point_down() -> None:
    """A module knows only its own wing and those of lower rows."""
    above = {
        (module, other)
        for module in MODULES
        for other, _ in own_imports(module)
        if wing(other) != wing(module) and depth(other) <= depth(module)
    }
    assert above == set()


def test_no_modules_import_each_other() -> None:
    """Neither within a wing nor between wings is there a circle."""
    graph = {module: {other for other, _ in own_imports(module)} for module in MODULES}
    assert len([*TopologicalSorter(graph).static_order()]) == len(MODULES)


@pytest.mark.parametrize("package", PACKAGES)
def test_a_face_says_what_the_wing_offers(package: str) -> None:
    """It has words and names, loads nothing, and offers what exists and is used elsewhere."""
    tree = syntax(MODULES[f"{package}.__init__"])
    assert (ast.get_docstring(tree) or "").count("\n") >= 2
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    offered = {
        (f"{package}.{module}", name) for module, all_ in face(package).items() for name in all_
    }
    assert offered == {(module, name) for module, name in all_taken() if wing(module) == package}


@pytest.mark.parametrize("package", DOORS)
def test_a_package_has_one_door(package: str) -> None:
    """Nobody else imports it, so that nobody else must change when it does."""
    users = {
        module
        for module, path in MODULES.items()
        if package in {source.partition(".")[0] for source, _ in imported_names(path)}
    }
    assert users == DOORS[package]


def test_no_test_depends_on_another() -> None:
    """What two files of tests share has a file of its own, under a name without ``test_``."""
    shared = {
        (path.name, source)
        for path in ROOT.glob("tests/**/*.py")
        for source, _ in imported_names(path)
        if source.rpartition(".")[2].startswith("test_")
    }
    assert shared == set()


def test_files_stay_small() -> None:
    """Python under 300 lines, JavaScript under 220, tests under 250."""
    limits = {"mapping/**/*.py": 300, "mapping/web/**/*.js": 220, "tests/**/*.py": 250}
    found = {pattern: [*ROOT.glob(pattern)] for pattern in limits}
    assert all(found.values())
    long = [p.name for pattern, limit in limits.items() for p in found[pattern]
            if p.read_text(encoding="utf-8").count("\n") >= limit]  # fmt: skip
    assert long == []


def test_functions_stay_short() -> None:
    """No function of the program is longer than 25 lines of code, its docstring apart."""
    long = []
    for path in MODULES.values():
        for node in ast.walk(syntax(path)):
            if isinstance(node, ast.FunctionDef):
                documented = ast.get_docstring(node) is not None
                first = node.body[min(1, len(node.body) - 1)] if documented else node.body[0]
                if (node.end_lineno or 0) - first.lineno + 1 > 25:
                    long.append(f"{path.name}:{node.lineno} {node.name}")
    assert long == []


def test_no_python_text_holds_markup() -> None:
    """HTML is in templates, where those who know it can read it."""
    found = [
        f"{path.name}:{node.lineno}"
        for path in MODULES.values()
        for node in ast.walk(syntax(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.search(r"</?[a-z][a-z0-9]*[\s/>]", node.value)
    ]
    assert found == []
