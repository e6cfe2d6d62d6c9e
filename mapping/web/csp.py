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

from mapping.web.templates import trusted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markupsafe import Markup


def json_for_script(data: object) -> Markup:
    """Return JSON in which no text can end the script element that it is in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return trusted(text)  # escaped above


def content_policy(
    styles: Iterable[str], scripts: Iterable[str], *, own_server: bool = False
) -> str:
    """Return a policy for these styles and scripts, by hash, pictures within the file, no more.

    With `own_server`, scripts may ask the server that the page comes from, and no other.
    """
    directives = {
        "default-src": ["'none'"],
        "script-src": [*map(_source_hash, scripts)],
        "style-src": [*map(_source_hash, styles)],
        "img-src": ["data:"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        **({"connect-src": ["'self'"]} if own_server else {}),
    }
    return "; ".join(" ".join([name, *sources]) for name, sources in directives.items())


def stated_policy(page: str) -> str:
    """Return the policy that a page states in its head; empty where it states none."""
    finder = _PolicyFinder()
    for line in page.splitlines(keepends=True):  # it is among the first of many
        finder.feed(line)
        if finder.policy:
            break
    return finder.policy


class _PolicyFinder(HTMLParser):
    """Finds the first policy that a page states."""

    policy = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "meta" and values.get("http-equiv") == "Content-Security-Policy":
            self.policy = self.policy or values.get("content") or ""


def _source_hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
