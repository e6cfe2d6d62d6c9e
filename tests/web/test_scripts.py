"""The graph of the scripts: everything in use, nothing in circles, Leaflet in one folder."""

from __future__ import annotations

import re

import pytest

from mapping.web import bundle
from tests.support.folder import ROOT
from tests.support.scripts import ENTRIES, FILES, WEB, modules

# From the bottom up: a script imports from its own folder and those before it.
FOLDERS = ("js/pure", "js", "js/map", "js/ui")


def folder(name: str) -> str:
    """Return the folder of a script."""
    return name.rpartition("/")[0]


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_script_can_be_joined(entry: str) -> None:
    """No circle, no name twice, nothing imported that is not exported; the whole is strict."""
    joined = bundle.join(entry)
    assert joined.startswith("(() => {\n'use strict'\n")
    assert not re.findall(r"^(?:import|export)\b", joined, re.MULTILINE)


def test_every_script_is_in_use() -> None:
    """Each is reached from an entry."""
    assert set(modules(*ENTRIES)) == set(FILES)


def test_every_export_is_in_use() -> None:
    """Another script imports it, or it is what Python asks an entry for."""
    every = modules(*ENTRIES)
    imported = {(source, name) for module in every.values()
                for source, names in module.imported.items() for name in names}  # fmt: skip
    exported = {(module.name, name) for module in every.values()
                if module.name not in ENTRIES for name in module.exported}  # fmt: skip
    assert exported == imported


def test_imports_point_down() -> None:
    """What is pure knows no page; what is of the page knows no map; the map knows no controls."""
    for module in modules(bundle.START, bundle.SETUP, bundle.BEGIN).values():
        if module.name not in {*ENTRIES, bundle.MAIN, bundle.COMPLETE}:
            above = FOLDERS[FOLDERS.index(folder(module.name)) + 1 :]
            assert not [name for name in module.imported if folder(name) in above], module.name


def test_only_the_map_knows_leaflet() -> None:
    """``L`` is the only global, and stands in one folder of each page."""
    known = {name for name, text in FILES.items() if re.search(r"\bL\.", text)}
    assert {folder(name) for name in known} == {"js/map", "edit/map"}


def test_what_is_pure_knows_no_page() -> None:
    """No document, no window, no map: it can be tested without a browser."""
    known = r"\b(?:document|window|navigator|HTML\w*Element|L)\."
    assert [name for name, text in FILES.items()
            if folder(name) == "js/pure" and re.search(known, text)] == []  # fmt: skip


def test_one_sandbox_for_every_frame() -> None:
    """In the page's code, in the element, the oEmbed answer, a notebook and the document."""
    [sandbox] = re.findall(r"SANDBOX = '([^']+)'", FILES["js/pure/sandbox.js"])
    others = (WEB / "oembed.html", WEB / "notebook.html", ROOT / "docs" / "embed.md")
    text = "".join(path.read_text(encoding="utf-8") for path in others)
    said = re.findall(r'sandbox="([^"]+)"', text)
    assert len(said) >= len(others)
    assert {*said} == {sandbox}
    assert sum(script.count("allow-popups ") for script in FILES.values()) == 1


def test_scripts_ask_for_the_size_of_the_screen_in_one_place() -> None:
    """There, each size is one at which a style sheet changes too."""
    asking = [name for name, text in FILES.items() if "matchMedia" in text]
    assert asking == ["js/media.js"]
    styles = "".join(path.read_text(encoding="utf-8") for path in (WEB / "css").glob("*.css"))
    asked = re.findall(r"-width: ([\d.]+rem)", FILES["js/media.js"])
    assert len(asked) == 5
    assert all(size in re.findall(r"-width: ([\d.]+rem)", styles) for size in asked)
