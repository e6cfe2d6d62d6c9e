"""The lines for servers in docs/publish.md send what the page says, and what the build made."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support.server_lines import EXAMPLE_HOST, KINDS, PAGE, block, headers

if TYPE_CHECKING:
    from pathlib import Path


def test_every_server_sends_the_same() -> None:
    """Nginx, Apache and a file `_headers`: the same headers with the same values."""
    first, *others = [headers(kind) for kind in KINDS]
    assert others == [first] * 2
    assert first["Content-Security-Policy"] == f"frame-ancestors 'self' {EXAMPLE_HOST}"


def test_every_line_is_explained() -> None:
    """Each header has its row in the table, with the value that is sent; and none is missing."""
    rows = re.findall(r"^\| (no )?(`.+?) \|", PAGE.text, re.MULTILINE)
    named = {name: value for no, row in rows if not no
             for name, value in re.findall(r"`([\w-]+): ([^`]+)`", row)}  # fmt: skip
    sent = headers("nginx")
    kind = named.pop("Content-Type")
    assert kind == "text/html; charset=utf-8"
    assert named.keys() == sent.keys()
    assert all(sent[name].startswith(value.removesuffix("…")) for name, value in named.items())


@pytest.mark.parametrize("kind", ["nginx", "apache"])
def test_the_site_s_own_lines_do_not_reach_the_map(kind: str) -> None:
    """UTF-8 and the type of GeoJSON are named; what Apache would inherit is taken back."""
    lines = block(kind).casefold()
    assert re.search(r"charset utf-8", lines)
    assert re.search(r"application/geo\+json \.?geojson", lines)
    if kind == "apache":
        for name in ("X-Frame-Options", *headers(kind)):
            assert f"header always unset {name}".casefold() in lines


def test_the_command_prints_the_policy_of_the_page(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it is typed, beside the folder `output`; every page of the build has the same policy."""
    [command] = [one for one in PAGE.shell if "content_policies" in one]
    program, *rest = shlex.split(command)
    assert program == "python3"
    monkeypatch.chdir(built.parent)
    text = " ".join(rest).replace("output/", f"{built.name}/").removeprefix("-c ")
    done = subprocess.run(  # noqa: S603 (our own words)
        [sys.executable, "-c", text], capture_output=True, encoding="utf-8", check=True
    )
    policies = json.loads((built / "build.json").read_text(encoding="utf-8"))["content_policies"]
    assert set(policies.values()) == {done.stdout.strip()}
    assert "script-src 'sha256-" in done.stdout
