"""Which of the program's own exceptions can leave a function, as far as its source shows it.

Calls are followed by the names that modules import, those of methods where no other class has one
of the name. An exception is caught where a handler names it or a class above it.
"""

from __future__ import annotations

import ast
import builtins
import inspect
from collections import defaultdict
from functools import cache

from mapping import errors
from tests.support.wings import MODULES, syntax

OWN = {
    name: one
    for name, one in vars(errors).items()
    if inspect.isclass(one) and issubclass(one, Exception)
}
RAISING_CALLS = {"raise_if_any", "to_error"}  # methods of a `FaultLog`
OF_BUILTINS = {name for kind in (dict, list, set, str, bytes) for name in dir(kind)}
Functions = dict[str, ast.FunctionDef]


@cache
def functions(module: str) -> Functions:
    """Return the functions of a module by name, methods as ``Class.method``; a class is made."""
    found: Functions = {}
    for node in syntax(MODULES[module]).body:
        if isinstance(node, ast.FunctionDef):
            found[node.name] = node
        elif isinstance(node, ast.ClassDef):
            methods = [one for one in node.body if isinstance(one, ast.FunctionDef)]
            found |= {f"{node.name}.{one.name}": one for one in methods}
            made = [one for one in methods if one.name == "__init__"]
            found |= zip([node.name], made, strict=False)
    return found


@cache
def methods() -> dict[str, list[tuple[str, str]]]:
    """Return every method of the program by its name: module, and ``Class.method``."""
    found = defaultdict(list)
    for module in MODULES:
        for name in functions(module):
            method = name.partition(".")[2]
            if method and method not in OF_BUILTINS:
                found[method].append((module, name))
    return found


@cache
def imports(module: str) -> dict[str, tuple[str, str]]:
    """Return what the names that a module imports stand for: a module, and a name of it or none."""
    found = {}
    for node in ast.walk(syntax(MODULES[module])):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("mapping"):
            source = node.module.removeprefix("mapping").lstrip(".")
            for alias in node.names:
                inner = f"{source}.{alias.name}".lstrip(".")
                found[alias.name] = (inner, "") if inner in MODULES else (source, alias.name)
    return found


class Escaping:
    """Finds what leaves the functions of the program; each is looked at once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], set[type]] = {}

    def of(self, module: str, name: str) -> set[type]:
        """Return the own exceptions that can leave a function; nothing new of one under way."""
        if (module, name) not in self._known:
            self._known[module, name] = set()
            self._known[module, name] = self._of_nodes(module, functions(module)[name].body)
        return self._known[module, name]

    def begun_in(self, module: str, function: str) -> set[type]:
        """Return those that a function raises itself, rather than let them through."""
        nodes = [*ast.walk(functions(module)[function])]
        raised = {
            one for node in nodes if isinstance(node, ast.Raise) for one in _names_in(node.exc)
        }
        called = {one.func.attr for one in nodes
                  if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute)}  # fmt: skip
        if called & RAISING_CALLS:
            raised.add(errors.DataError.__name__)
        return {one for one in self.of(module, function) if one.__name__ in raised}

    def _of_nodes(self, module: str, nodes: list[ast.stmt]) -> set[type]:
        return {one for node in nodes for one in self._of_node(module, node)}

    def _of_node(self, module: str, node: ast.AST) -> set[type]:
        if isinstance(node, ast.Try):
            return self._of_try(module, node)
        found = set[type]()
        if isinstance(node, ast.Raise):
            found |= {OWN[name] for name in _names_in(node.exc) if name in OWN}
        elif isinstance(node, ast.Call):
            found |= self._of_call(module, node.func)
        return found.union(*(self._of_node(module, one) for one in ast.iter_child_nodes(node)))

    def _of_try(self, module: str, node: ast.Try) -> set[type]:
        inner = self._of_nodes(module, node.body)
        found = self._of_nodes(module, [*node.orelse, *node.finalbody])
        for handler in node.handlers:
            caught = tuple(one for one in map(_any_class, _names_in(handler.type)) if one)
            again = any(isinstance(one, ast.Raise) and not one.exc for one in ast.walk(handler))
            if not again:
                inner = {one for one in inner if not issubclass(one, caught)}
            found |= self._of_nodes(module, handler.body)
        return found | inner

    def _of_call(self, module: str, called: ast.expr) -> set[type]:
        if isinstance(called, ast.Name):
            source, name = imports(module).get(called.id, (module, called.id))
            return self.of(source, name) if name in functions(source) else set()
        if not isinstance(called, ast.Attribute):
            return set()
        if called.attr in RAISING_CALLS:
            return {errors.DataError}
        owner = called.value.id if isinstance(called.value, ast.Name) else ""
        source, name = imports(module).get(owner, ("", ""))
        if source and not name:
            return self.of(source, called.attr) if called.attr in functions(source) else set()
        likely = methods().get(called.attr, [])
        return self.of(*likely[0]) if len(likely) == 1 else set()


def _names_in(node: ast.expr | None) -> list[str]:
    """Return the names of classes that an expression after ``raise`` or ``except`` has."""
    parts = node.elts if isinstance(node, ast.Tuple) else [node]
    parts = [one.func if isinstance(one, ast.Call) else one for one in parts]
    return [one.id for one in parts if isinstance(one, ast.Name)]


def _any_class(name: str) -> type | None:
    found = OWN.get(name) or getattr(builtins, name, None)
    return found if inspect.isclass(found) else None
