"""The map printed on A3 in each language, once for all tests, whichever process runs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from mapping.i18n.localized import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.printing.sheets import Printed


@pytest.fixture(scope="session")
def press(base: Path) -> Callable[[str], Printed]:
    """Return what gives the printed map in a language; all are printed by the first who asks."""
    from tests.printing.sheets import Printed, run  # noqa: PLC0415 (after the filters are set)
    from tests.support.folder import GEODATA  # noqa: PLC0415 (likewise)

    output = base / "printed"
    with FileLock(f"{output}.lock"):
        if not output.exists():
            done = run("--data", GEODATA, "--output", output)
            assert done.returncode == 0, done.stderr
    return lambda language: Printed(language, output / "print")


@pytest.fixture(scope="session", params=LANGUAGES)
def printed(press: Callable[[str], Printed], request: pytest.FixtureRequest) -> Printed:
    """Return the printed map, in one language after another."""
    return press(request.param)


@pytest.fixture(scope="session")
def english(press: Callable[[str], Printed]) -> Printed:
    """Return the printed map in English."""
    return press("en")
