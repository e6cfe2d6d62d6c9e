"""How high the map alone is in the column of a host: what the ready code gives holds it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from mapping.i18n.localized import LANGUAGES
from mapping.page.oembed import HEIGHT, build_answers
from tests.browser.host import map_frame, site
from tests.browser.reader import NEXT_FRAME
from tests.support.folder import ROOT

if TYPE_CHECKING:
    from mapping.atlas import Atlas
    from tests.browser.host import Site
    from tests.browser.reader import Reader

__all__ = ["site"]

# The narrowest and the widest of each arrangement of the page: its style sheets change it between.
WIDTHS = (320, 416, 480, 640, 641, 768, 1023, 1024, 1280)
FRAME = '<iframe src="map.{}.html?embed&amp;region=africa" width="320" height="{}"></iframe>'
RESIZED = "(one, width) => { one.width = width }"
NEEDED = "Math.ceil(document.documentElement.getBoundingClientRect().height)"
IS_CUT = """() => {
  const { clientHeight, scrollHeight } = document.querySelector('.legend')
  return scrollHeight > clientHeight
}"""


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_height_of_the_ready_code_holds_the_map_in_every_column(
    reader: Reader, site: Site, code: str
) -> None:
    """With the row of a filter too; beside the map, the legend is wholly in view."""
    page = site.visit(reader, FRAME.format(code, HEIGHT), width=1400)
    frame = map_frame(page)
    frame.wait_for_selector("html:not(.starting)")
    needed, cut = {}, []
    for width in WIDTHS:
        page.locator("iframe").evaluate(RESIZED, width)
        frame.evaluate(NEXT_FRAME)
        needed[width] = frame.evaluate(NEEDED)
        cut += [width] if frame.evaluate(IS_CUT) else []
    assert max(needed.values()) <= HEIGHT, needed
    assert min(needed.values()) > 600
    assert cut == []


def test_there_is_one_height(atlas: Atlas) -> None:
    """In the dialog's code, the oEmbed answers and the documentation."""
    script = (ROOT / "mapping/web/js/pure/embed-code.js").read_text(encoding="utf-8")
    said = re.findall(r"HEIGHT = (\d+)", script)
    edition = atlas.dataset.edition.metadata.model_copy(
        update={"address": "https://x.org/map.html"}
    )
    for content in build_answers(edition).values():
        answer = json.loads(content)
        said += [str(answer["height"]), *re.findall(r' height="(\d+)"', answer["html"])]
    said += re.findall(r' height="(\d+)"', (ROOT / "docs/embed.md").read_text(encoding="utf-8"))
    assert len(said) >= 2 + 2 * len(LANGUAGES)
    assert {*said} == {str(HEIGHT)}
