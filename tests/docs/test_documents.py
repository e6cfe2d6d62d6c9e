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


def each(part: str) -> pytest.MarkDecorator:
    """Return a test one part after another of every document."""
    cases = [(page, one) for page in DOCUMENTS for one in getattr(page, part)]
    names = [f"{page.name}: {one}" for page, one in cases]
    return pytest.mark.parametrize(("page", "one"), cases, ids=names)


@each("paths")
def test_a_path_exists(page: Document, one: str) -> None:
    """Whatever file or folder a page names is there, or is made by the commands."""
    folder, _, name = one.removeprefix("output/").rpartition("/")
    if one in MADE or page.name == "CHANGELOG.md":  # the changelog names what was
        return
    if one.startswith("output/") and not folder:
        assert name in {*PRODUCT_NAMES, MANIFEST}
    elif folder == "print":
        assert PRINTED.fullmatch(name)
    else:
        homes = (ROOT, page.path.parent, ROOT / "geodata")
        assert any((home / one).exists() for home in homes)


@each("links")
def test_a_link_leads_somewhere(page: Document, one: str) -> None:
    """The file is there, and so is the heading."""
    file, _, anchor = one.partition("#")
    target = page.path.parent / file if file else page.path
    assert target.exists()
    if anchor:
        assert anchor in Document(target).anchors


@each("tests")
def test_a_test_that_is_named_exists(page: Document, one: str) -> None:
    """What a page says is shown by a test can be looked up."""
    assert one in TESTS, page.name


@each("commands")
def test_a_command_is_known(page: Document, one: str) -> None:
    """The program has the command and its options; each script that is called is there."""
    program, *rest = words(one)
    if program == "presence-map":
        options = {name for parameter in KNOWN[rest[0]].params for name in parameter.opts}
        assert {word for word in rest if word.startswith("--")} <= options
    elif rest[0] == "tasks.py":
        assert set(rest[1:2]) <= set(tasks.JOBS), page.name
    elif program.startswith("python") and not rest[0].startswith("-"):
        assert (ROOT / rest[0]).is_file()


@each("shell")
def test_a_command_of_a_block_can_be_typed_as_it_is(page: Document, one: str) -> None:
    """The program takes all its words; a test that it names is there."""
    program, *rest = words(one)
    if program == "presence-map":
        KNOWN[rest[0]].make_context(rest[0], rest[1:])
    elif rest[:2] == ["-m", "pytest"]:
        for file, _, name in (word.partition("::") for word in rest[2:] if "/" in word):
            assert (ROOT / file).exists(), page.name
            assert f"def {name}" in (ROOT / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", KNOWN)
def test_every_command_and_option_is_documented(command: str) -> None:
    """Nothing that the program can do is missing from the documents."""
    text = "\n".join(page.text for page in DOCUMENTS if page.name != "CHANGELOG.md")
    assert f"presence-map {command}" in text
    for parameter in KNOWN[command].params:
        if parameter.opts[0].startswith("-"):
            assert f"`{parameter.opts[0]}" in text
