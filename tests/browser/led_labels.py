"""What of the land of others lies under labels, and under the lines at whose end some stand."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, NamedTuple

from tests.browser.geometry import codes_of
from tests.browser.places import LABEL_LINES, along, drawn, middle
from tests.support.areas import areas_beside_armistice_lines

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
    led = list[tuple[str, tuple[list[float], list[float]], list[float]]]()
    for start, end in page.evaluate(LABEL_LINES):
        id_ = min(
            symbols, key=lambda one: hypot(symbols[one][0] - start[0], symbols[one][1] - start[1])
        )
        box = boxes.get(texts[id_])
        if box:  # else it is that of the name of a country
            led.append((id_, (start, end), _on_screen(box, left, top)))
    lengths = [hypot(end[0] - start[0], end[1] - start[1]) for _, (start, end), _ in led]
    ways = [along(start, end, max(1, round(length)))
            for (_, (start, end), _), length in zip(led, lengths, strict=True)]  # fmt: skip
    crossed = codes_of(page, areas, ways)
    over = [sum(code not in {"", own[id_]} for code in codes)
            for (id_, _, _), codes in zip(led, crossed, strict=True)]  # fmt: skip
    ashore = parts_ashore(page, areas, [(box, own[id_]) for id_, _, box in led])
    ids = [id_ for id_, _, _ in led]
    return [*map(LedLabel, ids, lengths, over, ashore)]


def beyond_armistice_lines(
    page: Page, atlas: Atlas, areas: gpd.GeoDataFrame, language: str
) -> list[str]:
    """Return the labels of hosts beside an armistice line that are on the land of others."""
    hosts = areas_beside_armistice_lines(atlas.dataset.boundaries)
    found = drawn(page, atlas)
    region = page.get_by_role("toolbar").bounding_box()
    assert region is not None
    boxes = dict(found["labels"])
    own = {
        text: p.area
        for p in atlas.places
        if p.area in hosts and (text := p.label[language] + " ".join(p.presence.footnotes)) in boxes
    }
    assert own
    x, y = region["x"], region["y"]
    asked = [(_on_screen(boxes[text], x, y), area) for text, area in own.items()]
    parts = parts_ashore(page, areas, asked)
    return [text for text, part in zip(own, parts, strict=True) if part > MOSTLY]


def parts_ashore(
    page: Page, areas: gpd.GeoDataFrame, labels: list[tuple[list[float], str]]
) -> list[float]:
    """Return of each label's box on the screen the part that is not at sea or on its own area."""
    every = codes_of(page, areas, [_within(box) for box, _ in labels])
    return [sum(code not in {"", own} for code in codes) / len(codes)
            for codes, (_, own) in zip(every, labels, strict=True)]  # fmt: skip


def _within(box: list[float]) -> list[tuple[float, float]]:
    """Return points all over a label's box, but for the room above and below its letters."""
    x, y, x2, y2 = box[0], box[1] + 2, box[2], box[3] - 2
    return [
        (across, down)
        for across, _ in along([x, y], [x2, y], LOOKS[0])
        for _, down in along([x, y], [x, y2], LOOKS[1])
    ]


def _on_screen(box: list[float], left: float, top: float) -> list[float]:
    return [box[0] + left, box[1] + top, box[2] + left, box[3] + top]
