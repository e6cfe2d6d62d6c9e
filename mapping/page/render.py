"""The map as HTML files, each complete in itself: no request to anywhere."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from mapping.dataset.boundaries import AREA_FILLS, LINE_CLASSES
from mapping.dataset.presences import LISTED
from mapping.dataset.totals import Tally, tally_categories
from mapping.display_texts import borrowed_texts, display_texts, names_by_id
from mapping.geo.projection import CENTRAL_MERIDIAN_DEG
from mapping.page.changes_panel import Panel, build_changes_panel
from mapping.page.folium_map import draw_empty_map
from mapping.page.linked_data import describe_list
from mapping.page.list_groups import Group, group_places
from mapping.page.metadata import PageMetadata, page_metadata
from mapping.page.payload import build_payload, pack, pack_world
from mapping.products.manifest import MAP_FILE, file_in_language
from mapping.web import bundle, templates
from mapping.web.csp import content_policy, json_for_script
from mapping.web.templates import trusted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from mapping.atlas import Atlas
    from mapping.changes.compare import Difference
    from mapping.edition.edition import Edition
    from mapping.i18n.catalog import Language
    from mapping.products.exports import ColumnValues

TEMPLATE = "page.html"
MOST_UNFOLDED = 500
"""Of more places than this, the list is by country and opened on demand."""
MOST_AT_ONCE = 20_000
"""Of more places than this, the page says that the map is being drawn, until it is."""


@dataclass(frozen=True)
class Page:
    """What the template may use, and nothing else."""

    language: Language
    """The language the page is written in before a script changes it."""
    languages: list[Language]
    """The languages of the edition, for the language switch."""
    texts: dict[str, str]
    """Every text in `language`, by id."""
    edition: Edition
    """Titles, categories, footnotes, notes and figures."""
    tallies: list[Tally]
    """Found and expected by category, for the legend."""
    groups: list[Group]
    """The list of presences, in parts."""
    known: dict[str, Any]
    """What the scripts know too: regions and kinds of evidence for the filter, documents."""
    borrowed: dict[str, set[str]]
    """By language, the ids of the texts that it has from the default one."""
    changed: Panel | None
    """What changed, where the page has a panel for it."""
    frame: Markup
    """The element of the empty map."""
    data: Markup
    """What the scripts know, as JSON escaped for a script element."""
    world: Markup
    """The world that the last script draws, in the same way."""
    start: Markup
    """The script that runs before anything is laid out."""
    styles: list[Markup]
    """Style sheets in order."""
    scripts: list[Markup]
    """Scripts in order."""
    policy: str
    """Content security policy: nothing but these styles and scripts."""
    meridian: float = CENTRAL_MERIDIAN_DEG
    """Central meridian of the map in degrees east."""
    area_fills: tuple[str, ...] = AREA_FILLS
    """Fills that the legend explains, in its order."""
    line_classes: tuple[str, ...] = LINE_CLASSES
    """Classes of lines that the legend explains, in its order."""

    keeps_language: bool = False
    """Whether it stays in `language` where the reader's browser prefers another."""

    @cached_property
    def files(self) -> dict[str, str]:
        """The files next to it that hold the page of each language, if there are any."""
        wanted = self.edition.metadata.language_pages
        codes = [language.code for language in self.languages] if wanted else []
        return {code: file_in_language(MAP_FILE, code) for code in codes}

    @property
    def is_folded(self) -> bool:
        """Whether the list is folded by country: it has many places."""
        return len(self.known["places"]) > MOST_UNFOLDED

    @cached_property
    def drawing(self) -> dict[str, str]:
        """What is said until the map of very many places is drawn, by language; else nothing."""
        count = len(self.known["places"])
        spoken = self.languages if count > MOST_AT_ONCE else []
        return {one.code: one.format_message("map.drawing", total=count) for one in spoken}

    @property
    def all_shown(self) -> str:
        """What the filter says before anything is chosen in it."""
        count = len(self.known["places"])
        return self.language.format_message("filter.shown", shown=count, total=count)

    def number(self, value: int) -> str:
        """Return a number as the language of the page writes it."""
        return self.language.number_text(value)

    @cached_property
    def regions(self) -> dict[str, int]:
        """How many field presences are identified in each region, for the shortcuts."""
        found = Counter(
            place["region"]
            for place in self.known["places"]
            if place["counted"] and place["status"] == LISTED
        )
        return {region: found[region] for region in self.known["regions"]}

    @cached_property
    def metadata(self) -> PageMetadata:
        """The metadata of the page for other sites."""
        own = self.language.code if self.keeps_language else ""
        return page_metadata(self.edition.metadata, own)

    @cached_property
    def linked_data(self) -> Markup | None:
        """The list for search engines, as JSON for a script element, in pages that they find."""
        if not self.keeps_language and not self.metadata.address:
            return None
        places, address = self.known["places"], self.metadata.address
        return json_for_script(describe_list(places, self.language, self.texts, address))


