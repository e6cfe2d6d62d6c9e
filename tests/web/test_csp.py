"""The content policy: what a page may run, and no more."""

from __future__ import annotations

import base64
import hashlib
from html import escape

from mapping.web.csp import content_policy, stated_policy


def source(text: str) -> str:
    """Return how a policy names a style or a script: by its hash."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def directives(policy: str) -> dict[str, list[str]]:
    """Return what a policy allows, by directive."""
    return {name: sources for name, *sources in map(str.split, policy.split(";"))}


def test_a_policy_allows_these_styles_and_scripts_and_nothing_else() -> None:
    """Each by its hash; no request to anywhere, no form, no other base."""
    assert directives(content_policy(["p{}"], ["a()", "b()"])) == {
        "default-src": ["'none'"],
        "script-src": [source("a()"), source("b()")],
        "style-src": [source("p{}")],
        "img-src": ["data:"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }


def test_a_policy_may_allow_requests_to_the_own_server() -> None:
    """That is all it allows besides."""
    alone, served = (content_policy(["p{}"], ["a()"], own_server=own) for own in (False, True))
    assert directives(served) == {**directives(alone), "connect-src": ["'self'"]}


def test_the_policy_that_a_page_states_can_be_read_again() -> None:
    """Word for word, as a server would send it; a text that looks like one is none."""
    policy = content_policy(["p{}"], ["a()"])
    meta = '<meta http-equiv="Content-Security-Policy" content="{}">'
    text = f"<!doctype html>\n<title>{escape(meta.format('script-src *'))}</title>\n"
    assert stated_policy(text + meta.format(escape(policy)) + "\n<p>A map") == policy
    assert stated_policy(text) == ""
