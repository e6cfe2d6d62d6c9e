"""The project's data, and copies of it that a test may spoil."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mapping import pipeline
from mapping.errors import DataError
from mapping.files.atomic import LOCK

if TYPE_CHECKING:
    from mapping.atlas import Atlas

ROOT = Path(__file__).parent.parent.parent
GEODATA = ROOT / "geodata"


class Folder:
    """A folder of data: the project's own, or a copy that a test may spoil."""

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
        """Return the faults, each as its line."""
        with pytest.raises(DataError) as caught:
            self.check()
        return [str(fault) for fault in caught.value.faults]

    def only_fault(self, start: str) -> str:
        """Demand that there is one fault, which begins so; give it."""
        [fault] = self.faults()
        assert fault.startswith(start), fault
        return fault

    def build(self, output: Path) -> Path:
        """Build the map into `output` and give its folder."""
        pipeline.build(self.path, output, lambda _: None)
        return output


def contents(output: Path) -> dict[str, bytes]:
    """Return the products of an output folder by name."""
    return {path.name: path.read_bytes() for path in output.iterdir() if path.name != LOCK}
