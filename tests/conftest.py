"""What the tests share: data to spoil, a map built once."""

from __future__ import annotations

import gc
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.support.rebound import REBINDING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from mapping.atlas import Atlas
    from tests.support.folder import Folder

# Packages that open their own files without naming an encoding; nobody else may.
CARELESS = ("branca", "xyzservices", "axe_playwright_python", "openpyxl.worksheet._writer")

BROWSER_TESTS = Path(__file__).parent / "browser"
# A page of a test is closed before its scripts would run faster for having been optimised, and what
# other threads do for them takes more of processors that are busy than it saves.
QUICK_SCRIPTS = "--js-flags=--no-opt --single-threaded"
BROWSER_FIXTURES = {"browser", "press"}  # Chromium, and what prints with it


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that renews the golden texts."""
    parser.addoption("--renew", action="store_true", help="write the golden texts anew")


def pytest_configure(config: pytest.Config) -> None:
    """Pardon other packages' encodings, and try the same hostile texts at every run."""
    for package in CARELESS:
        config.addinivalue_line("filterwarnings", f"ignore::EncodingWarning:{package}")
    settings.register_profile("repeatable", deadline=None, derandomize=True)
    settings.load_profile("repeatable")


def pytest_collection() -> None:
    """Look for no garbage while tests are collected: nearly all that is made then stays."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Look for it again, but not among what was made until now, at each time anew."""
    gc.freeze()
    gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser, which the quick check leaves out."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if BROWSER_TESTS in item.path.parents or fixtures & BROWSER_FIXTURES:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the folder of this run of the tests, which all of its processes share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session", autouse=True)
def _kept_results(base: Path) -> None:
    """Keep on the disk what every build makes of the program's own files, as commands do."""
    from mapping.files.disk_cache import RESULTS  # noqa: PLC0415 (after the filters above are set)

    RESULTS.folder = base / "kept"


@pytest.fixture(scope="session")
def own_data() -> Folder:
    """Return the project's own data, not to be changed."""
    from tests.support.folder import GEODATA, Folder  # noqa: PLC0415 (after the filters above are set)

    return Folder(GEODATA)


@pytest.fixture
def folder(own_data: Folder, tmp_path: Path) -> Folder:
    """Return a fresh copy of the project's data."""
    copy = tmp_path / "geodata"
    shutil.copytree(own_data.path, copy, ignore=shutil.ignore_patterns("recipes", "*.print.*"))
    return type(own_data)(copy)


@pytest.fixture(scope="session")
def atlas(own_data: Folder) -> Atlas:
    """Return the project's own data, joined."""
    return own_data.check()


@pytest.fixture(scope="session")
def built(own_data: Folder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the project's own map once."""
    return own_data.build(tmp_path_factory.mktemp("output"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once; what prints must run in another process, for one has room for one."""
    from mapping.printing.chromium import launched  # noqa: PLC0415 (after the filters above are set)

    with launched(QUICK_SCRIPTS, REBINDING) as browser:
        yield browser
