"""What stands on the base map: symbols, labels, callouts, and signs of several places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.printing.label_placement.marks import Callout, Label, Symbol
    from mapping.printing.layers.groups import Group

DOT_MM = 0.3  # half the width of the dot at the end of a line to a place


@dataclass(frozen=True)
class SymbolLayer:
    """What is drawn on the base map; symbols and labels in the order of the list."""

    symbols: tuple[Symbol, ...]
    labels: tuple[Label, ...]
    callouts: tuple[Callout, ...]
    groups: tuple[Group, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
    """The presences that have a number in the place of a label, of their own or in a sign."""
    dot: float = DOT_MM

    @property
    def numbered(self) -> frozenset[str]:
        """The presences that have a number."""
        return frozenset(self.numbers)

    @property
    def is_counted(self) -> bool:
        """Whether signs bear the count of their places."""
        return any(not one.numbers for one in self.groups)
