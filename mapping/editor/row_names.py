"""What a row is called that is not on the map, because something is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.dataset.own_columns import read_columns
from mapping.i18n.localized import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.editor.draft import Rows
    from mapping.editor.edit_session import EditSession

SEPARATOR = " · "


def name_row(
    key: str, cells: Mapping[str, str], session: EditSession, base: Rows
) -> dict[str, str]:
    """Return what a row is called in each language: its label in the file, else name or place."""
    for place in session.before.places_by_line.get(base.lines.get(key, 0), ()):
        return {code: text for code in LANGUAGES if (text := place.label[code])}
    edition = session.edition
    own = read_columns(edition) if edition and edition.is_own_list else {}
    by_role = {role: cells.get(own.get(role, role), "") for role in ("name", "city", "country")}
    if by_role["name"] or not any(by_role.values()):
        return dict.fromkeys(LANGUAGES, by_role["name"])
    tables = session.now.assessment.read.tables
    first, country = by_role["city"].partition(" ")[0], by_role["country"]
    known = tables.names.get(("city", first)), tables.countries.get(country)
    parts = [*zip(known, (by_role["city"], country), strict=True)]
    return {
        code: SEPARATOR.join(text for name, cell in parts if (text := name[code] if name else cell))
        for code in LANGUAGES
    }
