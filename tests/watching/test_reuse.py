"""What did not change is not made again; what did change always is."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mapping.files.data_folder import BOUNDARIES_FILE
from mapping.page.basemap import encode_basemap
from mapping.web import bundle
from mapping.web.short_names import shorten_names
from tests.support.watched import watched

if TYPE_CHECKING:
    from tests.support.folder import Folder
    from tests.support.watched import Watched

__all__ = ["watched"]  # a fixture


def test_boundaries_that_did_not_change_are_kept(folder: Folder) -> None:
    """Not read, projected or encoded again, though another file of the folder changed."""
    before = folder.check()
    folder.edit("presences.csv", "adviser,yes,,ARG,", "adviser,no,,ARG,")
    after = folder.check()
    assert after.dataset.boundaries is before.dataset.boundaries
    assert encode_basemap(after)["arcs"] is encode_basemap(before)["arcs"]
    assert after.places != before.places


def test_boundaries_that_changed_are_read(folder: Folder) -> None:
    """Though nothing but one number in them is another, and their name, size and date the same."""
    path = folder.path / BOUNDARIES_FILE
    before, when = folder.check(), path.stat()
    content = path.read_text(encoding="utf-8")
    assert content.count('"translate":[-168.5,') == 1
    changed = content.replace('"translate":[-168.5,', '"translate":[-168.4,')
    path.write_text(changed, encoding="utf-8")
    os.utime(path, ns=(when.st_atime_ns, when.st_mtime_ns))
    after = folder.check()
    assert path.stat().st_size == when.st_size
    assert after.dataset.boundaries.topology["transform"]["translate"][0] == -168.4
    assert encode_basemap(after)["arcs"] != encode_basemap(before)["arcs"]


def test_scripts_that_did_not_change_are_kept() -> None:
    """Read and joined again, for a file may have changed; but not shortened again."""
    assert shorten_names(bundle.join(bundle.MAIN)) is shorten_names(bundle.join(bundle.MAIN))


def test_nothing_is_kept_when_watching_ends(watched: Watched, folder: Folder) -> None:
    """While it lasts, a build and what is asked for besides share the boundaries; then they go."""
    watched.mended()
    during = folder.check().dataset.boundaries
    assert folder.check().dataset.boundaries is during
    watched.outcomes.close()
    assert folder.check().dataset.boundaries is not during
