"""While one works on the page itself, `watch` follows its words and files too."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from mapping.watching.loop import list_folders
from mapping.web import assets
from tests.support.folder import GEODATA, ROOT
from tests.support.watched import watched

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.watched import Watched

__all__ = ["watched"]  # a fixture


def test_a_checkout_watches_its_words_and_its_page() -> None:
    """Beside the data; all with the folders under them."""
    web = ROOT / "mapping" / "web"
    expected = {
        GEODATA,
        ROOT / "mapping" / "words",
        web,
        *(p for p in web.rglob("*") if p.is_dir()),
    }
    assert set(list_folders(GEODATA)) == expected
    assert {path.parent for path in web.rglob("*.*") if path.is_file()} <= expected


@pytest.mark.parametrize("spoilt", [b"{% if %}", b"{{ page.nothing }}", b"\xff"])
def test_a_file_of_the_page_that_is_half_saved(
    watched: Watched, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoilt: bytes
) -> None:
    """A template that is not well formed, asks for what there is not, or is no text, is a fault."""
    web = shutil.copytree(ROOT / "mapping" / "web", tmp_path / "web")
    monkeypatch.setattr(assets, "WEB", web)
    watched.mended()
    part = web / "_list.html"
    content = part.read_bytes()
    part.write_bytes(content + spoilt)
    watched.folder.append("presences.csv", "")
    [fault] = watched.failed()
    line = 1 + content.count(b"\n") if spoilt.startswith(b"{") else 1
    assert fault.startswith(f"_list.html:{line}: ")
    part.write_bytes(content + b"mended")
    watched.folder.append("presences.csv", "")
    watched.mended()
    assert b"mended" in watched.page
