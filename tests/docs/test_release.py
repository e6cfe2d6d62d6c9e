"""A version is one version, wherever it is written, and of one day."""

from __future__ import annotations

import calendar
import re
import tomllib

import pytest

from tests.support.documents import Document, documents
from tests.support.folder import ROOT

VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
RECORDS = [page for page in documents() if re.search(r"^Version \d", page.text, re.MULTILINE)]


def released() -> tuple[str, str]:
    """Return version and date of the newest release in the changelog."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## (\d+\.\d+\.\d+) - (\d{4}-\d{2}-\d{2})$", text, re.MULTILINE)
    assert newest
    return newest[1], newest[2]


def test_the_changelog_names_the_version() -> None:
    """In the form of Keep a Changelog: newest first, each with its day, in known groups."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    groups = set(re.findall(r"^### (.+)$", text, re.MULTILINE))
    assert released()[0] == VERSION
    assert groups <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    days = re.findall(r"^## .+ - (.+)$", text, re.MULTILINE)
    assert days == sorted(days, reverse=True)


def test_the_citation_names_the_version() -> None:
    """Whoever cites the program cites what they have."""
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    fields = dict(re.findall(r"^([\w-]+): (.+)$", citation, re.MULTILINE))
    assert (fields["version"], fields["date-released"]) == released()


@pytest.mark.parametrize("page", RECORDS, ids=lambda page: page.name)
def test_a_record_speaks_of_this_version(page: Document) -> None:
    """Each was gone through for the release."""
    year, month, day = released()[1].split("-")
    date = f"{int(day)} {calendar.month_name[int(month)]} {year}"
    assert re.search(rf"^Version {re.escape(VERSION)}, {date}\.", page.text, re.MULTILINE)


def test_three_pages_are_records() -> None:
    """Accessibility, boundaries and clearance are gone through for each release."""
    names = {page.path.stem for page in RECORDS}
    assert names == {"accessibility", "boundaries", "clearance"}
