"""The copy of the map that `watch` serves: it follows the builds. No file on disk does.

At the events of `reload_events.py`, the script in this copy, ``web/watch/follow.js``, reloads it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from mapping.files.atomic import sha256
from mapping.page import render
from mapping.web import bundle, templates
from mapping.web.csp import content_policy
from mapping.web.templates import trusted

if TYPE_CHECKING:
    from markupsafe import Markup

    from mapping.page.render import Page

PLACEHOLDER_TITLE = "presence-map"  # what a page without a map is called


class ServedPage(NamedTuple):
    """A page as it is served, and what distinguishes it from every other."""

    content: bytes
    version: str


class Follower(NamedTuple):
    """What the part of a page that follows the builds may use."""

    version: str
    style: Markup
    script: Markup
    label: str = "Faults"  # in the language of the faults
    close: str = "Close"


def add_follower(page: Page) -> ServedPage:
    """Return a page with a script that follows the builds, and a policy that allows it."""
    style, script = _read_style(), _read_script()
    policy = content_policy(
        [*page.styles, style], [page.start, *page.scripts, script], own_server=True
    )
    place = sha256(policy.encode())  # the version is of all of the page, in which it stands
    follower = Follower(place, style, script)
    served = render.render(replace(page, policy=policy), "watch/map.html", follower=follower)
    version = sha256(served)
    return ServedPage(served.replace(place.encode(), version.encode(), 1), version)


def placeholder_page() -> ServedPage:
    """Return the page that is served until there is a map."""
    style, script = _read_style(), _read_script()
    policy = content_policy([style], [script], own_server=True)
    version = sha256(policy.encode())
    served = templates.render(
        "watch/waiting.html",
        policy=policy,
        title=PLACEHOLDER_TITLE,
        follower=Follower(version, style, script),
    )
    return ServedPage(served.encode(), version)


def _read_style() -> Markup:
    return trusted(bundle.build_style("watch/faults.css"))


def _read_script() -> Markup:
    return trusted(bundle.build_script("watch/follow.js"))
