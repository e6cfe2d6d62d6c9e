"""What the editor remembers of what was published, and of what is to be told when it is again."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from mapping.editor.examine import list_inputs
from mapping.files.atomic import write_whole

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Closings = dict[str, dict[str, str]]
PUBLISHED, MAKING, CLOSINGS = "published", "published-new", "closings.json"


class PublicationRecord:
    """The files of the edition that was built last, and what closings rest on."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of the person's own state."""
        self._folder = folder
        self.published = folder / PUBLISHED

    @property
    def is_published(self) -> bool:
        """Whether an edition was built from here."""
        return self.published.is_dir()

    def keep_published(self, data: Path) -> None:
        """Keep the files of a data folder in the place of those that were kept."""
        making = self._folder / MAKING
        shutil.rmtree(making, ignore_errors=True)
        making.mkdir(mode=0o700)
        for file in list_inputs(data):
            shutil.copyfile(file, making / file.name)
        shutil.rmtree(self.published, ignore_errors=True)
        making.rename(self.published)

    def closings(self) -> Closings:
        """Return what the closings since the last commit rest on, by the id of the presence."""
        try:
            found: Closings = json.loads((self._folder / CLOSINGS).read_bytes())
        except (OSError, ValueError):
            return {}
        return found

    def add_closing(self, presence: str, facts: Mapping[str, str]) -> None:
        """Keep what a closing rests on, for the message of a commit."""
        found = self.closings() | {presence: dict(facts)}
        write_whole(self._folder / CLOSINGS, json.dumps(found).encode())

    def forget_closings(self) -> None:
        """Forget them: a commit says what they rest on."""
        (self._folder / CLOSINGS).unlink(missing_ok=True)
