"""The ready code of the dialog, in pages, sanitizers and builds of other people."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import bleach
import lxml_html_clean
import nh3
import pytest
import tree_sitter_javascript
from playwright.sync_api import expect
from tree_sitter import Language, Parser

from tests.browser.host import map_frame, site
from tests.browser.reader import READY
from tests.browser.ready_codes import codes, given, pasted
from tests.support.folder import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.browser.host import Site
    from tests.browser.reader import Reader

__all__ = ["given", "pasted", "site"]

ADMITTED = {"src", "title", "width", "height", "loading", "sandbox"}
FRAMES_TOO = {"a": {"href"}, "iframe": ADMITTED}
BOX = """(one) => {
  const { left, width } = one.getBoundingClientRect()
  return [left, width]
}"""
# Symbols by themselves, and those that circles hold.
ON_THE_MAP = """(map) => [...map.querySelectorAll('[data-presence], [data-holds]')]
  .reduce((sum, one) => sum + Number(one.dataset.holds ?? 1), 0)"""
Sanitizer = dict[str, "Callable[[str], str]"]
DEFAULTS: Sanitizer = {
    "bleach": lambda code: bleach.clean(code, strip=True),
    "nh3": nh3.clean,
    "lxml-html-clean": lxml_html_clean.clean_html,
}
WITH_FRAMES: Sanitizer = {
    "bleach": lambda code: bleach.clean(code, tags={"p", *FRAMES_TOO}, attributes=_listed()),
    "nh3": lambda code: nh3.clean(code, tags={"p", *FRAMES_TOO}, attributes=FRAMES_TOO),
    "lxml-html-clean": lxml_html_clean.Cleaner(embedded=False, safe_attrs_only=False).clean_html,
}


def _listed() -> dict[str, list[str]]:
    return {name: sorted(attributes) for name, attributes in FRAMES_TOO.items()}


def test_both_codes_show_what_the_page_showed(
    reader: Reader, site: Site, pasted: list[str]
) -> None:
    """In a host with a strict policy, and in the column that its theme gives to blocks."""
    page = site.visit(reader, f"<main><h2>The map</h2>{''.join(pasted)}</main>")
    for number in range(2):
        frame = map_frame(page, number)
        expect(frame.locator('[data-presence="arg-adviser"]').first).to_be_hidden()
        expect(frame.locator("html")).to_have_attribute("lang", "en")
    page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet()
          sheet.replaceSync('main > * { max-width: 645px; margin-inline: auto }')
          document.adoptedStyleSheets.push(sheet)
        }"""
    )
    column, *maps = [
        page.locator(name).evaluate(BOX)
        for name in ("h2", "main > p > iframe", "presence-map", "presence-map > iframe")
    ]
    assert column[1] == 645
    assert maps == [column] * 3
    expect(page.get_by_role("link", name="103 locations")).to_have_count(1)


def test_the_element_is_a_link_until_its_script_has_come(
    reader: Reader, site: Site, pasted: list[str]
) -> None:
    """And remains one where the script is not let through."""
    page = site.visit(reader, pasted[1].partition("\n")[2])
    page.get_by_role("link", name="103 locations").click()
    page.wait_for_selector(READY)
    assert page.url.endswith("/map.en.html?region=africa")


@pytest.mark.parametrize("name", DEFAULTS)
def test_a_link_remains_where_a_sanitizer_takes_the_frame(pasted: list[str], name: str) -> None:
    """As they are set by default: of both codes, and in the state that was shown."""
    for code in pasted:
        left = DEFAULTS[name](code)
        assert "iframe" not in left
        (address,) = re.findall(r'<a href="([^"]+)"', left)
        assert unescape(address).endswith("/map.en.html?region=africa")
        assert "103 locations" in left


@pytest.mark.parametrize("name", WITH_FRAMES)
def test_a_sanitizer_that_admits_frames_leaves_a_map_with_a_height(
    reader: Reader, site: Site, pasted: list[str], name: str
) -> None:
    """Width, height and sandbox are attributes, and so they stay."""
    left = WITH_FRAMES[name](pasted[0])
    page = site.visit(reader, left)
    frame = map_frame(page)
    expect(frame.locator("[role=toolbar] [data-presence]").first).to_be_visible()
    listed = frame.locator("li[data-presence]:not([hidden])").count()
    assert frame.locator("[role=toolbar]").evaluate(ON_THE_MAP) == listed > 0
    assert page.locator("iframe").evaluate("one => one.offsetHeight") >= 600
    assert "sandbox=" in left


