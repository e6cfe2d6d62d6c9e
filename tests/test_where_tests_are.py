"""Where the tests of a module are: in the file of its name, or in one that names it at its head.

So `git grep references.py tests` finds those of `mapping/checks/references.py`.
"""

from __future__ import annotations

import ast
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from tests.support.folder import ROOT
from tests.support.wings import CODE, MODULES, syntax

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TESTS = ROOT / "tests"
FILES = sorted(TESTS.rglob("test_*.py"))
NAMED = re.compile(r"`([\w/]+\.py)`")


def named_modules(file: Path) -> Iterator[PurePosixPath]:
    """Yield the modules that a test names at its head, by their path in its wing or whole."""
    _, _, also = (ast.get_docstring(syntax(file)) or "").partition("\nAlso of ")
    wing = PurePosixPath(file.parent.relative_to(TESTS).as_posix())
    for name in NAMED.findall(also):
        found = [path for path in (wing / name, PurePosixPath(name)) if (CODE / path).is_file()]
        assert found, f"{file.name} names {name}"
        yield found[0]


def has_own_file(module: PurePosixPath) -> bool:
    """Whether a test has the name of a module, in the folder of its wing."""
    wing = TESTS.joinpath(*module.parts[:-1][:1])
    return (wing / f"test_{module.stem}.py").is_file()


def test_every_module_has_tests_that_can_be_found() -> None:
    """By the name of a file, else by one search; and none is named that has a file of its own."""
    modules = {PurePosixPath(path.relative_to(CODE).as_posix()) for path in MODULES.values()
               if path.name != "__init__.py"}  # fmt: skip
    own = {module for module in modules if has_own_file(module)}
    named = {module for file in FILES for module in named_modules(file)}
    assert len(own) > 100
    without = sorted(map(str, modules - own - named))
    assert without == [], "write `Also of ...` at the head of the test that holds each"
    assert named & own == set(), "each has a file of its own"
