"""Every exception of the program has one home and one base."""

from __future__ import annotations

import ast
import inspect

from mapping import errors
from tests.support.folder import ROOT

OWN = {name: one for name, one in vars(errors).items()
       if inspect.isclass(one) and issubclass(one, Exception)}  # fmt: skip


def test_whoever_catches_the_base_catches_all() -> None:
    """All derive from it; the docstring of the module names each, with its place."""
    assert len(OWN) > 9
    for name, one in OWN.items():
        assert issubclass(one, errors.PresenceMapError)
        assert name in (errors.__doc__ or "")


def test_no_exception_is_declared_elsewhere() -> None:
    """A class whose name ends in Error stands in `mapping.errors` alone."""
    found = {
        (path.relative_to(ROOT).as_posix(), node.name)
        for path in (ROOT / "mapping").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and node.name.endswith("Error")
    }
    assert found == {("mapping/errors.py", name) for name in OWN}
