"""The page's own files: no text read as HTML, every word and every colour named and used.

Also of `templates.py`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from mapping.dataset.boundaries import AREA_FILLS, INTERNATIONAL, LINE_CLASSES
from mapping.edition.edition import SYMBOLS
from mapping.i18n.catalog import ANY_LIST
from mapping.web import bundle
from tests.support.folder import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.atlas import Atlas

WEB = ROOT / "mapping" / "web"
STYLES = sorted(WEB.glob("css/*.css"))
SHEET_STYLES = sorted(WEB.glob("sheet/*.css"))
COLOURS = WEB / "css" / "colours.css"
TOKENS = [COLOURS, *(WEB / "css" / name for name in ("tokens.css", "conditions.css"))]
SCRIPTS = sorted(WEB.glob("js/**/*.js"))
ALL_SCRIPTS = sorted(
    WEB.rglob("*.js")
)  # those that stand beside the page, or in its served copy, too
TEMPLATES = sorted(WEB.glob("*.html"))
SERVED = sorted(WEB.glob("watch/*.html"))
HEX = re.compile(r"#[0-9a-fA-F]{3,8}\b")
# Ids put together from a beginning and a key of the data.
# Those of the editing page have their own test: test_edit_words.py.
COMPOSED = re.compile(
    r"^(edit\.|continent|evidence|editions|filter|kinds|list\.by_|popup\.position_)"
)
LANGUAGE_FACTS = {"name", "direction"}


def text(*paths: Path) -> str:
    """Read files as one text."""
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def with_any(pattern: str, paths: list[Path]) -> list[str]:
    """Return the names of the files in which something is found."""
    return [path.name for path in paths if re.search(pattern, text(path))]


def test_no_script_reads_text_as_html() -> None:
    """Text is set as text; code is never made of text."""
    banned = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
    assert with_any(banned, ALL_SCRIPTS) == []


def test_no_script_has_a_colour() -> None:
    """Colours are in colours.css only."""
    assert with_any(r"['\"`]" + HEX.pattern, ALL_SCRIPTS) == []


def test_colours_are_in_one_file() -> None:
    """No style sheet but colours.css has the value of a colour, of the page or of print."""
    others = [path for path in (*STYLES, *SHEET_STYLES) if path != COLOURS]
    assert {path.name: HEX.findall(text(path)) for path in others} == {
        path.name: [] for path in others
    }


def test_sizes_of_type_are_those_of_the_scale() -> None:
    """A size stands in tokens.css, or is a part of that around it."""
    sizes = re.findall(r"\bfont(?<!--font)(?:-size)?:\s*(?:\d00 )?([^\s;/]+)", text(*STYLES))
    other = [one for one in sizes if not re.fullmatch(r"var\(--type-\w+\)|inherit|[\d.]+em", one)]
    assert other == ["100%"]  # of the reader's own size, from which all others are reckoned


def test_every_symbol_has_a_shape() -> None:
    """Those that an edition may name, and no others."""
    shapes = re.findall(r'^  "(\w+)": "M', text(WEB / "_shapes.html"), re.MULTILINE)
    assert sorted(shapes) == sorted(SYMBOLS)


@pytest.mark.parametrize("style", ["css/map.css", "sheet/sheet.css"])
def test_every_fill_and_line_of_the_legend_has_a_style(style: str) -> None:
    """On the page and in print; only an international boundary is a plain line."""
    rules = set(re.findall(r"\.(area|line)\.([a-z]+)", text(WEB / style)))
    lines = {("line", kind) for kind in LINE_CLASSES if kind != INTERNATIONAL}
    assert rules >= {("area", fill) for fill in AREA_FILLS} | lines
    assert {kind for element, kind in rules if element == "line"} <= {*LINE_CLASSES}


def test_every_property_is_defined_and_used() -> None:
    """No style asks for a name that neither tokens nor a script give; none is for nothing."""
    scripts = text(*SCRIPTS)
    given = set(re.findall(r"setProperty\('(--[\w-]+)'", scripts))
    used = set(re.findall(r"var\((--[\w-]+)", text(*STYLES)))
    used |= set(re.findall(r"getPropertyValue\('(--[\w-]+)'", scripts))
    named = set(re.findall(r"^\s*(--[\w-]+):", text(*TOKENS), re.MULTILINE))
    assert named | given == used


def test_every_file_of_the_page_is_in_the_page() -> None:
    """No style and no template lies about unused; for scripts, see test_scripts.py."""
    styles = {f"{name}.css" for name in (*bundle.STYLES, bundle.PANEL_STYLE)}
    assert styles == {path.name for path in STYLES}
    parts = set(re.findall(r'"(_\w+\.html)"', text(*TEMPLATES)))
    assert parts | {"page.html", "oembed.html", "notebook.html"} == {
        path.name for path in TEMPLATES
    }


def test_no_template_holds_script_or_style() -> None:
    """The policy allows files by hash; nothing may stand beside them."""
    assert not re.findall(r"\son\w+=|\sstyle=|javascript:", text(*TEMPLATES, *SERVED))
    inside = re.findall(r"<(?:script|style)[^>]*>(.*?)</", text(*TEMPLATES, *SERVED), re.DOTALL)
    assert inside
    assert all(re.fullmatch(r"\{\{ [\w.]+ \}\}", one) for one in inside)


def test_no_language_in_scripts_and_templates() -> None:
    """Words of any language stand in words/*.toml."""
    foreign = r"[\u0400-\u04ff\u0600-\u06ff\u4e00-\u9fff]"
    assert not re.findall(foreign, text(*SCRIPTS, *TEMPLATES))


def every_word(atlas: Atlas) -> set[str]:
    """Return the ids of all words; those for any list take the place of others, or are asked so."""
    return {word.removeprefix(ANY_LIST) for word in atlas.dataset.languages["en"].words}


def test_every_word_is_used(atlas: Atlas) -> None:
    """No translator works for nothing."""
    files = text(*sorted((ROOT / "mapping").rglob("*.py")), *TEMPLATES, *SCRIPTS)
    used = set(re.findall(r"['\"`]([a-z]\w*(?:\.\w+)?)['\"`]", files))
    used |= {f"legend.{kind}" for kind in (*AREA_FILLS, *LINE_CLASSES)}
    words = every_word(atlas) - LANGUAGE_FACTS
    assert {word for word in words - used if not COMPOSED.match(word)} == set()


def test_every_used_word_exists(atlas: Atlas) -> None:
    """No file asks for a word that nobody wrote."""
    words = every_word(atlas)
    tables = {word.partition(".")[0] for word in words if "." in word}
    files = text(*sorted((ROOT / "mapping").rglob("*.py")), *TEMPLATES, *SCRIPTS)
    asked = set(re.findall(rf"['\"`]((?:{'|'.join(tables)})\.\w+)['\"`]", files))
    modules = {".".join(path.with_suffix("").parts[-2:]) for path in ROOT.glob("mapping/*/*.py")}
    asked = {word for word in asked if not word.endswith((".html", ".js", ".md", "_"))}
    assert asked - modules <= words
