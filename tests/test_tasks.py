"""The tasks: what runs side by side is printed one by one, and none that fails is passed over."""

from __future__ import annotations

import os
import re
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

import tasks

if TYPE_CHECKING:
    from pathlib import Path

WELL = (sys.executable, "-c", "print('a\\nb')")
FAILS = (sys.executable, "-c", "import sys; print('wrong', file=sys.stderr); sys.exit(3)")


def test_all_run_and_each_is_printed_with_what_it_says(capfd: pytest.CaptureFixture[str]) -> None:
    """The command first, then its output, errors too, with nobody else's in between."""
    with pytest.raises(SystemExit, match=r"failed: .*wrong"):
        tasks.run_together(FAILS, WELL, WELL)
    said = capfd.readouterr().out
    assert said.count("\na\nb\n") == 2
    assert said.count("\nwrong\n") == 1
    assert said.count("$ ") == 3


def test_where_nothing_fails_the_task_goes_on(capfd: pytest.CaptureFixture[str]) -> None:
    """And is not stopped."""
    tasks.run_together(WELL)
    assert capfd.readouterr().out.endswith("\na\nb\n")


def test_linters_are_those_of_every_kind_of_file() -> None:
    """Python, its types, templates, and scripts three times: form, style, types."""
    called = [" ".join(str(word) for word in words) for words in tasks.LINTERS]
    for part in ("mypy", "ruff check", "ruff format", "djlint", "deno check", "deno lint",
                 "deno fmt"):  # fmt: skip
        assert sum(part in words for words in called) == 1, part


def test_linters_that_are_not_set_up_are_named_with_what_sets_them_up(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """After the map alone was made, a hook that lints says what is to be done first."""
    monkeypatch.setattr(tasks, "LINTERS", [WELL, (tmp_path / "djlint", "--lint")])
    with pytest.raises(SystemExit, match=r"once: python3 tasks\.py check"):
        tasks.lint()


def test_what_is_compiled_is_kept_whatever_the_environment_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each of the processes of a job would compile the installed packages again."""
    compiling = "import sys; sys.exit(sys.dont_write_bytecode)"
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setattr(sys, "argv", ["tasks.py", "compile"])
    monkeypatch.setitem(tasks.JOBS, "compile", lambda: tasks.run(sys.executable, "-c", compiling))
    tasks.main()
    assert "PYTHONDONTWRITEBYTECODE" not in os.environ


def test_another_python_is_given_what_a_build_needs(tmp_path: Path) -> None:
    """Every locked package, with its checksums, but those that only printing needs."""
    whole = (tasks.HERE / "requirements.lock").read_text(encoding="utf-8")
    lock = tasks.lock_of_build(tmp_path).read_text(encoding="utf-8")
    left_out = {line.partition("==")[0] for line in set(whole.splitlines()) - set(lock.splitlines())
                if not line.startswith(" ")}  # fmt: skip
    assert left_out == {"playwright", "scipy"}
    packages = re.findall(r"^\w.*\\$(?=\n    --hash=sha256:)", lock, re.MULTILINE)
    assert len(packages) == len(re.findall(r"^\w", lock, re.MULTILINE)) > 50


@pytest.mark.parametrize(
    ("there", "finds", "by"),
    [(True, True, ["uv"]), (True, False, ["uv", "pip"]), (False, False, ["pip"])],
)
def test_packages_are_installed_by_uv_and_where_it_cannot_by_pip(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, there: bool, finds: bool, by: list[str]
) -> None:
    """Into any environment, which needs neither; each package has its checksum."""
    said: list[tuple[str | Path, ...]] = []

    def note(*words: str | Path, check: bool = True) -> bool:
        said.append(words)
        return check or finds

    monkeypatch.setattr(tasks, "run", note)
    monkeypatch.setattr(tasks, "UV", tmp_path / "uv")
    if there:
        tasks.UV.touch()
    lock = tasks.HERE / tasks.INSTALLERS
    assert tasks.add_packages(tmp_path / "python", *tasks.locked(lock), check=True)
    assert ["uv" if words[0] == tasks.UV else words[2] for words in said] == by
    assert all(tmp_path / "python" in words and "--require-hashes" in words for words in said)
    text = lock.read_text(encoding="utf-8")
    found = re.findall(r"^(\w+)==\S+ \\(?=\n    --hash=sha256:)", text, re.MULTILINE)
    assert found == ["pip", "uv"]


@pytest.mark.parametrize("can", [True, False])
def test_the_environment_has_the_locked_installers_whatever_this_python_has(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *, can: bool
) -> None:
    """By the pip at hand; where there is none, or an old one, by that which Python brings along."""
    said: list[tuple[str | Path, ...]] = []

    def note(*words: str | Path, check: bool = True) -> bool:
        said.append(words)
        return check or can or "pip" not in words

    monkeypatch.setattr(tasks, "run", note)
    monkeypatch.setattr(tasks, "PYTHON", tmp_path / "python")
    assert tasks.make_environment()
    bare, locked, *more = said
    assert bare == (sys.executable, "-m", "venv", "--without-pip", tasks.VENV)
    assert locked[:5] == (sys.executable, "-m", "pip", "--python", tmp_path / "python")
    assert {"--require-hashes", tasks.INSTALLERS} <= {*locked}
    assert [words[1:3] for words in more] == ([] if can else [("-m", "venv"), ("-m", "pip")])


@pytest.mark.parametrize(
    ("named", "there", "may", "installs"),
    [("", False, True, True), ("", True, True, False), ("", False, False, False),
     ("/own/chromium", False, True, False)],
)  # fmt: skip
def test_tests_have_the_chromium_without_windows_where_it_can_be_installed(
    monkeypatch: pytest.MonkeyPatch, named: str, *, there: bool, may: bool, installs: bool
) -> None:
    """Beside another that the system has, too; but for one that somebody named."""
    said: list[str] = []
    monkeypatch.setenv("CHROMIUM", named)
    monkeypatch.setattr(shutil, "which", lambda program: program if there else None)
    monkeypatch.setattr(tasks, "may_install", lambda: may)
    monkeypatch.setattr(tasks, "install", lambda *packages: said.extend(packages))
    tasks.add_quick_chromium()
    assert said == (tasks.DEBIAN_CHROMIUM if installs else [])
