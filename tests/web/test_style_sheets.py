"""The style sheets, read as a linter would: nothing misspelt, nothing undefined, nothing unused."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from mapping.dataset.boundaries import AREA_FILLS, LINE_CLASSES
from tests.support.folder import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

WEB = ROOT / "mapping" / "web"
DECLARATION = re.compile(r"([\w-]+):\s*([^;{}]+);")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
REGISTERED = re.compile(r"@property [^}]*}")  # what is said of a custom property
OF_LEAFLET = re.compile(r"leaflet-")  # classes that its own scripts give
UNKNOWN = """declarations => declarations.filter(([, property, value]) =>
    !property.startsWith('--') && !CSS.supports(property, value.replace(/\\s*!important$/, '')))"""

UNREAD = """rules => rules.filter((rule) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rule)
    return !sheet.cssRules.length
  })"""


class Declaration(NamedTuple):
    """A property and its value, in one of the style sheets."""

    file: str
    name: str
    value: str


def read(*suffixes: str) -> dict[str, str]:
    """Return the page's own files with these suffixes, by name, without comments of CSS."""
    return {
        path.relative_to(WEB).as_posix(): COMMENT.sub("", path.read_text(encoding="utf-8"))
        for path in sorted(WEB.rglob("*"))
        if path.suffix in suffixes
    }


def declarations() -> Iterator[Declaration]:
    """Yield every declaration of every style sheet."""
    for file, text in read(".css").items():
        for name, value in DECLARATION.findall(REGISTERED.sub("", text)):
            yield Declaration(file, name, value.strip())


def test_every_declaration_is_understood(browser: Browser) -> None:
    """A property or a value that is misspelt is dropped by browsers without a word."""
    found = [*declarations()]
    assert len(found) > 500
    page = browser.new_page()
    assert page.evaluate(UNKNOWN, [["", "colour", "red"], ["", "color", "read"]]) != []
    assert page.evaluate(UNKNOWN, [[*one] for one in found]) == []
    page.close()


def test_every_registered_property_is_understood(browser: Browser) -> None:
    """One whose first value is none of its kind would be handed down all the same."""
    rules = [rule for text in read(".css").values() for rule in REGISTERED.findall(text)]
    assert rules
    page = browser.new_page()
    wrong = rules[0].replace("96px", "6rem")
    assert page.evaluate(UNREAD, [*rules, wrong]) == [wrong]
    page.close()


def test_every_custom_property_is_defined_and_used() -> None:
    """By a style sheet, or by a script that measures; colours may be for print alone."""
    every = "".join(read(".css", ".html", ".js", ".svg").values())
    used = {*re.findall(r"var\((--[\w-]+)", every)}
    measured = {*re.findall(r"setProperty\(\s*['\"](--[\w-]+)", every)}
    defined = {one.name for one in declarations() if one.name.startswith("--")}
    assert used - defined - measured == set()
    assert (defined | measured) - used == set()


def test_windows_are_told_apart_by_one_list_of_sizes() -> None:
    """That at the head of tokens.css: a query knows no custom properties, and repeats a size."""
    head, *_ = (WEB / "css" / "tokens.css").read_text(encoding="utf-8").partition("*/")
    named = {
        (side, size)
        for side, sizes in re.findall(r"^ +(width|height) ([^:]+):", head, re.MULTILINE)
        for size in re.findall(r"[\d.]+(?:rem|px)", sizes)
    }
    text = "".join(read(".css").values()) + read(".js")["js/media.js"]
    assert {*re.findall(r"\((?:min|max)-(width|height): ([^)]+)\)", text)} == named


def test_every_class_that_is_styled_is_given() -> None:
    """By a template, a script or the data; a rule for another one does nothing."""
    styled = {
        name
        for text in read(".css").values()
        for selector in re.findall(r"[^{}]+(?=\{)", text)
        for name in re.findall(r"\.(-?[a-zA-Z][\w-]*)", selector)
    }
    given = {word for text in read(".html", ".js", ".svg").values()
             for word in re.findall(r"[\w-]+", text)}  # fmt: skip
    assert len(styled) > 50
    given |= {*AREA_FILLS, *LINE_CLASSES}
    assert {name for name in styled - given if not OF_LEAFLET.match(name)} == set()


def test_no_rule_says_the_same_property_twice() -> None:
    """The first of the two does nothing, unless it is for browsers that lack the second's value."""
    twice = []
    for file, text in read(".css").items():
        for block in re.findall(r"\{([^{}]*)\}", text):
            names = [name for name, _ in DECLARATION.findall(block)]
            twice += [f"{file}: {name}" for name in {*names} if names.count(name) > 1]
    assert sorted(twice) == []
