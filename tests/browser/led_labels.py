"""Labels at the end of a line: how long it is, and what of the land of others lies under both."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, NamedTuple

from tests.browser.geometry import codes_at
from tests.browser.places import LABEL_LINES, along, drawn, middle

if TYPE_CHECKING:
    import geopandas as gpd
    from playwright.sync_api import Page

    from mapping.atlas import Atlas

LOOKS = (16, 4)  # at a label: across, and down
NEAR = 30  # pixels of a line: so near, the eye joins a label to its symbol
MOSTLY = 0.3  # of a label


class LedLabel(NamedTuple):
    """A label at the end of a line: lengths in pixels, ``ashore`` is the part on others' land."""

    presence: str
    length: float
    over: int
    ashore: float

    @property
    def misleads(self) -> bool:
        """Whether it could be taken for the name of the land of others on which it stands."""
        return self.ashore > MOSTLY and self.length > NEAR


def led_labels(page: Page, atlas: Atlas, areas: gpd.GeoDataFrame, language: str) -> list[LedLabel]:
    """Return the labels of presences that stand at the end of a line."""
    found = drawn(page, atlas)
    region = page.get_by_role("toolbar").bounding_box()
    assert region is not None
    left, top = region["x"], region["y"]
    symbols = {
        id_: (x + left, y + top)
        for id_, (x, y) in ((id_, middle(box)) for id_, box in found["symbols"].items())
    }
    texts = {
        p.presence.id: p.label[language] + " ".join(p.presence.footnotes) for p in atlas.places
    }
    boxes = dict(found["labels"])
    own = {p.presence.id: p.area for p in atlas.places}
    led = []
    for start, end in page.evaluate(LABEL_LINES):
        id_ = min(
            symbols, key=lambda one: hypot(symbols[one][0] - start[0], symbols[one][1] - start[1])
        )
        box = boxes.get(texts[id_])
        if box is None:
            continue  # the name of a country
        length = hypot(end[0] - start[0], end[1] - start[1])
        x, y, x2, y2 = box[0] + left, box[1] + top + 2, box[2] + left, box[3] + top - 2
        under = [
            (across, down)
            for across, _ in along([x, y], [x2, y], LOOKS[0])
            for _, down in along([x, y], [x, y2], LOOKS[1])
        ]
        below = [code not in {"", own[id_]} for code in codes_at(page, areas, under)]
        line = codes_at(page, areas, along(start, end, max(1, round(length))))
        over = sum(code not in {"", own[id_]} for code in line)
        led.append(LedLabel(id_, length, over, sum(below) / len(below)))
    return led