def render_pages(page: Page) -> dict[str, bytes]:
    """Return the page of all languages as a file, and where the edition wants them, one of each."""
    own = {page.files[one.code]: in_language(page, one) for one in page.languages if page.files}
    return {name: render(one) for name, one in {MAP_FILE: page, **own}.items()}


def in_language(page: Page, language: Language) -> Page:
    """Return the same page for those who read one language: all that differs before scripts run."""
    texts = page.known["languages"][language.code]["texts"]
    return replace(page, language=language, texts=texts, keeps_language=True)


def render(page: Page, template: str = TEMPLATE, **more: object) -> bytes:
    """Return a page as one HTML file in UTF-8, by its own template or by one that extends it.

    The byte order mark takes precedence over the charset that a server declares: in another, the
    page would be illegible, and its scripts would not have the hashes that its policy allows.
    """
    return templates.render(template, page=page, **more).lstrip().encode("utf-8-sig")


def build_page(
    atlas: Atlas,
    difference: Difference | None = None,
    table: Mapping[str, ColumnValues] | None = None,
) -> Page:
    """Return what the template may use; with a panel of the changes, if any.

    `table` is what the exports say of the places, where somebody has it already.
    """
    edition, languages = atlas.dataset.edition, atlas.dataset.languages
    changed = build_changes_panel(difference, languages) if difference else None
    texts, borrowed = _texts(atlas, changed)
    payload = build_payload(atlas, texts, table)
    frame, frame_script = draw_empty_map()
    start, styles, scripts = _gather_code(frame_script, changed)
    default = edition.metadata.default_language
    return Page(
        language=languages[default],
        languages=list(languages.values()),
        texts=texts[default],
        edition=edition,
        tallies=tally_categories(atlas.dataset),
        groups=group_places(payload["places"]),
        known=payload,
        borrowed=borrowed,
        changed=changed,
        frame=trusted(frame),  # folium's empty element; no word of the data is in it
        data=json_for_script(pack(payload, borrowed)),
        world=json_for_script(pack_world(payload["world"])),
        start=trusted(start),
        styles=[*map(trusted, styles)],
        scripts=[*map(trusted, scripts)],
        policy=content_policy(styles, [start, *scripts]),
    )


def _texts(
    atlas: Atlas, changed: Panel | None
) -> tuple[dict[str, dict[str, str]], dict[str, set[str]]]:
    """Return every text of the page by language and id, and the ids of those that are borrowed."""
    names, languages = names_by_id(atlas), atlas.dataset.languages
    texts = {
        code: display_texts(atlas, language, names) | (changed.texts[code] if changed else {})
        for code, language in languages.items()
    }
    return texts, borrowed_texts(languages, names)


def _gather_code(frame_script: str, changed: Panel | None) -> tuple[str, list[str], list[str]]:
    """Return the script of the head, the style sheets and the scripts."""
    scripts = bundle.page_scripts(frame_script)
    styles = bundle.page_styles(scripts, panel=changed is not None)
    return bundle.build_script(bundle.START), styles, scripts
