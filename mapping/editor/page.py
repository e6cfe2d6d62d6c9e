"""The editing page, and the map of the draft that it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.errors import FaultLog
from mapping.files.paths import WORDS
from mapping.i18n.catalog import read_languages
from mapping.i18n.localized import LANGUAGES, REFERENCE
from mapping.page import render
from mapping.web import bundle, templates
from mapping.web.csp import content_policy, json_for_script
from mapping.web.templates import trusted

if TYPE_CHECKING:
    from mapping.atlas import Atlas
    from mapping.edition.edition import Edition

TEMPLATE, SCRIPT = "edit/edit.html", "edit/edit.js"
STYLES = (
    "css/colours.css",
    "css/tokens.css",
    "css/conditions.css",
    "css/base.css",
    "edit/edit.css",
)
WORDS_OF_THE_PAGE = "edit."  # how the ids of its words begin


def render_editor(asked: str, token: str, edition: Edition | None) -> bytes:
    """Return the editing page; `asked` are languages as a browser names them, best first.

    Raises
    ------
    DataError
        A file of the page is not well formed.
    """
    faults = FaultLog()
    languages = read_languages(WORDS, faults)
    faults.raise_if_any()
    language = languages[first_language(asked)]
    if edition is not None and edition.is_own_list:
        language = language.for_any_list()
    words = {key: text for key, text in language.words.items() if key.startswith(WORDS_OF_THE_PAGE)}
    words["number_group"] = language.words["number_group"]
    styles, scripts = [bundle.build_style(*STYLES)], [bundle.build_script(SCRIPT)]
    policy = content_policy(styles, scripts, own_server=True)
    return templates.render(
        TEMPLATE,
        policy=f"{policy}; frame-src 'self'",
        styles=[*map(trusted, styles)],
        scripts=[*map(trusted, scripts)],
        session=json_for_script({"token": token, "words": words}),
        language=language,
        languages=list(languages.values()),
        title=_title(edition, language.code),
    ).encode()


def render_map(atlas: Atlas) -> bytes:
    """Return the map as a build of these places would write it.

    Raises
    ------
    DataError
        A file of the page is not well formed.
    """
    return render.render(render.build_page(atlas))


def _title(edition: Edition | None, code: str) -> str:
    """Return what the list is called, in a language where it has it."""
    if edition is None:
        return ""
    return edition.metadata.title[code] or edition.metadata.title[edition.metadata.default_language]


def first_language(asked: str) -> str:
    """Return the code of the first language that the page has, else of the reference."""
    codes = (part.partition(";")[0].strip().lower()[:2] for part in asked.split(","))
    return next((code for code in codes if code in LANGUAGES), REFERENCE)
