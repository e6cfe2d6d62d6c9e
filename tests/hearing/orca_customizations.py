"""Runs inside Orca, which imports it at its start: writes down whatever Orca says."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from orca import settings  # type: ignore[import-not-found]
from orca.speechdispatcherfactory import SpeechServer  # type: ignore[import-not-found]

LOG = Path(os.environ["ORCA_SAYS"])
speak = SpeechServer._speak  # noqa: SLF001 (whatever is said goes through it; Orca has no other door)
speak_character = SpeechServer.speakCharacter


def note(text: object, acss: Any) -> None:  # noqa: ANN401 (Orca's own type)
    """Write down one utterance, and the language that Orca takes it for."""
    family = (acss or {}).get("family") or {}
    line = json.dumps({"text": str(text), "language": family.get("lang")}, ensure_ascii=False)
    with LOG.open("a", encoding="utf-8") as log:
        log.write(f"{line}\n")


def noted_speak(self: Any, text: Any, acss: Any, **options: Any) -> Any:  # noqa: ANN401 (likewise)
    """Say a text, as Orca does."""
    note(text, acss)
    return speak(self, text, acss, **options)


def noted_character(self: Any, character: Any, acss: Any = None) -> Any:  # noqa: ANN401 (likewise)
    """Say a single character, as Orca does."""
    note(character, acss)
    return speak_character(self, character, acss)


SpeechServer._speak = noted_speak  # noqa: SLF001 (as above)
SpeechServer.speakCharacter = noted_character
settings.sayAllOnLoad = False  # a page is read by keys, so that each word has its key
settings.enableKeyEcho = False  # the transcript has the keys already
