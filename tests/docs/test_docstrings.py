"""What a wing offers is described: its parameters by their names, and what it raises.

An exception of the program's own is described where it is raised, and at the face of each wing that
lets it out, once for all its functions. A function that only lets it through says no more of it,
unless it has something else to say.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import re

import pytest

import mapping
from tests.support.raising import OWN, Escaping, functions
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
    ("session.serving", "edit"): {"BrokenTableError"},  # such a table is not edited
}


def docstring(module: str, name: str) -> str:
    """Return the docstring of a function, without its indentation."""
    return inspect.cleandoc(ast.get_docstring(functions(module)[name]) or "")


def section(text: str, heading: str) -> dict[str, str]:
    """Return what a section of a docstring says, by the names that it speaks of."""
    _, _, after = text.partition(f"{heading}\n{'-' * len(heading)}\n")
    body = re.split(r"\n\n\w+\n-{3,}\n", after)[0]
    parts = re.findall(r"^(\w[\w, ]*)\n((?:(?: .*)?\n?)*)", body, re.MULTILINE)
    return {one: words.strip() for names, words in parts for one in names.split(", ")}


def raised(module: str, name: str) -> set[str]:
    """Return the names of the program's own exceptions that can leave a function."""
    return {one.__name__ for one in ESCAPING.of(module, name)} - NEVER.get((module, name), set())


def described(module: str, name: str) -> dict[str, str]:
    """Return what a function says of the program's own exceptions, by their names."""
    said = section(docstring(module, name), "Raises")
    return {one: words for one, words in said.items() if one in OWN}


def test_there_is_something_to_describe() -> None:
    """Every wing offers functions, and some of them raise."""
    assert {wing(module) for module, _ in PUBLIC} >= FACES.keys() - {"geo"}
    assert any(raised(module, name) for module, name in PUBLIC)
    assert any(section(docstring(module, name), "Parameters") for module, name in PUBLIC)


@pytest.mark.parametrize("face", sorted(FACES))
def test_what_leaves_a_wing_is_said_at_its_face(face: str) -> None:
    """Each exception that a function of its face can raise or says that it raises, and no other."""
    text = inspect.cleandoc(importlib.import_module(f"mapping.{face}").__doc__ or "")
    leaving = {one for module, name in PUBLIC if wing(module) == face
               for one in raised(module, name) | described(module, name).keys()}  # fmt: skip
    said = section(text, "Raises")
    assert said.keys() & OWN.keys() == leaving
    assert all(said.values())


def test_what_leaves_the_program_is_said_at_its_face() -> None:
    """Each exception of what other programs may import, which they may import too."""
    leaving = {one for module, name in PUBLIC if module in mapping.PUBLIC
               for one in raised(module, name)}  # fmt: skip
    assert leaving < {*mapping.PUBLIC["errors"]}
    assert {one for one in leaving if f"``errors.{one}``" not in (mapping.__doc__ or "")} == set()


def test_what_a_function_raises_itself_is_said() -> None:
    """Each exception of the program's own that begins in it, by its name."""
    silent = [(module, name, one.__name__) for module, name in PUBLIC
              for one in ESCAPING.begun_in(module, name)
              if one.__name__ not in docstring(module, name)]  # fmt: skip
    assert silent == []


def test_no_two_functions_of_a_wing_say_the_same_of_an_exception() -> None:
    """What is the same for several is said once, at the face."""
    for face in FACES:
        said = [one for module, name in PUBLIC if wing(module) == face
                for one in described(module, name).items()]  # fmt: skip
        assert [one for one in said if said.count(one) > 1] == [], face


@pytest.mark.parametrize("face", sorted({wing(module) for module, _ in PUBLIC}))
def test_parameters_are_described_under_their_names(face: str) -> None:
    """Where a docstring lists them, it lists all, as they are called."""
    for module, name in PUBLIC:
        if wing(module) != face:
            continue
        given = functions(module)[name].args
        called = [one.arg for one in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
        told = section(docstring(module, name), "Parameters")
        assert [*told] in ([], [one for one in called if one != "self"]), (module, name)
        assert all(told.values()), (module, name)
        assert all(section(docstring(module, name), "Raises").values()), (module, name)
