"""Link previews and oEmbed: written once the edition says where the map is published."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from mapping.i18n.localized import LANGUAGES
from mapping.page.oembed import build_answers

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.atlas import Atlas
    from tests.support.folder import Folder

ADDRESS = "https://maps.example.org/rights/map.html"


def test_without_an_address_neither_is_written(built: Path) -> None:
    """A page that does not know where it is says nothing of it."""
    assert not (built / "oembed.json").exists()
    head = (built / "map.html").read_text(encoding="utf-8").partition("</head>")[0]
    assert not re.findall("og:|oembed|canonical", head)


def test_with_an_address_both_are_written(folder: Folder, tmp_path: Path) -> None:
    """The head names the page and its answer, and the answer holds a sandboxed frame of it."""
    folder.edit("edition.toml", 'address = ""', f'address = "{ADDRESS}"')
    output = folder.build(tmp_path / "output")
    head = (output / "map.html").read_text(encoding="utf-8").partition("</head>")[0]
    assert f'<link rel="canonical" href="{ADDRESS}">' in head
    assert 'href="https://maps.example.org/rights/oembed.json"' in head
    picture = "https://maps.example.org/rights/print/preview.zh.png"
    assert f'<meta property="og:image" content="{picture}">' in head
    answer = json.loads((output / "oembed.json").read_text(encoding="utf-8"))
    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    assert f'src="{ADDRESS}?embed"' in answer["html"]
    assert "allow-same-origin" not in answer["html"]
    assert 'width="100%"' in answer["html"]  # a column may be narrower than any number
    assert isinstance(answer["width"], int)


def test_an_answer_is_what_readers_of_oembed_take(atlas: Atlas) -> None:
    """As WordPress, Wagtail and Drupal read it.

    WordPress takes a frame with a listener only after a quotation with nothing but a link in it;
    Drupal takes version 1.0 as a text, sizes above zero, and no provider that it does not know;
    both it and Wagtail take the age of what they keep as a number.
    """
    edition = atlas.dataset.edition.metadata.model_copy(update={"address": ADDRESS})
    answers = build_answers(edition)
    assert len(answers) == 1 + len(LANGUAGES)
    for content in answers.values():
        answer = json.loads(content)
        assert (answer["version"], answer["type"]) == ("1.0", "rich")
        for key in ("width", "height", "cache_age"):
            assert isinstance(answer[key], int)
            assert answer[key] > 0
        assert not {"provider_name", "url", "thumbnail_url"} & answer.keys()
        link = r'<blockquote><a href="[^"]+">[^<]+</a></blockquote>'
        assert re.fullmatch(link + r"\s*<iframe [^<>]*></iframe>", answer["html"])


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", 'https://x.org/\\"><script>', "map.html"]
)
def test_an_address_that_is_none_is_refused(folder: Folder, address: str) -> None:
    """Only an address of the web is taken for one."""
    line = folder.edit("edition.toml", 'address = ""', f'address = "{address}"')
    assert [fault for fault in folder.faults() if f"edition.toml:{line}: edition.address" in fault]
