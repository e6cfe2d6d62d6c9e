"""The parts of printing, from the top down: each imports only from those below it."""

from __future__ import annotations

from tests.support.wings import MODULES, own_imports, wing

ROWS = (
    ("job",),
    ("sheet",),
    ("collisions", "pdf"),
    ("svg",),
    ("drawer",),
    ("layers",),
    ("scale_bar",),
    ("label_placement",),
    ("typesetting",),
    ("chromium", "colours", "fonts", "frame", "papers"),
    ("clipping", "view"),
    ("__init__",),
)
PARTS = {module: module.split(".")[1] for module in MODULES if wing(module) == "printing"}


def test_imports_within_printing_point_down() -> None:
    """A module knows only its own subpackage and those of lower rows; each has its row."""
    depth = {part: number for number, row in enumerate(ROWS) for part in row}
    assert set(PARTS.values()) == set(depth)
    above = {
        (module, other)
        for module, part in PARTS.items()
        for other, _ in own_imports(module)
        if other in PARTS and PARTS[other] != part and depth[PARTS[other]] <= depth[part]
    }
    assert above == set()
