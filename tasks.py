"""Set everything up and do a job, on a machine with nothing but Python.

``python3 tasks.py`` (or ``build``) makes the map;
``python3 tasks.py print`` makes the printed maps;
``python3 tasks.py check`` runs linters, types, and every test that needs no browser;
``python3 tasks.py lint`` runs the first half of that;
``python3 tasks.py test`` runs every check and test;
``python3 tasks.py hear`` lets a screen reader go through the map.
"""

from __future__ import annotations

import functools
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
UV = SCRIPTS / ("uv.exe" if os.name == "nt" else "uv")
INSTALLERS = "requirements-installers.lock"  # uv, and a pip for where uv cannot install
OTHER_PYTHONS = ["3.11", "3.12", "3.13"]
DEBIAN_CHROMIUM = ["chromium-headless-shell", "fonts-noto-core", "fonts-noto-cjk"]
OFFLINE = ("--no-remote", "--no-npm")  # deno fetches nothing
LINTERS: list[tuple[str | Path, ...]] = [
    (PYTHON, "-m", "mypy"),  # the longest, and so the first
    (PYTHON, "-m", "ruff", "check"),
    (PYTHON, "-m", "ruff", "format", "--check"),
    (SCRIPTS / "djlint", "--lint", "--quiet", "mapping/web"),
    (SCRIPTS / "deno", "check", *OFFLINE, "--quiet"),
    (SCRIPTS / "deno", "lint", "--quiet"),
    (SCRIPTS / "deno", "fmt", "--check", "--quiet"),
]
# Their types are checked above, with those of all scripts.
SCRIPT_TESTS = (SCRIPTS / "deno", "test", *OFFLINE, "--no-check", "--quiet", "--reporter=dot")
# All test files are imported for these few: else each process of the tests would compile, in a new
# environment, what they import.
FIRST_TESTS = (PYTHON, "-m", "pytest", "-q", "-k", "test_golden")
STARTS = """\
import sys
from mapping.errors import MissingToolError
from mapping.printing.chromium import launched
try:
    with launched():
        pass
except MissingToolError as error:
    sys.exit(str(error))"""
NO_POPPLER = """\
No pdftotext to read the printed maps with, and none could be installed from Debian.
Install it by hand, as root: apt-get install poppler-utils"""


def run(*command: str | Path, check: bool = True, **variables: str) -> bool:
    """Print a command, run it in the project's folder, and stop where it fails."""
    words = [str(word) for word in command]
    print("$", shlex.join([Path(words[0]).name, *words[1:]]), flush=True)  # noqa: T201 (a task says what it runs)
    done = subprocess.run(words, cwd=HERE, env={**os.environ, **variables}, check=False)  # noqa: S603 (our own words)
    if check and done.returncode:
        sys.exit(done.returncode)
    return done.returncode == 0


def run_together(*commands: tuple[str | Path, ...]) -> None:
    """Run commands side by side; print each with all that it says, and stop where any fails."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        failed = [done.args for done in pool.map(run_and_report, commands) if done.returncode]
    if failed:
        sys.exit(f"failed: {'; '.join(map(shlex.join, failed))}")


def run_and_report(command: tuple[str | Path, ...]) -> subprocess.CompletedProcess[str]:
    """Run a command in the project's folder, and print it at its end with all that it says."""
    words = [str(word) for word in command]
    done = subprocess.run(  # noqa: S603 (our own words)
        words, cwd=HERE, env={**os.environ, "DENO_NO_UPDATE_CHECK": "1"}, check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
    )  # fmt: skip
    print(f"$ {shlex.join([Path(words[0]).name, *words[1:]])}\n{done.stdout}", end="", flush=True)  # noqa: T201 (likewise)
    return done


def set_up(lock: str) -> None:
    """Make the virtual environment and install the locked packages and the project into it."""
    make_environment()
    install_into(PYTHON, lock)


def make_environment() -> bool:
    """Make the virtual environment, with what installs into it and into others in little time.

    Return whether it is new.
    """
    if sys.version_info < (3, 11):  # noqa: UP036 (a person may start this with an older Python)
        sys.exit("Python 3.11 or newer is needed.")
    new = not PYTHON.exists()
    if new and not make_with_this_pip():
        run(sys.executable, "-m", "venv", VENV)
        pip(PYTHON, *locked(INSTALLERS), check=False)  # an older pip alone does, too
    return new