def test_the_codes_are_elements_of_mdx_too(pasted: list[str]) -> None:
    """As strict as JSX: each attribute quoted, each element closed, no text for a style.

    And a line of a paragraph that begins with a tag would end the paragraph.
    """
    parser = Parser(Language(tree_sitter_javascript.language()))
    for code in (*pasted, *documented_codes()):
        tree = parser.parse(f"const made = <>{code}</>".encode()).root_node
        assert not tree.has_error
        assert not re.search(r"\s(style|class|on\w+)=", code)
        assert not re.search(r"\n\s*<", code.partition("<p>")[2])


def test_the_documentation_gives_the_same_code(pasted: list[str]) -> None:
    """But for titles and addresses."""
    assert [_shape(code) for code in documented_codes()] == [_shape(code) for code in pasted]


def documented_codes() -> list[str]:
    """Return frame and element as the documentation gives them."""
    page = (ROOT / "docs/embed.md").read_text(encoding="utf-8")
    return re.findall(r"```html\n(.*?)```", page, re.DOTALL)[:2]


def _shape(code: str) -> list[str]:
    """Return elements and attributes of a code, with the values that are the same for every map."""
    words = re.findall(r'<\w[\w-]*|[\w-]+="[^"]*"|defer|</[\w-]+>', code)
    return [re.sub(r"^(title|src|href|filter)=.*", r"\1", word) for word in words]


def test_a_copy_without_an_address_hands_out_a_placeholder(reader: Reader, map_file: Path) -> None:
    """From disk: not the path of whoever opened it; a sentence says so in the page's language."""
    page = reader.open(map_file, query="?lang=en&region=africa")
    for code in codes(page):
        assert "file:" not in code
        assert "https://your-site.example/" in code
        assert "region=africa" in code
    said = set()
    for other in (page, reader.open(map_file, query="?lang=ar")):
        if other is not page:
            other.locator(".offer").click()
        sentence = other.locator("dialog[open] p").filter(has_text="https://your-site.example")
        said.add(sentence.inner_text())
    assert len(said) == 2


@pytest.mark.parametrize("kind", ["srcdoc", "blob"])
def test_the_dialog_opens_in_viewers_without_an_address(
    reader: Reader, site: Site, kind: str
) -> None:
    """As viewers of notebooks, files and mail show a page."""
    page = site.show(reader, "build.json")
    page.evaluate(
        """async (kind) => {
          const frame = document.createElement('iframe')
          frame.width = frame.height = 700
          const text = await (await fetch('map.html')).text()
          if (kind === 'srcdoc') frame.srcdoc = text
          else frame.src = URL.createObjectURL(new Blob([text], { type: 'text/html' }))
          document.body.append(frame)
        }""",
        kind,
    )
    frame = map_frame(page)
    for code in codes(frame):
        assert "https://your-site.example/" in code
    expect(frame.get_by_role("dialog")).to_contain_text("This copy has no address on the web")


def test_the_element_keeps_its_height_under_a_host_s_style(
    reader: Reader, site: Site, pasted: list[str]
) -> None:
    """Themes set the height of every frame, some with priority.

    Back leaves the host's page, however often its script has turned the map: a changed attribute is
    no step of the history.
    """
    page = site.visit(reader, pasted[1])
    frame = map_frame(page)
    page.evaluate(
        """() => {
          const sheet = new CSSStyleSheet()
          sheet.replaceSync('iframe { height: 315px !important }')
          document.adoptedStyleSheets.push(sheet)
        }"""
    )
    needed = frame.evaluate("Math.ceil(document.documentElement.getBoundingClientRect().height)")
    assert needed > 400
    expect(page.locator("iframe")).to_have_css("height", f"{needed}px")
    before = page.evaluate("history.length")
    for lang, scheme in (("fr", "dark"), ("ar", "light")):
        page.locator("presence-map").evaluate(
            "(one, [lang, scheme]) => { one.lang = lang; one.setAttribute('scheme', scheme) }",
            [lang, scheme],
        )
        expect(map_frame(page).locator("html")).to_have_attribute("lang", lang)
    assert page.evaluate("history.length") == before


def test_the_frame_of_an_element_has_the_title_of_the_map_in_its_language(
    reader: Reader, site: Site
) -> None:
    """Where the host gives none."""
    element = '<presence-map src="map.html" lang="fr"></presence-map>'
    page = site.visit(reader, f'<script src="embed.js" defer></script>{element}')
    frame = map_frame(page)
    expect(page.locator("iframe")).to_have_attribute("title", frame.evaluate("document.title"))
