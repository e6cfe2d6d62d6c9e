"""The copy of the map that `watch` serves: it follows the builds. No file on disk does."""

from __future__ import annotations

from typing import NamedTuple

from mapping.files.atomic import sha256
from mapping.web import bundle
from mapping.web.csp import allow_also, content_policy
from mapping.web.templates import render, trusted

PLACEHOLDER_TITLE = "presence-map"  # what a page without a map is called
PANEL_TEXTS = {"label": "Faults", "close": "Close"}  # in the language of the faults


class ServedPage(NamedTuple):
    """A page as it is served, and what distinguishes it from every other."""

    content: bytes
    version: str


def add_reload_script(page: bytes) -> ServedPage:
    """Return the page with a script that follows the builds, and a policy that allows it.

    The script comes after the end of the page, which readers of HTML take for its body's.
    """
    style, script = bundle.style("watch/faults.css"), bundle.script("watch/follow.js")
    allowed = allow_also(page.decode(), style, script).encode()
    version = sha256(allowed)  # the policy has the hashes of both
    follow = render(
        "watch/follow.html",
        version=version,
        style=trusted(style),
        script=trusted(script),
        **PANEL_TEXTS,
    )
    return ServedPage(allowed + follow.encode(), version)


def placeholder_page() -> ServedPage:
    """Return the page that is served until there is a map."""
    policy = content_policy([], [])
    return add_reload_script(
        render("watch/waiting.html", policy=policy, title=PLACEHOLDER_TITLE).encode()
    )
