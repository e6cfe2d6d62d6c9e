"""A printed map as its reader and its designer find it: drawing, text, pictures."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from mapping.printing.papers import A3, file_stem
from tests.support.folder import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SVG = "{http://www.w3.org/2000/svg}"
INKSCAPE = "{http://www.inkscape.org/namespaces/inkscape}"
# What pdftotext puts around words that are written from right to left.
DIRECTION_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Printed(NamedTuple):
    """The printed maps of one language."""

    language: str
    folder: Path

    def file(self, ending: str) -> Path:
        """Return the file of the A3 map with this ending."""
        return self.folder / f"{file_stem(self.language, A3)}.{ending}"

    @property
    def drawing(self) -> ET.Element:
        """The drawing, not to be changed."""
        return _parsed(self.file("svg"))

    @property
    def text(self) -> str:
        """All text of the PDF without spaces, as any program would find it."""
        return _said(self)

    def told(self, tool: str, *options: str, to: str = "") -> str:
        """Return what one of Poppler's tools says of the PDF."""
        command = [tool, *options, str(self.file("pdf")), *([to] if to else [])]
        done = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 (our own words)
        return done.stdout.decode()

    def rasterised(self, folder: Path) -> Path:
        """Let Poppler draw the PDF, at 72 dots an inch."""
        self.told("pdftoppm", "-png", "-r", "72", "-singlefile", to=str(folder / "drawn"))
        return folder / "drawn.png"


@cache
def _parsed(path: Path) -> ET.Element:
    return ET.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 (our own drawing)


@cache
def _said(printed: Printed) -> str:
    return bare(printed.told("pdftotext", "-enc", "UTF-8", to="-"))


def run(*words: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Print in another process."""
    command = [sys.executable, "-m", "mapping", "print", *map(str, words)]
    environment = {**os.environ, "COLUMNS": "200", **variables}
    return subprocess.run(  # noqa: S603 (our own words)
        command, check=False, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8"
    )


def bare(text: str) -> str:
    """Take out spaces and marks of direction."""
    return re.sub(r"\s", "", DIRECTION_MARKS.sub("", text))


def layer(drawing: ET.Element, name: str) -> ET.Element:
    """Return a layer of a drawing."""
    return next(one for one in drawing if one.get(f"{INKSCAPE}label") == name)


def words(element: ET.Element) -> str:
    """Return all text in an element."""
    return "".join(element.itertext())
