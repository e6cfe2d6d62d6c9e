"""The proof: it finds on a finished sheet whatever touches, is missing, or leaves the paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.printing.proof import proved

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

    from mapping.atlas import Atlas
    from tests.printing.sheets import Printed

LABEL = r'(<g role="listitem" aria-owns="symbol-{}".*?</g>)'
# As small on the screen as a sheet is when it is measured.
OF_ONE_LINE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 420 297" width="1280"
 font-family="Noto Sans" direction="ltr"><g id="leaders"><g data-presence="other">
<path class="leader" d="M50,40L50,60"/></g></g><g id="labels"><g data-presence="one">
<text class="label" x="{x}" y="50" {style}>{text}</text></g></g></svg>"""


@pytest.fixture(scope="module")
def prove(browser: Browser, atlas: Atlas) -> Callable[[str], list[str]]:
    """Return what tells what the proof finds on a drawing of the project's list."""
    presences = [place.presence.id for place in atlas.places]
    return lambda drawing: proved(browser, drawing, presences)


@pytest.fixture(scope="module")
def drawing(english: Printed) -> str:
    """Return the drawing as it was printed."""
    return english.file("svg").read_text(encoding="utf-8")


def moved(drawing: str, presence: str, x: float, y: float) -> str:
    """Move all lines of a label to a place."""
    [label] = re.findall(LABEL.format(presence), drawing, re.DOTALL)
    elsewhere = re.sub(r' x="[^"]+" y="[^"]+"', f' x="{x}" y="{y}"', label)
    return drawing.replace(label, elsewhere)


def place(drawing: str, presence: str) -> tuple[float, float]:
    """Return where a symbol stands."""
    [(x, y)] = re.findall(rf'id="symbol-{presence}".*?translate\(([\d.]+),([\d.]+)\)', drawing)
    return float(x), float(y)


def test_the_printed_sheet_is_clean(
    prove: Callable[[str], list[str]], press: Callable[[str], Printed]
) -> None:
    """Nothing touches; a sheet of which that did not hold in any language would not be there."""
    assert prove(press("ar").file("svg").read_text(encoding="utf-8")) == []


def test_type_is_as_wide_as_it_is_drawn(browser: Browser) -> None:
    """A figure is not as wide as whole pixels; a letter that reaches out of its length is wider."""

    def touching(x: float, text: str, style: str) -> list[str]:
        return proved(browser, OF_ONE_LINE.format(x=x, text=text, style=style), [])

    beside = "the label of one touches the leader line of other"
    figure, letter = 'font-size="1.83" text-anchor="end" font-weight="700"', 'font-size="10"'
    assert [touching(x, "34", figure) for x in (49.9, 50.1)] == [[], [beside]]
    assert [touching(x, "j", letter) for x in (50.1, 50.9)] == [[beside], []]


def test_a_label_on_a_symbol_is_found(prove: Callable[[str], list[str]], drawing: str) -> None:
    """And so is whatever else it covers there."""
    spoilt = moved(drawing, "mex-country-office", *place(drawing, "bra-adviser"))
    assert "the label of mex-country-office touches the symbol of bra-adviser" in prove(spoilt)


def test_a_label_on_a_label_is_found(prove: Callable[[str], list[str]], drawing: str) -> None:
    """Two names in one place are none."""
    [label] = re.findall(LABEL.format("bra-adviser"), drawing, re.DOTALL)
    [(x, y)] = re.findall(r' x="([^"]+)" y="([^"]+)"', label)
    spoilt = moved(drawing, "mex-country-office", float(x), float(y) + 0.5)
    found = prove(spoilt)
    assert "the label of bra-adviser touches the label of mex-country-office" in found


def test_a_symbol_on_a_symbol_is_found(prove: Callable[[str], list[str]], drawing: str) -> None:
    """One would hide the other."""
    (x, y), (to_x, to_y) = place(drawing, "mng-adviser"), place(drawing, "ukr-country-office")
    spoilt = drawing.replace(f"translate({x:.2f},{y:.2f})", f"translate({to_x:.2f},{to_y:.2f})")
    assert "the symbol of mng-adviser touches the symbol of ukr-country-office" in prove(spoilt)


def test_a_leader_line_across_others_is_found(
    prove: Callable[[str], list[str]], drawing: str
) -> None:
    """It crosses leader lines, labels, names and symbols from Mexico to the middle of Africa."""
    ends = (*place(drawing, "mex-country-office"), *place(drawing, "caf-minusca"))
    line = '<path class="leader" data-presence="mex-country-office" d="M{},{}L{},{}"/>'
    first = '<path class="casing"'
    found = prove(drawing.replace(first, line.format(*ends) + first, 1))
    kinds = {re.sub(r" of \S+", "", one) for one in found}
    assert kinds == {
        "the label touches the leader line",
        "the symbol touches the leader line",
        "the leader line touches the leader line",
        "the leader line touches the name",
    }


def test_a_missing_label_and_one_off_the_paper_are_found(
    prove: Callable[[str], list[str]], drawing: str
) -> None:
    """Both at once."""
    spoilt = re.sub(LABEL.format("bra-adviser"), "", drawing, flags=re.DOTALL)
    assert prove(moved(spoilt, "mex-country-office", 419, 100)) == [
        "the label of bra-adviser is missing",
        "the label of mex-country-office leaves the paper",
    ]


def test_lines_of_type_that_touch_are_found(
    prove: Callable[[str], list[str]], drawing: str
) -> None:
    """A footnote over another, and the disclaimer over a label."""
    lines = re.findall(r'<text class="text" x="[^"]+" y="[^"]+"', drawing)
    spoilt = drawing.replace(lines[-1], lines[0], 1)
    x, y = place(drawing, "bra-adviser")
    spoilt = re.sub(
        r'(<text class="disclaimer") x="[^"]+" y="[^"]+"', rf'\1 x="{x}" y="{y}"', spoilt
    )
    found = prove(spoilt)
    assert any(one.startswith("the text 'Headquarters: 2") for one in found)
    assert any(
        one.startswith("the label of bra-adviser touches the text 'The bou") for one in found
    )
