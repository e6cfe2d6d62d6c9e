"""The content policy of a page, and JSON that cannot leave the element it is in.

A policy is a list of directives, each a name and the sources that it allows (Content Security
Policy Level 3, W3C).
"""

from __future__ import annotations

import base64
import hashlib
import json
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from mapping.web.templates import render, trusted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup

Directives = dict[str, list[str]]


def json_for_script(data: object) -> Markup:
    """Return JSON in which no text can end the script element that it is in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return trusted(text)  # escaped above


def content_policy(styles: Iterable[str], scripts: Iterable[str]) -> str:
    """Return a policy for these styles and scripts, by hash, pictures within the file, no more."""
    return _written(
        {
            "default-src": ["'none'"],
            "script-src": [*map(_source_hash, scripts)],
            "style-src": [*map(_source_hash, styles)],
            "img-src": ["data:"],
            "base-uri": ["'none'"],
            "form-action": ["'none'"],
        }
    )


def allow_also(page: str, style: str, script: str) -> str:
    """Return a page whose policy allows one more style and script, and requests to its server."""
    element, policy = _policy_of(page)
    directives = _parsed(policy)
    directives["script-src"].append(_source_hash(script))
    directives["style-src"].append(_source_hash(style))
    directives["connect-src"] = ["'self'"]
    return page.replace(element, render("watch/policy.html", policy=_written(directives)), 1)


class _PolicyFinder(HTMLParser):
    """Finds the first element that states a policy."""

    element = policy = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        is_policy = tag == "meta" and values.get("http-equiv") == "Content-Security-Policy"
        if is_policy and not self.element:
            self.element, self.policy = self.get_starttag_text() or "", values["content"] or ""


def _policy_of(page: str) -> tuple[str, str]:
    """Return the element that states the policy of a page, as it is written, and the policy."""
    finder = _PolicyFinder()
    for line in page.splitlines(keepends=True):  # the element is among the first of many
        finder.feed(line)
        if finder.element:
            return finder.element, finder.policy
    message = "the page states no content policy"
    raise ValueError(message)


def _parsed(policy: str) -> Directives:
    parts = (part.split() for part in policy.split(";"))
    return {name: sources for name, *sources in parts}


def _written(directives: Directives) -> str:
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


def _source_hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
