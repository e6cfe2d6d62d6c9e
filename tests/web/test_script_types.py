"""The types of the scripts are true of what the build hands to them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from mapping.display_texts import display_texts
from mapping.page.payload import build_payload
from tests.support.deno import deno
from tests.support.folder import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.atlas import Atlas

TYPES = ROOT / "mapping" / "web" / "js" / "types.d.ts"


def payload(atlas: Atlas) -> dict[str, object]:
    """Return what the page's scripts know, as the build makes it."""
    languages = atlas.dataset.languages.items()
    return build_payload(
        atlas, {code: display_texts(atlas, language) for code, language in languages}
    )


def test_a_place_has_the_keys_of_its_type(atlas: Atlas) -> None:
    """All of them, and no other: neither is changed without the other."""
    [place] = re.findall(
        r"interface Place \{\n(.*?)\n\}", TYPES.read_text(encoding="utf-8"), re.DOTALL
    )
    keys = set(re.findall(r"^  (\w+):", place, re.MULTILINE))
    places = payload(atlas)["places"]
    assert isinstance(places, list)
    assert {frozenset(one) for one in places} == {frozenset(keys)}


def test_everything_that_the_page_knows_has_its_type(atlas: Atlas, tmp_path: Path) -> None:
    """Types are checked strictly: of every place, country, document, area and line."""
    known = json.dumps(payload(atlas), ensure_ascii=False)
    script = (
        f"import type {{ PageData, World }} from '{TYPES.as_uri()}'\n"
        f"export const data: PageData & {{ world: World }} = {known}\n"
    )
    good, spoilt = tmp_path / "good.ts", tmp_path / "spoilt.ts"
    good.write_text(script, encoding="utf-8")
    spoilt.write_text(script.replace('"listed"', '"open"'), encoding="utf-8")
    options = ("--quiet", "--no-remote", "--config", ROOT / "deno.json")
    told = deno("check", *options, good, spoilt).stderr
    assert good.as_uri() not in told, told[:3000]
    assert "TS2322" in told
    assert spoilt.as_uri() in told
