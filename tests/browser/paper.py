"""What stands on a page that was printed from the browser, as Poppler reads it: at once."""

from __future__ import annotations

import subprocess


def printed_text(pdf: bytes, *options: str) -> str:
    """Return the text of a PDF, with single spaces between words."""
    command = ["pdftotext", "-enc", "UTF-8", *options, "-", "-"]
    done = subprocess.run(command, input=pdf, check=True, capture_output=True)  # noqa: S603 (our own words)
    return " ".join(done.stdout.decode().split())
