"""The page for those who read the program shows the wings as the imports are held to them."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from tests.support.documents import Document
from tests.support.folder import ROOT
from tests.support.wings import WINGS

if TYPE_CHECKING:
    import pytest

PAGE = Document(ROOT / "docs" / "how-it-is-made.md")
TABLE = re.compile(r"(?<=\|---\|---\|---\|\n)(\| \d+ \|.*\n)+")
RENEW = "if the faces are right: python -m pytest tests/docs/test_how_it_is_made.py --renew"


def first_sentence(wing: str) -> str:
    """Return the first sentence of a wing's face, or of a module outside of wings."""
    path = ROOT / "mapping" / wing / "__init__.py"
    text = (path if path.exists() else path.parent.with_suffix(".py")).read_text(encoding="utf-8")
    words = " ".join((ast.get_docstring(ast.parse(text)) or "").split())
    return re.split(r"(?<=\.)(?: |$)", words)[0].replace("``", "`")


def row(level: int, wing: str) -> str:
    """Return the line of the page's table that a wing must have."""
    folder = (ROOT / "mapping" / wing).is_dir()
    return f"| {level} | `mapping/{wing}{'/' if folder else '.py'}` | {first_sentence(wing)} |"


def test_the_page_shows_the_wings_as_their_imports_go(request: pytest.FixtureRequest) -> None:
    """Every wing at its level, from the top down, with the first sentence of its face."""
    rows = [row(level, wing) for level, wings in enumerate(WINGS, 1) for wing in wings]
    if request.config.getoption("--renew"):
        renewed = TABLE.sub("".join(f"{line}\n" for line in rows).replace("\\", r"\\"), PAGE.text)
        PAGE.path.write_text(renewed, encoding="utf-8")
    shown = TABLE.search(PAGE.text)
    assert shown, "the page has no table of wings"
    assert shown[0].splitlines() == rows, RENEW


def test_every_wing_has_a_sentence() -> None:
    """No face is silent, and no two say the same."""
    sentences = [first_sentence(wing) for wings in WINGS for wing in wings]
    assert all(sentence.endswith(".") for sentence in sentences)
    assert len({*sentences}) == len(sentences)