def make_with_this_pip() -> bool:
    """Make it without the pip that each Python brings along, which would be replaced at once.

    It takes a third of the time; return whether there is a pip that can put another elsewhere.
    """
    bare = ("-m", "venv", "--without-pip", VENV)
    return run(sys.executable, *bare, check=False) and pip(
        PYTHON, *locked(INSTALLERS), check=False, by=sys.executable
    )


def install_into(python: Path, lock: str | Path, *, check: bool = True) -> bool:
    """Install the locked packages and the project into the environment of this Python."""
    project = ("--no-deps", "--no-build-isolation", "--editable", ".")
    return add_packages(python, *locked(lock), check=check) and add_packages(
        python, *project, check=check
    )


def locked(lock: str | Path) -> tuple[str | Path, ...]:
    """Return the words that install the packages of a lock."""
    return ("--require-hashes", "--requirement", lock)


def add_packages(python: Path, *words: str | Path, check: bool) -> bool:
    """Install into the environment of this Python with uv, in a third of the time; else with pip.

    uv does not read pip's settings: what a person's own index has is found by pip alone.
    """
    quick = (UV, "pip", "install", "--quiet", "--python", python, *words)
    return (UV.exists() and run(*quick, check=False)) or pip(python, *words, check=check)


def pip(python: Path, *words: str | Path, check: bool, by: str | Path = PYTHON) -> bool:
    """Install into the environment of this Python with the pip of the project's, or of another.

    Nothing is compiled but what is imported, when it is.
    """
    quiet = ("--disable-pip-version-check", "--quiet", "--no-compile")
    into = () if python == by else ("--python", python)
    return run(by, "-m", "pip", *into, "install", *quiet, *words, check=check)


def set_up_others() -> None:
    """Make an environment for each other Python at hand, in which a test builds the same map."""
    with ThreadPoolExecutor() as pool:
        list(pool.map(set_up_other, OTHER_PYTHONS))


def set_up_other(version: str) -> None:
    """Make an environment for one of them.

    One that cannot be made is no reason to stop: its test is skipped and says so.
    """
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = [
        *sorted(pyenv.glob(f"{version}.*/bin/python{version}")),
        shutil.which(f"python{version}"),
    ]
    this = sys.version_info[:2] == tuple(map(int, version.split(".")))
    if this or not found[0]:
        return
    venv = HERE / f".venv-{version}"
    python = venv / "bin" / "python"
    made = run(found[0], "-m", "venv", "--without-pip", venv, check=False)
    if not made or not install_into(python, lock_of_build(venv), check=False):
        shutil.rmtree(venv, ignore_errors=True)


def lock_of_build(folder: Path) -> Path:
    """Write into a folder what is locked, but for what only printing needs: half of all bytes."""
    import tomllib  # noqa: PLC0415 (a Python that has none is told that it is too old)

    project = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    printing = tuple(f"{name}==" for name in project["optional-dependencies"]["print"])
    text = (HERE / "requirements.lock").read_text(encoding="utf-8")
    packages = re.split(r"^(?=\S)", text, flags=re.MULTILINE)
    lock = folder / "requirements.lock"
    lock.write_text("".join(one for one in packages if not one.startswith(printing)), "utf-8")
    return lock


def find_chromium() -> None:
    """See that a Chromium starts, or install one: Playwright's own, else Debian's."""
    starts = (PYTHON, "-c", STARTS)
    if run(*starts, check=False):
        return
    run(PYTHON, "-m", "playwright", "install", "chromium", check=False)
    if not run(*starts, check=False) and may_install():
        install(*DEBIAN_CHROMIUM)
    run(*starts)


def find_chromium_after(programs: Future[None]) -> None:
    """See to a Chromium once other programs are installed: Debian has one lock."""
    programs.result()
    find_chromium()


def find_poppler() -> None:
    """See that there is something that reads PDFs, to test the printed maps, or install it."""
    if not shutil.which("pdftotext") and may_install():
        install("poppler-utils")
    if not shutil.which("pdftotext"):
        sys.exit(NO_POPPLER)


def add_debian_programs() -> None:
    """Install what the tests need of Debian's, one after the other: it has one lock."""
    find_poppler()
    add_quick_chromium()
    add_other_browsers()


