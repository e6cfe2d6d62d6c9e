"""The copy of the map that `watch` serves: it follows the builds. No file on disk does."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from mapping.files.atomic import sha256
from mapping.web import bundle
from mapping.web.csp import allow_also, content_policy
from mapping.web.templates import render

NAME = "presence-map"  # what a page without a map is called
WORDS = {"label": "Faults", "close": "Close"}  # in the language of the faults


class ServedPage(NamedTuple):
    """A page as it is served, and what tells it from every other."""

    content: bytes
    version: str


def add_reload_script(page: bytes) -> ServedPage:
    """Return the page with a script that follows the builds, and a policy that admits it."""
    style, script = bundle.style("watch/faults.css"), bundle.script("watch/follow.js")
    admitted = allow_also(page.decode(), style, script).encode()
    version = sha256(admitted)  # the policy has the hashes of both
    follow = render(
        "watch/follow.html",
        version=version,
        style=Markup(style),  # noqa: S704 (our own file)
        script=Markup(script),  # noqa: S704 (our own file)
        **WORDS,
    )
    return ServedPage(admitted + follow.encode(), version)


def placeholder_page() -> ServedPage:
    """Return the page that stands in for the map until there is one."""
    policy = content_policy([], [])
    return add_reload_script(render("watch/waiting.html", policy=policy, title=NAME).encode())
