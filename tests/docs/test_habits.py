"""What editors, hooks and hosts read agrees with what the tasks do, and with the files."""

from __future__ import annotations

import configparser
import re
import shlex
import shutil
import subprocess
from fnmatch import fnmatch
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from typer.main import get_command

import tasks
from mapping.commands.app import app
from tests.support.folder import ROOT

if TYPE_CHECKING:
    from pathlib import Path

WORKFLOW = ROOT / "docs" / "workflows" / "map.yml"
HOOKS = ROOT / ".pre-commit-config.yaml"
KNOWN = get_command(app).commands  # type: ignore[attr-defined]
TEXT = {".cff", ".css", ".csv", ".html", ".js", ".json", ".lock", ".md", ".py", ".svg", ".toml",
        ".topojson", ".txt", ".yaml", ".yml"}  # fmt: skip


def read(path: Path) -> Any:  # noqa: ANN401 (what a file in YAML holds)
    """Read a file in YAML."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def kept() -> list[Path]:
    """Return every text file that is kept."""
    git = shutil.which("git") or "git"
    listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, check=True, stdout=subprocess.PIPE)  # noqa: S603 (our own words)
    paths = [ROOT / name for name in filter(None, listed.stdout.decode().split("\0"))]
    return [path for path in paths if path.suffix in TEXT and path.exists()]


def test_the_files_are_as_editors_keep_them() -> None:
    """UTF-8, LF, a last line end, no blanks at line ends, the indent of each kind."""
    rules = configparser.ConfigParser()
    rules.read_string("[editor]\n" + (ROOT / ".editorconfig").read_text(encoding="utf-8"))
    kinds = {
        suffix: (section["indent_style"], int(section["indent_size"]))
        for name, section in rules.items()
        if "indent_size" in section
        for suffix in re.findall(r"\w+", name)
    }
    wrong = []
    for path in kept():
        content = path.read_bytes()
        text = content.decode("utf-8")
        style, size = kinds.get(path.suffix[1:], ("space", 1))
        indents = {len(blank) for blank in re.findall(r"^ +(?=[^ *])", text, re.MULTILINE)}
        wrong += [
            f"{path.relative_to(ROOT)}: {what}"
            for what, found in {
                "line ends": b"\r" in content,
                "last line": bool(text) and not text.endswith("\n"),
                "blanks at a line end": bool(re.search(r"[ \t]$", text, re.MULTILINE)),
                "tabs": style == "space" and bool(re.search(r"^\t", text, re.MULTILINE)),
                "indent": path.suffix in {".yml", ".yaml"} and any(n % size for n in indents),
            }.items()
            if found
        ]
    assert wrong == []


def test_hooks_call_what_the_check_calls() -> None:
    """Every hook is local, so that nothing is fetched, and runs a task or a command."""
    configuration = read(HOOKS)
    assert [repository["repo"] for repository in configuration["repos"]] == ["local"]
    hooks = configuration["repos"][0]["hooks"]
    entries = [shlex.split(hook["entry"]) for hook in hooks]
    assert ["python3", "tasks.py", "lint"] in entries
    assert {hook["language"] for hook in hooks} == {"system"}
    for program, first, *_ in entries:
        assert first == "tasks.py" or (program.endswith("presence-map") and first in KNOWN)


def test_the_workflow_runs_what_there_is() -> None:
    """Each step that runs something runs a task or a command, with options that it has."""
    jobs = read(WORKFLOW)["jobs"]
    commands = [step["run"] for step in jobs["build"]["steps"] if "run" in step]
    assert "python3 tasks.py build --format github" in commands
    for command in commands:
        program, first, *rest = shlex.split(command.partition(" >> ")[0])
        if first == "tasks.py":
            assert rest[0] in tasks.JOBS
            first, *rest = rest
        else:
            assert program == ".venv/bin/presence-map"
        KNOWN[first].make_context(first, rest)


def test_the_workflow_builds_when_the_list_changes() -> None:
    """Whatever the map is made of starts it, on the main branch and in a request to change it."""
    starts = read(WORKFLOW)[True]  # YAML 1.1 takes "on" for a truth value
    for event in ("push", "pull_request"):
        for file in ("geodata/presences.csv", "mapping/words/en.toml", "requirements.lock"):
            assert any(fnmatch(file, pattern) for pattern in starts[event]["paths"]), file


def test_the_workflow_publishes_only_what_somebody_decided_to() -> None:
    """A copied file makes no unreviewed map public; and it may write nothing but the pages."""
    workflow = read(WORKFLOW)
    publish = workflow["jobs"]["publish"]
    assert "vars.PUBLISH_MAP == 'true'" in publish["if"]
    assert workflow["permissions"] == {"contents": "read"}
    assert set(publish["permissions"]) == {"pages", "id-token"}


@pytest.mark.parametrize("field", ["cff-version", "message", "title", "authors", "license"])
def test_the_citation_has_what_its_form_requires(field: str) -> None:
    """Citation File Format 1.2.0."""
    citation = read(ROOT / "CITATION.cff")
    assert citation[field]
    assert citation["cff-version"] == "1.2.0"
