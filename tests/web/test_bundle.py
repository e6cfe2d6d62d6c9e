"""Modules are joined in the order of their imports; what joining would change is a fault.

Also of `javascript.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.errors import DataError, quote
from mapping.web import assets, bundle
from tests.support.deno import evaluate
from tests.support.folder import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def join(files: dict[str, str], entry: str = "main.js") -> str:
    """Join modules that are given as texts."""
    return bundle.join(entry, files.__getitem__)


def faults(files: dict[str, str]) -> list[str]:
    """Return the faults of modules that cannot be joined."""
    with pytest.raises(DataError) as caught:
        join(files)
    return [str(fault) for fault in caught.value.faults]


def test_a_module_comes_after_those_that_it_imports() -> None:
    """Each once, however often it is imported; the whole evaluates to what its entry exports."""
    files = {
        "main.js": (
            "import { two } from './parts/two.js'\nimport {\n  one,\n} from './one.js'\n"
            "export function sum() {\n  return one + two + log.length\n}\n"
            "const log = []\nexport { one }\n"
        ),
        "parts/two.js": "import { one } from '../one.js'\n\nexport const two = 2 * one\n",
        "one.js": "/** @import { Type } from './type.d.ts' */\nexport const one = 1\n",
    }
    joined = join(files)
    assert joined.index("const one") < joined.index("const two") < joined.index("function sum")
    assert evaluate(f"const made = {joined};[made.sum(), made.one, Object.keys(made)]") == [
        3,
        1,
        ["sum", "one"],
    ]


def test_scripts_that_follow_one_another_have_each_module_once() -> None:
    """Each goes on with what those before it made, and has what they do not need."""
    files = {
        "main.js": "import { made } from './both.js'\nmade.push('main')\nexport { made }\n",
        "both.js": (
            "const made = ['both']\nexport function log() {\n  return made\n}\nexport { made }\n"
        ),
        "more.js": "import { log } from './both.js'\nlog().push('more')\nexport const more = 1\n",
        "rest.js": (
            "import { log } from './both.js'\nimport { made } from './main.js'\n"
            "import { more } from './more.js'\n"
            "export function find() {\n  return [made === log(), ...made, more]\n}\n"
        ),
        "last.js": "import { find } from './rest.js'\nglobalThis.found = find()\n",
    }
    entries = ["main.js", "rest.js", "last.js"]
    scripts = bundle.join_in_turn(entries, files.__getitem__)
    assert evaluate(f"(() => {{ {';'.join(scripts)};return found }})()") == [
        True, "both", "main", "more", 1,
    ]  # fmt: skip
    assert ["both" in one for one in scripts] == [True, False, False]
    files["more.js"] += "log().push('changed')\n"
    changed = bundle.join_in_turn(entries, files.__getitem__)
    assert [one == other for one, other in zip(scripts, changed, strict=True)] == [False] * 3


def test_a_statement_ends_where_its_module_ends() -> None:
    """The next begins with a sign that could go on with it."""
    files = {
        "main.js": "import { two } from './two.js'\n;[two].forEach((one) => one)\nexport { two }\n",
        "two.js": "const one = () => 1\nexport { two }\n;(() => 2)()\nconst two = one\n",
    }
    assert evaluate(f"({join(files)}).two()") == 1


def test_what_looks_like_an_import_in_a_text_stays() -> None:
    """Texts and comments are not code."""
    text = "export const text = `\nimport { a } from './b.js'\nexport { c }\n`\n"
    assert evaluate(f"({join({'main.js': text})}).text") == text.split("`")[1]


def test_a_joined_script_leaves_nothing_behind() -> None:
    """Strict, and no name of it is global."""
    joined = join({"main.js": "var leaked = 1\nfunction self() {\n  return this\n}\nself()\n"})
    assert evaluate(f"{joined}; typeof leaked") == "undefined"
    assert "'use strict'" in joined


@pytest.mark.parametrize(
    "line",
    [
        "import './one.js'",
        "import one from './one.js'",
        "import * as one from './one.js'",
        "import { one as uno } from './one.js'",
        "import one, { two } from './one.js'",
        "import { one } from 'one'",
        "import { one } from 'https://example.org/one.js'",
        "export { one } from './one.js'",
        "export * from './one.js'",
        "export { main as other }",
        "export default function other() {}",
    ],
)
def test_what_cannot_be_joined_is_a_fault_in_its_line(line: str) -> None:
    """Each other form of import and export."""
    files = {"main.js": f"const main = 1\n{line}\n", "one.js": "export const one = 1\n"}
    assert faults(files) == [f"main.js:2: {quote(line)} cannot be joined; {bundle.REMEDY}"]


def test_a_name_twice_is_a_fault() -> None:
    """At the top level of two modules, whatever declares it; within functions it is none."""
    files = {
        "main.js": "import { one } from './one.js'\nlet same = one\nfunction f({ free }) {}\n",
        "one.js": "export const one = 1\nconst { a, b: [same] } = {}\nclass f {}\n",
    }
    assert faults(files) == [
        "main.js:2: same is declared in one.js too; give one of them another name",
        "main.js:3: f is declared in one.js too; give one of them another name",
    ]


def test_what_is_imported_must_be_exported() -> None:
    """All at once, in the lines that they stand in."""
    files = {
        "main.js": "import {\n  one,\n  three,\n  two,\n} from './one.js'\n",
        "one.js": "export const one = 1\nconst two = 2\n",
    }
    assert faults(files) == [
        "main.js:3: one.js exports no three; import what there is",
        "main.js:4: one.js exports no two; import what there is",
    ]


def test_a_circle_is_a_fault() -> None:
    """It names every module in it."""
    files = {
        "main.js": "import { a } from './a.js'\n",
        "a.js": "import { b } from './b.js'\nexport const a = 1\n",
        "b.js": "import { a } from './a.js'\nexport const b = 1\n",
    }
    assert "a.js:1: modules import each other: a.js → b.js → a.js; move what they share" in faults(
        files
    )


def test_a_script_that_is_none_is_a_fault_in_its_line() -> None:
    """Half saved, say."""
    assert faults({"main.js": "const one = 1\nfunction (\n"}) == [
        "main.js:2: this is no JavaScript; correct the script"
    ]


def test_a_page_that_has_such_a_script_is_not_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told by the file and the line, as all that is wrong with a page."""
    (tmp_path / "js").mkdir()
    for path in (ROOT / "mapping" / "web" / "js").rglob("*.js"):
        copy = tmp_path / "js" / path.relative_to(ROOT / "mapping" / "web" / "js")
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(path.read_bytes())
    with (tmp_path / "js" / "ui" / "popup.js").open("a", encoding="utf-8") as file:
        file.write("}\n")
    monkeypatch.setattr(assets, "WEB", tmp_path)
    with pytest.raises(DataError, match=r"js/ui/popup\.js"):
        bundle.build_script(bundle.MAIN)
