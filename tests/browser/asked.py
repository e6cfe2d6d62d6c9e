"""Long answers of a page, which come as text: the driver would look at each number by itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page


def ask(page: Page, script: str, argument: object = None) -> Any:  # noqa: ANN401 (whatever it gives)
    """Call a function of JavaScript with an argument, and return what it gives, both as JSON."""
    call = f"(text) => JSON.stringify(({script})(JSON.parse(text)))"
    return json.loads(page.evaluate(call, json.dumps(argument)))
