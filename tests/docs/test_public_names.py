"""What other programs may import: each name exists, says what it does, and the example runs."""

from __future__ import annotations

import importlib
import inspect
import re
from typing import TYPE_CHECKING

import pytest

import mapping
from mapping import pipeline
from mapping.errors import DataError
from tests.support.documents import Document
from tests.support.folder import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.folder import Folder

NAMES = [(module, name) for module, names in mapping.PUBLIC.items() for name in names]
FUNCTIONS = [name for module, name in NAMES if module == "pipeline"]
[EXAMPLE] = [
    block for kind, block in Document(ROOT / "docs" / "data-contract.md").fenced if kind == "python"
]


@pytest.mark.parametrize(("module", "name"), NAMES)
def test_a_public_name_is_there_and_described(module: str, name: str) -> None:
    """It is defined where it is said to be, has words of its own, and stands in the docstring."""
    found = getattr(importlib.import_module(f"mapping.{module}"), name)
    assert found.__module__ == f"mapping.{module}"
    assert inspect.getdoc(found)
    assert name in (mapping.__doc__ or "")


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_public_function_takes_what_is_said(name: str) -> None:
    """The parameters in the docstring are those of the function, with their defaults."""
    parameters = inspect.signature(getattr(pipeline, name)).parameters.values()
    given = ", ".join(
        one.name if one.default is one.empty else f"{one.name}={one.default}" for one in parameters
    )
    assert f"``pipeline.{name}({given})``" in (mapping.__doc__ or "")


def test_an_error_in_the_data_carries_what_is_said() -> None:
    """The attributes that the docstring names are those of the error."""
    _, _, words = (mapping.__doc__ or "").partition("``errors.DataError``\n")
    named = {*re.findall(r"`(\w+)`", words.partition("``errors.")[0])}
    assert named == {*vars(DataError([]))}


def test_the_example_prints_each_presence(
    own_data: Folder, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Run where it is said to run, with a line for each act and each row of the list."""
    monkeypatch.chdir(ROOT)
    exec(EXAMPLE, {})  # noqa: S102 (the example of our own page)
    places = own_data.check().places
    printed = capsys.readouterr().out.splitlines()
    assert printed == [
        *("read", "check", "join"),
        *(f"{one.label['en']} {one.anchor.longitude} {one.anchor.latitude}" for one in places),
    ]


def test_the_example_prints_each_fault(
    folder: Folder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A list with two faults has two lines, in place of the map."""
    folder.edit("presences.csv", ",KEN,", ",KEM,")
    folder.edit("presences.csv", ",MEX,", ",MEQ,")
    monkeypatch.chdir(tmp_path)
    exec(EXAMPLE, {})  # noqa: S102 (the example of our own page)
    printed = [line for line in capsys.readouterr().out.splitlines() if "presences.csv:" in line]
    assert len(printed) == 2
