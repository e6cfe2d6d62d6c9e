"""Comments and white space go, and nothing else."""

from __future__ import annotations

import re

import pytest

from mapping.web import bundle
from mapping.web.javascript import parse
from mapping.web.minify import minify_script, minify_style
from tests.support.scripts import ENTRIES


def shape(script: str) -> str:
    """Return the syntax tree of a script without its comments."""
    return re.sub(r"\s*\(comment\)", "", str(parse(script)))


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_script_means_the_same(entry: str) -> None:
    """It has the same syntax tree as written, and no comment."""
    written = bundle.join(entry)
    small = minify_script(written)
    assert shape(small) == shape(written)
    assert "(comment)" not in str(parse(small))
    assert len(small) < 0.75 * len(written)


@pytest.mark.parametrize(
    ("written", "small"),
    [
        ("const a = 1 // one\nconst b = /* two */ 2\n", "const a=1\nconst b=2"),
        ("return\n  value\n", "return\nvalue"),
        ("a = b\n++c\n", "a=b\n++c"),
        ("a++\nb\n", "a++\nb"),
        ("x = a + +b - -c\n", "x=a+ +b- -c"),
        ("x = a\n  .b()\n  ?.c\n", "x=a.b()?.c"),
        ("if (a) b()\nelse c()\n", "if(a)b()\nelse c()"),
        ("f(`a  ${ b }  // c`, 'd  e', /[/]  \"/g)\n", "f(`a  ${ b }  // c`,'d  e',/[/]  \"/g)"),
        ("f(`${a} ${g(`h  ${i}`)}`)\n// end\n", "f(`${a} ${g(`h  ${i}`)}`)"),
        ("x = a / /b/.c\n", "x=a/ /b/.c"),
        ("const f = async (x) => {\n  await x\n}\n", "const f=async(x)=>{await x}"),
        ("class A {\n  static b = 1\n  #c = 2\n  d() {}\n}\n", "class A{static b=1\n#c=2\nd(){}}"),
        ("for (const a of [1]) a in b\n", "for(const a of[1])a in b"),
        ("x = 1 .toString()\n", "x=1 .toString()"),
        ("return typeof x\n", "return typeof x"),
        ("a = 1.\nb = .5\nc\n.5\n", "a=1.\nb=.5\nc\n.5"),
        ("a = /b/ / c / /d/g in e\n", "a=/b/ /c/ /d/g in e"),
        ("a // b\n/* c\nd */ /* e */ f\n", "a\nf"),
        ("let é = 1, ñ\nif (é) ñ = é\n", "let é=1,ñ\nif(é)ñ=é"),
    ],
)
def test_white_space_goes_where_it_means_nothing(written: str, small: str) -> None:
    """It stays in texts, between words, and where it ends a statement."""
    assert minify_script(written) == small
    assert shape(small) == shape(written)


def test_a_style_sheet_loses_comments_and_white_space() -> None:
    """But not the white space that means something."""
    assert (
        minify_style("/* a */\n.b > .c,\n.d .e {\n  inline-size: calc(1px + 2px);\n}\n")
        == ".b>.c,.d .e{inline-size:calc(1px + 2px)}"
    )
