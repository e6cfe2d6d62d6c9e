"""Deno, which runs, checks and tests scripts without a browser; it asks no network."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.support.folder import ROOT

DENO = Path(sys.executable).with_name("deno.exe" if os.name == "nt" else "deno")


def deno(*words: str | Path, text: str = "") -> subprocess.CompletedProcess[str]:
    """Run deno in the project's folder; give what it says."""
    return subprocess.run(  # noqa: S603 (our own program)
        [DENO, *map(str, words)],
        cwd=ROOT,
        env={**os.environ, "DENO_NO_UPDATE_CHECK": "1", "NO_COLOR": "1"},
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def evaluate(script: str) -> Any:  # noqa: ANN401 (what the script gives)
    """Evaluate a script; give the value of its last statement, by way of JSON."""
    said = deno(
        "run", "--no-remote", "-", text=f"console.log(JSON.stringify(eval({json.dumps(script)})))"
    )
    assert said.returncode == 0, said.stderr
    return json.loads(said.stdout)
