"""The documents of the project as text: their code, their links, the commands they give."""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.support.folder import ROOT

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = re.compile(r"(\.venv/bin/)?(python3?|presence-map|pip) [\w-]")
MEDIA_TYPE = re.compile(r"(application|image|text)/")
PATH = re.compile(r"[A-Za-z.][\w.-]*((/[\w.-]+)*/|(/[\w.-]+)+)")
FILE = re.compile(
    r"LICENSE|[A-Z]+\.(md|cff)|\.editorconfig|\.pre-commit-config\.yaml|\w+\.(py|toml|lock)"
)


@dataclass(frozen=True)
class Document:
    """A page in Markdown."""

    path: Path

    @property
    def name(self) -> str:
        """Return its path from the project's folder."""
        return self.path.relative_to(ROOT).as_posix()

    @property
    def text(self) -> str:
        """Return all of it."""
        return self.path.read_text(encoding="utf-8")

    @property
    def fenced(self) -> list[tuple[str, str]]:
        """Return each block of code: its kind and its text."""
        return re.findall(r"```(\w+)\n(.*?)```", self.text, re.DOTALL)

    @property
    def prose(self) -> str:
        """Return the text without its blocks of code."""
        return re.sub(r"```.*?```", "", self.text, flags=re.DOTALL)

    @property
    def quoted(self) -> list[str]:
        """Return what is code within the prose, each once."""
        return sorted(set(re.findall(r"`([^`\n]+)`", self.prose)))

    @property
    def links(self) -> list[str]:
        """Return the targets of its links within the project, each once."""
        prose = re.sub(r"`[^`\n]+`", "", self.prose)
        return sorted(set(re.findall(r"\]\((?!https?:)([^)]+)\)", prose)))

    @property
    def paths(self) -> list[str]:
        """Return every file and folder that is named in code."""
        return [
            one
            for one in self.quoted
            if FILE.fullmatch(one) or (PATH.fullmatch(one) and not MEDIA_TYPE.match(one))
        ]

    @property
    def tests(self) -> list[str]:
        """Return every test that is named."""
        return [one for one in self.quoted if re.fullmatch(r"test_\w+", one)]

    @property
    def shell(self) -> list[str]:
        """Return the commands of its blocks, in their order."""
        lines = [
            line.partition(" #")[0].removeprefix("$ ").strip()
            for kind, block in self.fenced
            for line in block.splitlines()
            if kind == "sh" or (kind == "console" and line.startswith("$ "))
        ]
        return [line for line in lines if line and not line.startswith("#")]

    @property
    def commands(self) -> list[str]:
        """Return every command, of its blocks and within the prose, each once."""
        return sorted({line for line in (*self.shell, *self.quoted) if COMMAND.match(line)})

    @property
    def anchors(self) -> set[str]:
        """Return what a link may point at within it: its headings, as they stand in an address."""
        headings = re.findall(r"^#+ (.+)$", self.prose, re.MULTILINE)
        plain = [re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings]
        return {heading.replace(" ", "-") for heading in plain}


def documents() -> list[Document]:
    """Return every page that people are told to read."""
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), ROOT / "geodata" / "README.md"]
    return [Document(path) for path in sorted(pages)]


def words(command: str) -> list[str]:
    """Return the words of a command, its program without the folder it lies in."""
    program, *rest = shlex.split(command)
    return [program.removeprefix(".venv/bin/"), *rest]
