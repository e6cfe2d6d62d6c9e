"""Readers who space or enlarge text, and those who choose their own colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.reader import NEXT_FRAME, READY, SIZES

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.browser.reader import Reader

# What WCAG 2.2 asks a page to bear (1.4.12), set as a reader's extension sets it.
SPACED = """() => [...document.styleSheets].at(-1).insertRule(
  `* { line-height: 1.5 !important; letter-spacing: .12em !important;
       word-spacing: .16em !important }`)"""
BROKEN = """() => [...document.querySelectorAll('.label bdi')].flatMap((name) => {
  const text = name.firstChild
  return [...text.data.matchAll(/[\\p{L}]+/gu)].filter(({ 0: word, index }) => {
    const range = document.createRange()
    range.setStart(text, index)
    range.setEnd(text, index + word.length)
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1
  }).map(([word]) => word)
})"""
OVERLAPPING = """() => {
  const all = [...document.querySelectorAll('.label')].map((one) => {
    const range = document.createRange()
    range.selectNodeContents(one)
    return [one.textContent, range.getBoundingClientRect()]
  })
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3
  return all.flatMap(([a, one], i) => all.slice(i + 1)
    .filter(([, other]) => meet(one, other)).map(([b]) => [a, b]))
}"""
FONT = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
SIZE = "document.querySelector('.presence').getBoundingClientRect().width"
CUT = """() => [...document.querySelectorAll('.acts button')].map((button) => {
  button.focus()
  const { outlineOffset, outlineWidth } = getComputedStyle(button)
  return parseFloat(outlineOffset) + parseFloat(outlineWidth)
})"""
MARKED = """() => {
  const of = (one) => getComputedStyle(one).borderBlockEndColor
  const [pressed, other] = ['true', 'false'].map((value) =>
    document.querySelector(`.languages [aria-pressed="${value}"]`))
  return [of(pressed) !== of(other), getComputedStyle(document.querySelector('.mark.hollow')).fill,
    getComputedStyle(document.documentElement).backgroundColor]
}"""


def test_labels_bear_the_spacing_of_the_reader(english: Page) -> None:
    """On a page that is open already: no word is broken, and no label lies on another.

    The rings of the buttons that zoom lie within what would cut them.
    """
    assert all(end <= 0 for end in english.evaluate(CUT))
    english.wait_for_selector(".label")
    labels = english.locator(".label")
    before = labels.count()
    english.evaluate(SPACED)
    expect(labels).not_to_have_count(before)
    assert labels.count()
    assert english.evaluate(BROKEN) == []
    assert english.evaluate(OVERLAPPING) == []


def test_larger_text_makes_no_smaller_symbols(reader: Reader, map_file: Path) -> None:
    """A reader with the default size of text doubled, at every width."""
    page, before = reader.open(map_file), {}
    for width, height in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate(NEXT_FRAME)
        before[width] = page.evaluate(SIZE)
    client = page.context.new_cdp_session(page)
    client.send("Page.enable")
    client.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    for width, height in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        page.reload()
        page.wait_for_selector(READY)
        assert page.evaluate(FONT) == 32
        assert page.evaluate(SIZE) >= before[width], width


def test_forced_colours_leave_the_chosen_language_and_hollow_marks(
    reader: Reader, map_file: Path
) -> None:
    """A line under the one, and nothing in the other."""
    page = reader.open(map_file, forced_colors="active", color_scheme="dark")
    marked, fill, canvas = page.evaluate(MARKED)
    assert marked
    assert fill == canvas


def test_nothing_runs_out_of_a_narrow_screen_with_spaced_and_large_text(
    reader: Reader, map_file: Path
) -> None:
    """In Russian, with the longest words: shortcuts then stand under one another."""
    page = reader.open(map_file, width=360, locale="ru-RU")
    page.evaluate(SPACED)
    page.evaluate("document.documentElement.style.fontSize = '28px'")
    page.wait_for_function(f"{FONT} === 28")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
