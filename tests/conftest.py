"""What the tests share: data to spoil, a map built once, a browser that lets nothing through."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from mapping import pipeline
from mapping.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from mapping.atlas import Atlas

ROOT = Path(__file__).parent.parent
GEODATA = ROOT / "geodata"
SIZES = {1280: 800, 768: 1024, 360: 740}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that renews the golden texts."""
    parser.addoption("--renew", action="store_true", help="write the golden texts anew")


class Folder:
    """A copy of the data that a test may spoil."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def edit(self, file: str, old: str, new: str) -> int:
        """Replace the first `old` in a file; give the line it stands in."""
        path = self.path / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    def append(self, file: str, row: str) -> int:
        """Add a row at the end of a table; give its line."""
        path = self.path / file
        text = path.read_text(encoding="utf-8")
        path.write_text(f"{text}{row}\n", encoding="utf-8")
        return text.count("\n") + 1

    def check(self) -> Atlas:
        """Read, check and join."""
        return pipeline.check(self.path, lambda _: None)

    def faults(self) -> list[str]:
        """Give the faults, each as its line."""
        with pytest.raises(DataError) as caught:
            self.check()
        return [str(fault) for fault in caught.value.faults]

    def build(self, output: Path) -> Path:
        """Build the map into `output` and give its folder."""
        pipeline.build(self.path, output, lambda _: None)
        return output


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Give a fresh copy of the project's data."""
    copy = tmp_path / "geodata"
    shutil.copytree(GEODATA, copy, ignore=shutil.ignore_patterns("recipes", "*.print.*"))
    return Folder(copy)


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """Give the project's own data, joined."""
    return Folder(GEODATA).check()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the project's own map once."""
    return Folder(GEODATA).build(tmp_path_factory.mktemp("output"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium: the one that CHROMIUM names, the system's, else Playwright's own."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program or None, args=quiet)
        yield browser
        browser.close()
