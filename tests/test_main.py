"""Where the command line begins.

Also of `__main__.py`.
"""

from __future__ import annotations

import sys

import pytest

from mapping.__main__ import main
from mapping.commands.console import EXIT_STOPPED


class Stopped:
    """Finds no module, as somebody presses Ctrl+C while it is looked for."""

    def find_spec(self, *_: object) -> None:
        """Stop."""
        raise KeyboardInterrupt


def test_who_stops_a_command_that_is_being_loaded_sees_no_traceback(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Ctrl+C ends it in the status that it has later."""
    monkeypatch.delitem(sys.modules, "mapping.commands.app", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Stopped()])
    with pytest.raises(SystemExit) as end:
        main()
    assert end.value.code == EXIT_STOPPED
