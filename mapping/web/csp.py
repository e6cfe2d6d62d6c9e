"""What the page may run, and JSON that cannot leave the element it stands in."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable


def json_for_script(data: object) -> Markup:
    """Write JSON so that no text in it can end the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 (escaped above)


def content_policy(styles: Iterable[str], scripts: Iterable[str]) -> str:
    """Allow these styles and scripts by hash, pictures within the file, and nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_source_hash, scripts))}",
            f"style-src {' '.join(map(_source_hash, styles))}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def allow_also(page: str, style: str, script: str) -> str:
    """Let a page run a style and a script more, and hear from the server that it came from."""
    for directive, admitted in (
        ("script-src ", f"script-src {_source_hash(script)} "),
        ("style-src ", f"style-src {_source_hash(style)} "),
        ("img-src ", "connect-src 'self'; img-src "),
    ):
        page = page.replace(directive, admitted, 1)  # the policy stands before all else
    return page


def _source_hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
