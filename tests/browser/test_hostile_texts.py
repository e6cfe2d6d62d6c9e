"""Whatever a label may be, the page shows it as text and goes on working."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect

from mapping.page import render as pages
from tests.browser.reader import PLACES, entry, symbol, symbols
from tests.support.hostile import HOSTILE, labelled

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.atlas import Atlas
    from tests.browser.reader import Reader
    from tests.support.folder import Folder

# Parts of code in other languages, marks that turn text around, and any text that a file can hold.
PIECES = st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs", "Cc"]))
TEXTS = st.lists(PIECES, min_size=1, max_size=5).map("".join).filter(str.strip)
SAID = """id => {
  const entry = document.querySelector(`li[data-presence="${id}"] bdi`)
  return [entry.textContent, document.title, document.images.length]
}"""
# Categories and credits are texts of an edition, and may be addresses.
LONG_WORDS = """() => {
  for (const text of document.querySelectorAll('.legend label span, dt, dd'))
    text.textContent = 'W'.repeat(400)
  const [legend, root] = [document.querySelector('.legend'), document.documentElement]
  return [legend.scrollWidth - legend.clientWidth, root.scrollWidth - root.clientWidth]
}"""


@settings(
    max_examples=3,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(texts=st.lists(TEXTS, min_size=4, max_size=6))
@example(texts=["x" * 10_000, "ب" * 5_000 + " " + "W" * 5_000, '=HYPERLINK("http://example.org")'])
def test_a_label_is_text_to_the_letter(
    reader: Reader, atlas: Atlas, tmp_path: Path, texts: list[str]
) -> None:
    """In list, symbol and details; nothing runs, nothing breaks, nothing leaves the screen."""
    file = tmp_path / "map.html"
    file.write_bytes(pages.render(pages.build_page(labelled(atlas, *texts))))
    presences = [place.presence.id for place, _ in zip(atlas.places, texts, strict=False)]
    page = reader.open(file, query=f"?presence={presences[0]}")
    expect(symbols(page)).to_have_count(PLACES)
    for number, (presence, text) in enumerate(zip(presences, texts, strict=True)):
        if number:
            entry(page, presence).get_by_role("button").first.dispatch_event("click")
        said, title, images = page.evaluate(SAID, presence)
        assert said == text.replace("\r\n", "\n").replace("\r", "\n")
        assert (title, images) == (atlas.dataset.edition.metadata.title.en, 0)
        assert page.get_by_role("dialog").get_by_role("heading").first.is_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert symbol(page, presence).get_attribute("aria-label")
    assert page.evaluate(LONG_WORDS) == [0, 0]
    page.context.close()


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u0007", "\ufffd"])
def test_what_turns_or_hides_a_text_is_refused(folder: Folder, sign: str) -> None:
    """A clear word names the character, the line and the column."""
    line = folder.edit("countries.csv", ",Argentina,", f",{sign}Argentina,")
    told = [fault for fault in folder.faults() if f"U+{ord(sign):04X}" in fault]
    assert told
    assert told[0].startswith(f"countries.csv:{line}: en: ")
