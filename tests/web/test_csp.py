"""The content policy: what a page may run, and no more."""

from __future__ import annotations

import pytest

from mapping.web.csp import allow_also, content_policy
from mapping.web.templates import render


def page(styles: list[str], scripts: list[str]) -> str:
    """Return a page with the policy of these styles and scripts."""
    return render("watch/waiting.html", policy=content_policy(styles, scripts), title="A map")


def test_what_is_allowed_also_is_in_the_policy() -> None:
    """Beside what was: the policy is that of all styles and scripts, and of requests at home."""
    allowed = allow_also(page(["p{}"], ["a()", "b()"]), "q{}", "c()")
    whole = content_policy(["p{}", "q{}"], ["a()", "b()", "c()"]) + "; connect-src 'self'"
    expected = render("watch/waiting.html", policy=whole, title="A map")
    assert allowed.split() == expected.split()


def test_texts_that_look_like_a_policy_stay() -> None:
    """A word of a page that is spelt as a directive is none, before and after the policy."""
    text = "script-src img-src"
    before = page([], []).replace("<head>", f"<head>\n<!-- {text} -->").replace("A map", text)
    after = allow_also(before, "q{}", "c()")
    assert after.count(text) == before.count(text) == 3


def test_a_page_without_a_policy_is_refused() -> None:
    """None is made up."""
    with pytest.raises(ValueError, match="no content policy"):
        allow_also("<!doctype html><p>A map", "q{}", "c()")
