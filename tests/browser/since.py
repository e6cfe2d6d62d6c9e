"""An older list, a map that tells what changed since, and the panel in which it does."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from mapping import pipeline
from tests.support.folder import GEODATA, Folder

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

TITLES = {
    "ar": "ما الذي تغير",
    "en": "What changed",
    "es": "Qué ha cambiado",
    "fr": "Ce qui a changé",
    "ru": "Что изменилось",
    "zh": "变更情况",
}
OPENED = {
    "ar": "افتتاح: \u2068أوغندا\u2069",
    "en": "Opened: Uganda",
    "es": "Apertura: Uganda",
    "fr": "Ouverture\u00a0: Ouganda",
    "ru": "Открыто: Уганда",
    "zh": "新设：乌干达",
}


def build_since(old: Folder, new: Path, output: Path) -> Path:
    """Build the map of a list that tells what changed since an older one."""
    pipeline.build(new, output, lambda _: None, str(old.path))
    return output / "map.html"


def past(folder: Path) -> Folder:
    """Return an older list: without Uganda, with an adviser in Fiji, Eswatini's in Harare."""
    old = Folder(folder)
    shutil.copytree(GEODATA, folder, ignore=shutil.ignore_patterns("recipes", "*.print.*"))
    text = (folder / "presences.csv").read_text(encoding="utf-8")
    uganda = next(line for line in text.splitlines() if line.startswith("uga-"))
    fiji = "fji-adviser,listed,adviser,yes,,FJI,,,,,,,documented,2020,,report-2023,"
    old.edit("presences.csv", uganda, fiji)
    old.edit("presences.csv", ",SWZ,,mbabane", ",SWZ,,harare")
    return old


def panel(page: Page, language: str = "en") -> Locator:
    """Find the panel by its title."""
    return page.get_by_role("region", name=TITLES[language], exact=True)


def entry(page: Page, text: str) -> Locator:
    """Find an entry of an English page's panel."""
    return panel(page).get_by_role("listitem").filter(has_text=text)
