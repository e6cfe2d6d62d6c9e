"""How a list writes where something is: in which columns, and its country by code or name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.dataset.own_columns import read_columns

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.edition.edition import Edition
    from mapping.editor.draft import Table

CODE_LENGTH = 3  # of a country's alpha-3 code


class ListWriting:
    """The columns of a list by the program's own names for them; `own` where they have others."""

    def __init__(self, edition: Edition, table: Table | None) -> None:
        """Take the edition, and the list as it stands."""
        self.own = read_columns(edition) if edition.is_own_list else {}
        self._roles = {name: role for role, name in self.own.items()}
        self._table = table
        self._writes_names = bool(self.own) and not self._writes_codes()

    def role(self, column: str) -> str:
        """Return the program's own name for a column."""
        return self._roles.get(column, column)

    @property
    def has_points(self) -> bool:
        """Whether a row can say where it is in degrees, and no more than its city or country."""
        return {"latitude", "longitude"} <= self.own.keys() or "position" in self.own

    @property
    def has_cities(self) -> bool:
        """Whether a row can name its city."""
        return not self.own or "city" in self.own

    def country(self, code: str | None, names: Mapping[str, str]) -> str | None:
        """Return a country as the list writes countries; `names` are those by codes."""
        return names.get(code, code) if code and self._writes_names else code

    def cells(self, by_role: Mapping[str, str]) -> dict[str, str]:
        """Return cells by the names of the list's columns; of those that it lacks, none."""
        if not self.own:
            return dict(by_role)
        return {self.own[role]: text for role, text in by_role.items() if role in self.own}

    def _writes_codes(self) -> bool:
        """Whether the list writes codes of countries, and not their names."""
        column, table = self.own.get("country"), self._table
        if table is None or column not in table.columns:
            return True
        place = table.columns.index(column)
        used = (row.cells[place] for row in table.rows if row.base and place < len(row.cells))
        return all(len(text) <= CODE_LENGTH for text in used)
