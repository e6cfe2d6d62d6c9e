"""What the documents say is so: every path, link, test, command and option."""

from __future__ import annotations

import re

import pytest
from typer.main import get_command

import tasks
from mapping.commands.app import app
from mapping.products.manifest import MANIFEST, PRODUCT_NAMES
from tests.support.documents import Document, documents, words
from tests.support.folder import ROOT

DOCUMENTS = documents()
TESTS = {
    name
    for path in (ROOT / "tests").rglob("test_*.py")
    for name in re.findall(r"^def (test_\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
}
KNOWN = get_command(app).commands  # type: ignore[attr-defined]
PRINTED = re.compile(r"(map|preview)\.[a-z]{2}(\.\w+)*\.(svg|pdf|png)|build\.json|")
# Made by commands or by those who read the page; in no fresh checkout.
MADE = {".venv/", ".venv/bin/presence-map", ".github/workflows/map.yml", "my-offices-map/map.html",
        "output/"}  # fmt: skip


def named(part: str) -> list[tuple[Document, str]]:
    """Return one part of every document: what it names, one after the other."""
    return [(page, one) for page in DOCUMENTS for one in getattr(page, part)]


def exists(page: Document, path: str) -> bool:
    """Whether a path that a page names is there, or is made by the commands."""
    folder, _, name = path.removeprefix("output/").rpartition("/")
    if path in MADE or page.name == "CHANGELOG.md":  # the changelog names what was
        return True
    if path.startswith("output/") and not folder:
        return name in {*PRODUCT_NAMES, MANIFEST}
    if folder == "print":
        return bool(PRINTED.fullmatch(name))
    return any((home / path).exists() for home in (ROOT, page.path.parent, ROOT / "geodata"))


def test_a_path_exists() -> None:
    """Whatever file or folder a page names."""
    paths = named("paths")
    assert len(paths) > 100
    assert [(page.name, one) for page, one in paths if not exists(page, one)] == []


def test_a_link_leads_somewhere() -> None:
    """The file is there, and so is the heading."""
    for page, one in named("links"):
        file, _, anchor = one.partition("#")
        target = page.path.parent / file if file else page.path
        assert target.exists(), (page.name, one)
        assert not anchor or anchor in Document(target).anchors, (page.name, one)


def test_a_test_that_is_named_exists() -> None:
    """What a page says is shown by a test can be looked up."""
    assert [(page.name, one) for page, one in named("tests") if one not in TESTS] == []


def test_a_command_is_known() -> None:
    """The program has the command and its options; each script that is called is there."""
    for page, one in named("commands"):
        program, *rest = words(one)
        if program == "presence-map":
            options = {name for parameter in KNOWN[rest[0]].params for name in parameter.opts}
            assert {word for word in rest if word.startswith("--")} <= options, (page.name, one)
        elif rest[0] == "tasks.py":
            assert set(rest[1:2]) <= set(tasks.JOBS), (page.name, one)
        elif program.startswith("python") and not rest[0].startswith("-"):
            assert (ROOT / rest[0]).is_file(), (page.name, one)


def test_a_command_of_a_block_can_be_typed_as_it_is() -> None:
    """The program takes all its words; a test that it names is there."""
    for page, one in named("shell"):
        program, *rest = words(one)
        if program == "presence-map":
            KNOWN[rest[0]].make_context(rest[0], rest[1:])
        elif rest[:2] == ["-m", "pytest"]:
            for file, _, name in (word.partition("::") for word in rest[2:] if "/" in word):
                assert (ROOT / file).exists(), (page.name, one)
                assert f"def {name}" in (ROOT / file).read_text(encoding="utf-8"), (page.name, one)


@pytest.mark.parametrize("command", KNOWN)
def test_every_command_and_option_is_documented(command: str) -> None:
    """Nothing that the program can do is missing from the documents."""
    text = "\n".join(page.text for page in DOCUMENTS if page.name != "CHANGELOG.md")
    assert f"presence-map {command}" in text
    for parameter in KNOWN[command].params:
        if parameter.opts[0].startswith("-"):
            assert f"`{parameter.opts[0]}" in text
