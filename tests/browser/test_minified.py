"""The scripts and styles of the page, which are small, in the browser that reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.web import assets, bundle
from tests.support.scripts import modules

if TYPE_CHECKING:
    from playwright.sync_api import Page

# What every window has.
OWN = """() => {
  const frame = document.createElement('iframe')
  document.body.append(frame)
  const found = []
  for (let one = frame.contentWindow; one; one = Object.getPrototypeOf(one)) {
    found.push(...Object.getOwnPropertyNames(one))
  }
  frame.remove()
  return found
}"""
RULES = """(text) => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  const plain = (text) => text.replace(/,\\s*|\\s+/g, ' ')
  // What @supports asks is given back as it was written.
  const asked = (text) => text.replace(/@supports [^{]*/g, (one) => one.replace(/: /g, ':'))
  return [...sheet.cssRules].map((rule) => asked(plain(rule.cssText)))
}"""


def test_the_styles_mean_the_same(untouched: Page) -> None:
    """Rule by rule, as the browser reads them."""
    names = [f"css/{name}.css" for name in (*bundle.STYLES, bundle.PANEL_STYLE)]
    written = "".join(map(assets.read_asset, names))
    rules = untouched.evaluate(RULES, written)
    assert untouched.evaluate(RULES, bundle.build_style(*names)) == rules
    assert len(rules) > 100


def test_no_script_takes_the_name_of_anything_of_the_browser(untouched: Page) -> None:
    """A name of one module that hid one of the browser's would hide it from all of them."""
    declared = {name for module in modules(bundle.START, bundle.SETUP, bundle.BEGIN).values()
                for name in module.declared}  # fmt: skip
    assert declared & set(untouched.evaluate(OWN)) == set()
    assert len(declared) > 100


def test_leaflet_and_its_map_are_the_only_globals(untouched: Page) -> None:
    """The page adds nothing else to the window."""
    own = set(untouched.evaluate(OWN)) | {"0"}  # a window counts its frames
    added = set(untouched.evaluate("Object.getOwnPropertyNames(window)")) - own
    assert added <= {"L", "_leaflet_events", "leaflet", "map_world"}
