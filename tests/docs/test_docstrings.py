"""What a wing offers is described: its parameters by their names, and what it raises."""

from __future__ import annotations

import ast
import importlib
import inspect
import re

import pytest

import mapping
from tests.support.raising import Escaping, functions
from tests.support.wings import MODULES, wing

ESCAPING = Escaping()
FACES = {module: importlib.import_module(f"mapping.{module}").PUBLIC
         for module in {wing(one) for one in MODULES if "." in one}}  # fmt: skip
OFFERED = {(f"{face}.{module}", name) for face, modules in FACES.items()
           for module, names in modules.items() for name in names}  # fmt: skip
OFFERED |= {(module, name) for module, names in mapping.PUBLIC.items() for name in names}
OFFERED |= {(module, name) for module in ("atlas", "display_texts", "pipeline")
            for name in functions(module) if not name.startswith("_")}  # fmt: skip
PUBLIC = sorted(
    (module, name)
    for module, offered in OFFERED
    for name in functions(module)
    if name.partition(".")[0] == offered and "_" not in {name[0], name.partition(".")[2][:1]}
)
# What the source alone cannot show.
NEVER = {
    ("watching.loop", "watch"): {"UnknownListError"},  # it compares with no earlier list
    ("notebook", "Map"): {"UnknownListError"},  # likewise
    ("desk.serving", "edit"): {"BrokenTableError"},  # such a table is not edited
}


def section(module: str, name: str, heading: str) -> dict[str, str]:
    """Return what a section of a docstring says, by the names that it speaks of."""
    text = inspect.cleandoc(ast.get_docstring(functions(module)[name]) or "")
    _, _, after = text.partition(f"{heading}\n{'-' * len(heading)}\n")
    body = re.split(r"\n\n\w+\n-{3,}\n", after)[0]
    parts = re.findall(r"^(\w[\w, ]*)\n((?:(?: .*)?\n?)*)", body, re.MULTILINE)
    return {one: words.strip() for names, words in parts for one in names.split(", ")}


def test_there_is_something_to_describe() -> None:
    """Every wing offers functions, and some of them raise."""
    assert {wing(module) for module, _ in PUBLIC} >= FACES.keys() - {"geo"}
    assert any(ESCAPING.of(module, name) for module, name in PUBLIC)


@pytest.mark.parametrize(("module", "name"), PUBLIC)
def test_what_a_function_raises_is_said(module: str, name: str) -> None:
    """Each exception of the program's own that can leave it, by its name."""
    words = ast.get_docstring(functions(module)[name]) or ""
    raised = {one.__name__ for one in ESCAPING.of(module, name)} - NEVER.get((module, name), set())
    assert {one for one in raised if one not in words} == set()
    assert all(section(module, name, "Raises").values())


@pytest.mark.parametrize(("module", "name"), PUBLIC)
def test_parameters_are_described_under_their_names(module: str, name: str) -> None:
    """Where a docstring lists them, it lists all, as they are called."""
    arguments = functions(module)[name].args
    called = [one.arg for one in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    described = section(module, name, "Parameters")
    assert [*described] in ([], [one for one in called if one != "self"])
    assert all(described.values())
