"""The map printed on A3 in each language, once for all tests, whichever process runs them."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock, Timeout

from mapping.i18n.localized import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.printing.sheets import Printed

PATIENCE = 900  # seconds


@pytest.fixture(scope="session")
def press(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Callable[[str], Printed]:
    """Return what prints the map in a language; processes share the work, and none waits idly."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent

    def printed(language: str) -> Printed:
        from tests.printing.sheets import Printed  # noqa: PLC0415 (after the filters are set)

        for other in (language, *LANGUAGES):
            with suppress(Timeout):
                _print(shared, other, patience=0)
        return Printed(language, _print(shared, language, PATIENCE) / "print")

    return printed


def _print(shared: Path, language: str, patience: float) -> Path:
    """Print the map in a language, unless that was done; `Timeout` if it is being done."""
    from tests.printing.sheets import run  # noqa: PLC0415 (likewise)
    from tests.support.folder import GEODATA  # noqa: PLC0415 (likewise)

    output = shared / f"printed-{language}"
    with FileLock(f"{output}.lock", timeout=patience):
        if not output.exists():
            done = run("--data", GEODATA, "--output", output, "--lang", language)
            assert done.returncode == 0, done.stderr
    return output


@pytest.fixture(scope="session", params=LANGUAGES)
def printed(press: Callable[[str], Printed], request: pytest.FixtureRequest) -> Printed:
    """Return the printed map, in one language after another."""
    return press(request.param)


@pytest.fixture(scope="session")
def english(press: Callable[[str], Printed]) -> Printed:
    """Return the printed map in English."""
    return press("en")
