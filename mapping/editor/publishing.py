"""From saved files to a published map: build, what changed, print, verify, commit if asked."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Literal

from mapping import pipeline
from mapping.changes.formats import format_changes
from mapping.changes.git import has_commit_of, run_git
from mapping.changes.summary import summarize
from mapping.editor.edit_session import ORDER
from mapping.editor.job import Job
from mapping.errors import WrongUseError
from mapping.i18n.localized import REFERENCE
from mapping.printing.papers import PAPERS
from mapping.products.manifest import PRINT_FOLDER
from mapping.products.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mapping.changes.compare import Difference
    from mapping.editor.edit_session import EditSession
    from mapping.editor.publication_record import PublicationRecord

Stage = Literal["build", "changes", "print", "verify", "message", "commit"]
HEAD = "HEAD"
BUSY = "another step is going on; wait until it is done"
SAVE_FIRST = "save the draft first, or discard it: what is published is what is saved"
CLOSING = frozenset({"closed", "status"})  # kinds of changes that a closing is told by
BUILD_ACTS = 5  # read, check, join, draw, write
NOT_PUBLISHED = "nothing was built from this page yet, and the folder does not lie in git"
NO_PRINTING = "printing needs packages that are not installed ({name}); docs/print.md says which"
NOT_IN_GIT = "the folder does not lie in git"
NO_MESSAGE = "write a message for the commit"
NOTHING_TO_COMMIT = "nothing was changed since the last commit"
SEVERAL = "The list: {count} change{s}"
NAMES_ONLY = "The list: names, documents or settings"
MAX_SUBJECT = 72  # signs of the first line of a commit's message, by custom


class Publisher:
    """Does one step of publishing after the other, each in a `Job`."""

    def __init__(
        self, session: EditSession, output: Path, tell: Callable[[dict[str, Any]], None]
    ) -> None:
        """Take the edit session, where the products go, and whom to tell of the states of jobs."""
        self._session, self._output, self._tell = session, output, tell
        self.jobs: dict[str, Job] = {}

    def begin(self, step: Stage, message: str, language: str) -> Job:
        """Begin a step.

        Raises
        ------
        WrongUseError
            Another is going on, or the draft is not saved: what is published is what is saved.
        """
        if any(job.state == "running" for job in self.jobs.values()):
            raise WrongUseError(BUSY)
        if self._session.draft.changed_files():
            raise WrongUseError(SAVE_FIRST)
        data, output, record = self._session.folder, self._output, self._session.record
        steps: dict[Stage, Callable[[Job], str]] = {
            "build": lambda job: build(data, output, record, job),
            "changes": lambda job: describe_changes(data, record, job),
            "print": lambda job: print_all(data, output, job),
            "verify": lambda _: verify_output(output),
            "message": lambda job: compose_message(data, record, job),
            "commit": lambda _: commit(data, record, message),
        }
        job = Job(step, language, self._tell)
        self.jobs[job.id] = job
        job.run(steps[step])
        return job


def build(data: Path, output: Path, record: PublicationRecord, job: Job) -> str:
    """Build, and keep what it was built of, for later ones to be compared with.

    Raises
    ------
    DataError, WrongUseError, OSError
        As of `pipeline.build`; the products that were there are whole.
    """
    job.of = BUILD_ACTS
    _, products = pipeline.build(data, output, job.act)
    record.keep_published(data)
    job.lines += [f"{path} ({path.stat().st_size:,} bytes)" for path in products]
    return str(products[0].resolve())


def describe_changes(data: Path, record: PublicationRecord, job: Job) -> str:
    """Return in words what changed since the edition that was built last, else the last commit.

    Raises
    ------
    WrongUseError
        There is neither.
    DataError, UnknownListError, OSError
        One of the two cannot be read.
    """
    if not record.is_published and not has_commit_of(data, ORDER):
        raise WrongUseError(NOT_PUBLISHED)
    old = str(record.published) if record.is_published else HEAD
    difference = pipeline.changes(old, None, data, job.act)
    languages = difference.after.dataset.languages
    language = languages.get(job.language) or next(iter(languages.values()))
    return format_changes(difference, language, "text")


def print_all(data: Path, output: Path, job: Job) -> str:
    """Print the map on A3 in every language of the edition, one after the other.

    Raises
    ------
    DataError, WrongUseError, OSError
        As of `print_maps`; also where printing is not installed.
    """
    try:
        from mapping.printing.job import PrintJob, print_maps  # noqa: PLC0415 (takes a second)
    except ImportError as error:
        raise WrongUseError(NO_PRINTING.format(name=error.name)) from None
    languages = list(pipeline.check(data, lambda _: None).dataset.languages)
    job.of = len(languages)
    for code in languages:
        job.say(code)
        _, products = print_maps(data, output, PrintJob([PAPERS["a3"]], [code]), lambda _: None)
        job.lines += [str(path) for path in products if path.suffix == ".pdf"]
        job.advance()
    return str((output / PRINT_FOLDER).resolve())


def verify_output(output: Path) -> str:
    """Return that the products are whole and of one build.

    Raises
    ------
    DataError, OSError
        They are not, or cannot be read.
    """
    manifest = verify(output)
    count, version = len(manifest["products"]), manifest["data_version"]
    return f"{output}: {count} products, whole and of one build (data version {version})"


def compose_message(data: Path, record: PublicationRecord, job: Job) -> str:
    """Return a message for a commit: what changed since the last one, and what closings rest on.

    Raises
    ------
    WrongUseError
        The folder does not lie in git, or nothing was changed.
    DataError, UnknownListError, OSError
        One of the two cannot be read.
    """
    if not has_commit_of(data, ORDER):
        raise WrongUseError(NOT_IN_GIT)
    if not _list_changed(data):
        raise WrongUseError(NOTHING_TO_COMMIT)
    difference = pipeline.changes(HEAD, None, data, job.act)
    sentences = _sentences(difference, record)
    if len(sentences) == 1 and len(sentences[0]) <= MAX_SUBJECT:
        return sentences[0]
    subject = (
        SEVERAL.format(count=len(sentences), s="s" if len(sentences) > 1 else "")
        if sentences
        else NAMES_ONLY
    )
    return "\n".join([subject, "", *sentences]).strip()


def commit(data: Path, record: PublicationRecord, message: str) -> str:
    """Commit the files of the folder that are edited here, and no others; return what git says.

    Raises
    ------
    WrongUseError
        There is no message, nothing to commit, or no git.
    GitError
        Git refuses, and says why.
    """
    if not message.strip():
        raise WrongUseError(NO_MESSAGE)
    if not has_commit_of(data, ORDER):
        raise WrongUseError(NOT_IN_GIT)
    names = _list_changed(data)
    if not names:
        raise WrongUseError(NOTHING_TO_COMMIT)
    run_git(data, "add", "--", *names)
    said = run_git(data, "commit", "--quiet", "--only", f"--message={message}", "--", *names)
    record.forget_closings()
    found = run_git(data, "log", "-1", "--format=%h %s").decode(errors="replace").strip()
    return "\n".join(filter(None, (found, said.decode(errors="replace").strip())))


def _sentences(difference: Difference, record: PublicationRecord) -> list[str]:
    """Return what changed in the reference language; of what closed, what that rests on too."""
    languages = difference.after.dataset.languages
    language = languages.get(REFERENCE) or next(iter(languages.values()))
    closings = record.closings()
    told = []
    for change, sentence in zip(
        difference.changes, summarize(difference, language).sentences, strict=False
    ):
        facts = closings.get(change.place.presence.id, {}) if change.kind in CLOSING else {}
        listed = "; ".join(f"{name}: {text}" for name, text in facts.items() if text)
        told.append(f"{sentence} ({listed})" if listed else sentence)
    return told


def _list_changed(data: Path) -> list[str]:
    """Return the files that are edited here and differ from the last commit."""
    listed = run_git(data, "status", "--porcelain=v1", "-z", "--", *ORDER)
    return sorted({PurePath(one[3:]).name for one in listed.decode().split("\0") if one})
