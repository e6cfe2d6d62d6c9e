"""Leaflet's style sheet without the rules for what no script puts on the page."""

from __future__ import annotations

import re

PREFIX = "leaflet-"
CLASS = re.compile(r'leaflet-[\w-]*|(?<=")\w+(?=")|\w+Pane\b')
"""A class, the beginning of one, a word of Leaflet's that may follow its prefix, or a pane."""
RULE = re.compile(r"([^{}]+)(\{[^{}]*\})")
EMPTY = re.compile(r"@[^{}]*\{\}")
CLASS_OF_SELECTOR = re.compile(r"\.([\w-]+)")
PANE = re.compile(r"leaflet-(\w+)-pane")


def without_unused_rules(style: str, script: str) -> str:
    """Return Leaflet's style sheet, in small, without selectors of classes that no script gives.

    Leaflet writes some classes in two parts: ``"leaflet-marker-" + "icon"``, and makes a class
    of the name of a pane: ``markerPane`` is of ``leaflet-marker-pane``.
    """
    written = frozenset(CLASS.findall(script))
    return EMPTY.sub("", RULE.sub(lambda rule: _shorten_rule(rule, written), style))


def _shorten_rule(rule: re.Match[str], written: frozenset[str]) -> str:
    """Return a rule with those of its selectors that something may match, or nothing."""
    selectors, block = rule.groups()
    needed = [
        selector
        for selector in selectors.split(",")
        if all(_may_be_given(name, written) for name in CLASS_OF_SELECTOR.findall(selector))
    ]
    return ",".join(needed) + block if needed else ""


def _may_be_given(name: str, written: frozenset[str]) -> bool:
    pane = PANE.fullmatch(name)
    return (
        name in written
        or (name.startswith(PREFIX) and name.removeprefix(PREFIX) in written)
        or (pane is not None and f"{pane[1]}Pane" in written)
        or any(name.startswith(part) for part in written if part.endswith("-") and part != PREFIX)
    )
