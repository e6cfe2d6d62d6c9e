"""A page of very many places says that its map is being drawn; any other is drawn at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.files.paths import WEB
from mapping.i18n.localized import LANGUAGES
from mapping.page import render

if TYPE_CHECKING:
    import pytest

    from mapping.atlas import Atlas


def test_the_status_is_in_every_language(atlas: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the number of places; the page shows the one of its reader."""
    assert render.build_page(atlas).drawing == {}
    monkeypatch.setattr(render, "MOST_AT_ONCE", 1)
    said = render.build_page(atlas).drawing
    assert set(said) == set(LANGUAGES)
    assert all(str(len(atlas.places)) in text for text in said.values())
    style = (WEB / "css" / "page.css").read_text(encoding="utf-8")
    assert all(
        f":root:not(:lang({code})) .drawing > span:lang({code})" in style for code in LANGUAGES
    )
