"""The copies that `watch` serves: the page with the part that follows the builds, whole HTML."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from mapping.page.render import build_page, render
from mapping.watching.served_page import ServedPage, add_follower, placeholder_page
from mapping.web.csp import content_policy
from mapping.web.templates import trusted

if TYPE_CHECKING:
    from mapping.atlas import Atlas

FOLLOWS = "new EventSource"


class Parts(HTMLParser):
    """The styles and scripts of a page, its policy, and what is written after its end."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: dict[str, list[str]] = {"style": [], "script": []}
        self.policy, self.after_end, self._element, self._ended = "", "", "", False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the policy, and begin a style or a script; data in an element is no script."""
        values = dict(attrs)
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"] or ""
        if tag in self.texts and "type" not in values:
            self._element = tag
        self.after_end += tag if self._ended else ""

    def handle_endtag(self, tag: str) -> None:
        """End it."""
        self._element, self._ended = "", self._ended or tag == "html"

    def handle_data(self, data: str) -> None:
        """Take its text."""
        if self._element:
            self.texts[self._element].append(data)
        self.after_end += data.strip() if self._ended else ""


def check(served: ServedPage) -> Parts:
    """Demand that a served page is whole, follows, and allows what is in it and no more."""
    parts = Parts(served.content.decode("utf-8-sig"))
    allowed = content_policy(parts.texts["style"], parts.texts["script"], own_server=True)
    assert parts.policy == allowed
    assert [FOLLOWS in text for text in parts.texts["script"]].count(True) == 1
    assert f'data-version="{served.version}"' in served.content.decode()
    assert parts.after_end == ""
    return parts


def test_the_served_map_is_the_page_and_one_part_more(atlas: Atlas) -> None:
    """Nothing of the page is lost or moved: without the part and the policy it is the same."""
    page = build_page(atlas)
    plain = render(page)
    served = add_follower(page)
    policy = check(served).policy
    text = served.content.decode().replace(policy.replace("'", "&#39;"), "")
    start, part, end = re.split(
        r"(<style>\.faults.*</script>\n?)(?=</body>)", text, flags=re.DOTALL
    )
    assert FOLLOWS in part
    assert start + end == plain.decode().replace(page.policy.replace("'", "&#39;"), "")


def test_the_page_before_the_first_map_follows_too() -> None:
    """It has nothing else to run."""
    assert len(check(placeholder_page()).texts["script"]) == 1


def test_another_map_is_another_version(atlas: Atlas) -> None:
    """The same map is the same version, so that it need not be loaded again."""
    page = build_page(atlas)
    version = add_follower(page).version
    assert add_follower(build_page(atlas)).version == version
    assert add_follower(replace(page, data=trusted(f"{page.data} "))).version != version
