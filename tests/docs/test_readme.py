"""README is short, and opens with what a reader wants: a sentence, a picture, two commands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mapping.dataset.totals import tally_categories, total_counts
from tests.support.documents import Document, documents
from tests.support.folder import ROOT

if TYPE_CHECKING:
    from mapping.atlas import Atlas

README = Document(ROOT / "README.md")
LONGEST = 8_000  # bytes


def test_the_readme_opens_with_a_sentence_a_picture_and_two_commands() -> None:
    """Nothing comes between the reader and the map."""
    parts = [part for part in README.text.split("\n\n") if part.strip()]
    assert parts[0].startswith("# ")
    assert re.fullmatch(r"[^\n]+\.", parts[1])
    assert parts[2].startswith("![")
    assert README.fenced[0][0] == "sh"
    assert README.shell == ["python3 tasks.py", "python3 tasks.py test"]


def test_the_readme_is_short() -> None:
    """What takes longer to say has a page of its own."""
    assert README.path.stat().st_size <= LONGEST


def test_the_readme_leads_to_every_page() -> None:
    """No page is left for a reader to find by chance; the changelog and the licence included."""
    linked = {(ROOT / link.partition("#")[0]).resolve() for link in README.links}
    assert {page.path for page in documents()} - {README.path} <= linked


def test_the_readme_counts_what_the_map_counts(atlas: Atlas) -> None:
    """How complete the list is can be read before anything is built."""
    found, total = total_counts(tally_categories(atlas.dataset))
    candidates = sum(one.candidates for one in tally_categories(atlas.dataset))
    told = f"of the {total} field presences that its source counts, {found} are identified; "
    assert f"{told}{candidates} candidates" in README.text


def test_the_picture_is_small() -> None:
    """The one generated file that is committed stays under 300 KB."""
    [picture] = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README.text)
    assert 10_000 < (ROOT / picture).stat().st_size < 300_000