def add_quick_chromium() -> None:
    """Install the Chromium without windows, in which pages take a third less of the processor."""
    if not os.environ.get("CHROMIUM") and not shutil.which(DEBIAN_CHROMIUM[0]) and may_install():
        install(*DEBIAN_CHROMIUM)


def add_other_browsers() -> None:
    """Install Firefox and WebKit for the smoke test, where this may be done; CI must have them."""
    there = all(shutil.which(program) for program in ("firefox-esr", "WebKitWebDriver", "Xvfb"))
    if not there and may_install():
        install("firefox-esr", "webkit2gtk-driver", "xvfb")


def may_install() -> bool:
    """Whether Debian's packages can be installed: its tool is here, and this is root."""
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def install(*packages: str) -> None:
    """Install Debian packages, with a list that is up to date."""
    update()
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    run("apt-get", "install", "--yes", "--quiet", *packages, check=False, **quiet)


@functools.cache
def update() -> None:
    """Bring the list of Debian's packages up to date, once."""
    run("apt-get", "update", "--quiet", check=False)


def build(*options: str) -> None:
    """Set up what the map needs and make it."""
    set_up("requirements.lock")
    run(PYTHON, "-m", "mapping", "build", *options)


def print_maps(*options: str) -> None:
    """Set up what the printed maps need, a browser included, and make them."""
    set_up("requirements.lock")
    find_chromium()
    run(PYTHON, "-m", "mapping", "print", *options)


def check(*options: str) -> None:
    """Set up what the quick check needs, and run linters, types, and tests without a browser."""
    set_up("requirements-test.lock")
    run_together(*LINTERS, SCRIPT_TESTS)
    os.environ["CHROMIUM"] = os.devnull  # a test that starts one all the same fails
    run_tests("-m", "not browser", "--ignore", "tests/browser", *options)


def test(*options: str) -> None:
    """Set up what the tests need, a browser included, and run linters, types and tests.

    What waits for a network does so beside what does not.
    """
    with ThreadPoolExecutor() as pool:
        programs = pool.submit(add_debian_programs)
        mypy, *linters = LINTERS
        first = (mypy, FIRST_TESTS) if make_environment() else (mypy,)
        others = pool.submit(set_up_others)
        install_into(PYTHON, "requirements-test.lock")
        browser = pool.submit(find_chromium_after, programs)
        run_together(*first, *linters, SCRIPT_TESTS)
        browser.result()
        others.result()
    run_tests(*options)


def hear(*options: str) -> None:
    """Build the map, and let the screen reader Orca go through it in Firefox, without a screen."""
    set_up("requirements-test.lock")
    hearing: list[str | Path] = [PYTHON, "-m", "tests.hearing"]
    missing = subprocess.check_output([*hearing, "--missing"], cwd=HERE, encoding="utf-8").split()  # noqa: S603 (our own words)
    if missing and may_install():
        install("--no-install-recommends", *missing)
    with tempfile.TemporaryDirectory(prefix="presence-map-") as folder:
        run(PYTHON, "-m", "mapping", "build", "--output", folder)
        if not run(*hearing, folder, *options, check=False):
            sys.exit(1)


def lint() -> None:
    """Run linters and types in the environment that the tests were set up in."""
    if not all(shutil.which(program) for program, *_ in LINTERS):
        sys.exit("The linters are not set up yet; to set them up, once: python3 tasks.py check")
    run_together(*LINTERS)


def run_tests(*options: str) -> None:
    """Run all tests but those of scripts, one more at once than there are processors: some wait.

    Each process begins with a part of its own, so that what many tests of a folder share is made
    by one; whoever is done first takes more.
    """
    processes = (os.cpu_count() or 1) + 1
    sharing = ("-n", str(processes), "--dist", "worksteal")
    run(PYTHON, "-m", "pytest", *sharing, *options, PYTHONWARNDEFAULTENCODING="1")


JOBS = {
    "build": build, "check": check, "hear": hear, "lint": lint, "print": print_maps, "test": test,
}  # fmt: skip


def main() -> None:
    """Do the job that the first word names; the rest are its options."""
    job, *options = sys.argv[1:] or ["build"]
    if job not in JOBS:
        sys.exit(f"unknown job {job}: use one of {', '.join(JOBS)}")
    # Else each process that a test starts compiles all that it imports, geopandas too, once more.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    JOBS[job](*options)


if __name__ == "__main__":
    main()
