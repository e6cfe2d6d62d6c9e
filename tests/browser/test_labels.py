"""Labels on the map: as many as fit, to the letter, and none in the way."""

from __future__ import annotations

import re
from itertools import combinations, product
from typing import TYPE_CHECKING

import pytest
import shapely
from shapely.affinity import scale

from mapping.i18n.localized import LANGUAGES
from tests.browser.geometry import look_at
from tests.browser.led_labels import beyond_armistice_lines, led_labels
from tests.browser.places import LABEL_LINES, LABELS, TIGHT, touching
from tests.browser.reader import LOCALES
from tests.support.areas import table_of_areas

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from mapping.atlas import Atlas
    from tests.browser.onlooker import Onlooker
    from tests.browser.reader import Reader
    from tests.support.folder import Folder

FEWEST = 72  # of 104 on a laptop
LONGEST, FARTHEST_OVER = 131, 55  # pixels of a line, and of it over the land of others
NARROW = {"width": 720, "height": 900}
# Of each category, how much of a button its symbol is drawn in.
REACHES = """() => Object.fromEntries([...document.querySelectorAll('.sprite symbol')]
  .map((one) => [one.id.replace('symbol-', ''), Number(one.dataset.reach)]))"""
LABELLED = "document.querySelectorAll('[role=toolbar] bdi').length"


def labels(page: Page) -> list[tuple[str, str]]:
    """Return every label on the map: its name, and all that it says."""
    return [(name, whole) for name, whole, _ in page.evaluate(LABELS)["labels"]]


def offsets(page: Page) -> dict[str, tuple[float, float]]:
    """Return where each label stands, against the point of the map that is its view's corner."""
    x, y = page.evaluate(
        "() => { const { x, y } = window.map_world.containerPointToLayerPoint([0, 0]);"
        " return [x, y] }"
    )
    return {name: (box[0] + x, box[1] + y) for name, _, box in page.evaluate(LABELS)["labels"]}


def touching_labels(page: Page) -> list[tuple[str, str]]:
    """Return each label with whatever it touches: another one, or a symbol."""
    drawn = page.evaluate(LABELS)
    found = [(name, box) for name, _, box in drawn["labels"]]
    pairs = [*combinations(found, 2), *product(found, drawn["symbols"])]
    return [(one, two) for (one, a), (two, b) in pairs if touching(a, b, 3)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_right_to_the_letter(onlooker: Onlooker, atlas: Atlas, language: str) -> None:
    """Each is a presence's own label with its footnote letters, in the page's language.

    None touches a symbol or another label; most presences have one, some at the end of a line: a
    short one, and not where it would be taken for the name of another country. Beside an armistice
    line, as that of the State of Palestine, a label is on no land of others; it is there all the
    same, led between the symbols close around. So is that of a host that has no area of its own,
    as Kosovo's. Nor does one, or a name of a country or a sea,
    touch the edge or the controls of the map.
    """
    page = onlooker.open(locale=LOCALES[language])
    whole = {p.label[language] + " ".join(p.presence.footnotes) for p in atlas.places}
    found = labels(page)
    assert len(found) > 20
    assert {text for _, text in found} <= whole
    first = [p for p in atlas.places if p.presence.country == "PSE" or p.area != p.presence.country]
    assert len(first) == 2
    assert {p.label[language] for p in first} <= {name for name, _ in found}
    assert touching_labels(page) == []
    assert page.evaluate(TIGHT) == []
    assert page.evaluate(LABELLED) >= FEWEST
    areas = table_of_areas(atlas.dataset.boundaries)
    assert beyond_armistice_lines(page, atlas, areas, language) == []
    led = led_labels(page, atlas, areas, language)
    assert len(led) > 8
    assert [label for label in led if label.misleads] == []
    assert max(label.length for label in led) <= LONGEST
    assert max(label.over for label in led) <= FARTHEST_OVER


def test_no_line_of_a_label_touches_anything(untouched: Page, atlas: Atlas) -> None:
    """Neither another symbol, with its halo, nor a label, nor an area of undetermined status."""
    lines = untouched.evaluate(LABEL_LINES)
    drawn = untouched.evaluate(LABELS)
    known = untouched.evaluate(REACHES)
    reach = {place.presence.id: known[place.presence.category] for place in atlas.places}
    symbols = [scale(shapely.box(*box), reach[id_], reach[id_]) for id_, box in drawn["symbols"]]
    labels = [shapely.box(*box).buffer(-1.5) for _, _, box in drawn["labels"]]
    assert len(lines) > 5
    for line in map(shapely.LineString, lines):
        inner = [one for one in symbols if one.buffer(-1).intersects(line)]
        assert len(inner) == 1
        assert not any(label.intersects(line) for label in labels)
    for one, two in combinations(map(shapely.LineString, lines), 2):
        assert not one.intersects(two)


def test_labels_stay_where_they_are_while_the_view_moves(english: Page) -> None:
    """Those that are in view before and after keep their place at their symbol."""
    look_at(english, 10, 15, 1.5)
    before = offsets(english)
    english.evaluate("window.map_world.panBy([60, 40], { animate: false })")
    after = offsets(english)
    stay = [name for name in before if after.get(name) == pytest.approx(before[name], abs=1)]
    assert len(before.keys() & after.keys()) > 25
    assert len(stay) >= 0.9 * len(before.keys() & after.keys())


def test_a_near_view_has_more_room_for_labels(english: Page) -> None:
    """Zoomed into West Africa, labels appear that the world's view has no place for."""
    far = {name for name, _ in labels(english)}
    look_at(english, 14, -4, 3)
    near = {name for name, _ in labels(english)}
    assert {"Burkina Faso", "Mali (MINUSMA)", "Niger"} <= near
    assert near - far


def test_the_edition_says_whose_labels_go_first(
    reader: Reader, map_file: Path, folder: Folder, tmp_path: Path
) -> None:
    """The order of its categories does, whatever their keys."""
    usual = labels(reader.open(map_file, viewport=NARROW))
    for file in ("edition.toml", "presences.csv"):
        text = (folder.path / file).read_text(encoding="utf-8")
        renamed = re.sub(r'(?<=[",])adviser(?=[",])', "expert", text)
        (folder.path / file).write_text(renamed, encoding="utf-8")
    assert (
        labels(reader.open(folder.build(tmp_path / "renamed") / "map.html", viewport=NARROW))
        == usual
    )

    text = (folder.path / "edition.toml").read_text(encoding="utf-8")
    head, *kinds = re.split(r"^(?=\[\[categories\]\])", text, flags=re.MULTILINE)
    kinds.sort(key=lambda kind: 'key = "expert"' not in kind)
    (folder.path / "edition.toml").write_text("".join([head, *kinds]), encoding="utf-8")
    places = folder.check().places
    experts = {place.label.en for place in places if place.presence.category == "expert"}
    first = labels(reader.open(folder.build(tmp_path / "first") / "map.html", viewport=NARROW))
    assert len(experts & {name for name, _ in first}) > len(experts & {name for name, _ in usual})
