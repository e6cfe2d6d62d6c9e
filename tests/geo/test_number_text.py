"""Numbers as text: short, safe in JSON and HTML, and the same when they are read again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from mapping.geo.number_text import BASE, DIGITS, LAST, encode
from mapping.web.csp import json_for_script
from tests.support.deno import deno
from tests.support.folder import ROOT

if TYPE_CHECKING:
    from pathlib import Path

LISTS = st.lists(st.lists(st.integers(-200_000, 200_000), min_size=1, max_size=9), max_size=5)
DECODER = ROOT / "mapping" / "web" / "js" / "pure" / "number-text.js"
READ = """\
import {{ decodeNumbers }} from '{module}'
const texts = JSON.parse('{texts}')
const lists = ({{ ends, numbers }}) =>
  ends.map((end, i) => [...numbers.slice(ends[i - 1] ?? 0, end)])
console.log(JSON.stringify(texts.map((text) => lists(decodeNumbers(text)))))
"""


def decode(text: str) -> list[list[int]]:
    """Read numbers again, by the definition."""
    lists = []
    for part in text.split(" "):
        numbers, value, weight = [], 0, 1
        for digit in map(DIGITS.index, part):
            value, weight = value + digit * weight, weight * BASE
            if digit < LAST:
                numbers.append(~(value >> 1) if value & 1 else value >> 1)
                value, weight = 0, 1
        lists.append(numbers)
    return lists


@given(lists=LISTS)
def test_what_was_encoded_is_decoded(lists: list[list[int]]) -> None:
    """Any lists of whole numbers; no sign is one that JSON or HTML escapes."""
    text = encode([np.array(one, dtype=np.int64) for one in lists])
    assert (decode(text) if text else []) == lists
    assert json_for_script(text) == f'"{text}"'


def test_a_small_step_is_one_character() -> None:
    """Forty units each way: three quarters of all steps of a coast."""
    assert len(encode([np.arange(-40, 40)])) == 80
    assert encode([np.array([0, -1, 1]), np.array([-40, 40])]) == "!#$ vw!"


def test_the_page_reads_what_the_build_writes(tmp_path: Path) -> None:
    """At the ends of each number of digits, and where lists part."""
    edges = [0, 39, 40, -40, -41, 79, 80, 200_000, -200_000]
    lists = [edges, [7], [-1, 40_000]]
    texts = json.dumps([encode([np.array(one) for one in lists])])
    script = tmp_path / "read.js"
    script.write_text(READ.format(module=DECODER.as_uri(), texts=texts), encoding="utf-8")
    read = deno("run", "--no-remote", "--config", ROOT / "deno.json", script)
    assert json.loads(read.stdout) == [lists], read.stderr
