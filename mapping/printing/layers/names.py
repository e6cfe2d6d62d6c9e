"""Names of countries, territories, oceans and seas, in the room that labels and symbols leave."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from mapping.dataset.boundaries import UNDETERMINED
from mapping.geo.topology import list_geometries
from mapping.printing.label_placement.area_names import (
    NamePlacer,
    PlacedName,
    Wanted,
    share_marks,
)
from mapping.printing.label_placement.area_room import AreaRoom
from mapping.printing.label_placement.free_space import FreeSpace
from mapping.printing.label_placement.marks import set_lines
from mapping.printing.label_placement.name_forms import NameForms
from mapping.printing.label_placement.terrain import Ground
from mapping.printing.layers.basemap import AVOIDED_STATUSES, WITHIN_MM
from mapping.printing.layers.counterparts import find_counterparts, find_unmatched
from mapping.printing.papers import mm
from mapping.printing.scale_bar import make_scale_bar

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mapping.atlas import Atlas
    from mapping.printing.label_placement.candidates import Align, Box, Segment
    from mapping.printing.label_placement.name_forms import NameForm
    from mapping.printing.layers.basemap import Basemap
    from mapping.printing.layers.counterparts import Counterparts
    from mapping.printing.layers.symbol_layer import SymbolLayer
    from mapping.printing.papers import Paper
    from mapping.printing.typesetting.columns import Text
    from mapping.printing.typesetting.measure import TextMeasurer

FIGURES = (2, 3)  # of the number of a country: three where two are too few
SEA_SIZES = (1.5, 1.2, 1.0, 0.8)  # of the names of seas, in sizes of the largest of countries


class MapName(NamedTuple):
    """A name on the map, of a country or a sea, by its key: its lines, and the line to it."""

    key: str
    kind: str
    lines: tuple[Text, ...]
    align: Align
    leader: Segment | None = None


@dataclass(frozen=True)
class NameLayer:
    """The names, the space between their letters by kind, and the countries that have a number.

    `numbered` are their codes, in the order of the numbers, from one; `unplaced` are those that
    have no number on the map either.
    """

    names: tuple[MapName, ...]
    tracking: dict[str, float]
    numbered: tuple[str, ...]
    unplaced: tuple[str, ...]


NO_NAMES = NameLayer((), {}, (), ())


def draw_names(
    atlas: Atlas,
    paper: Paper,
    drawn: tuple[Basemap, SymbolLayer],
    measurer: TextMeasurer,
    *,
    numbers: bool,
) -> NameLayer:
    """Return the names in the measurer's language, placed where labels and symbols leave room.

    A country whose name has none has a number, if it may. None has a name where one on the other
    side of a line that is not settled has neither.
    """
    if not paper.names:
        return NO_NAMES
    basemap, symbol_layer = drawn
    ground = _ground(basemap)
    taken = list(_boxes(basemap, symbol_layer, paper)), list(_lines(symbol_layer))
    forms, sizes = NameForms(measurer, "country"), [mm(one) for one in paper.names]
    codes = [code for code in list_unsaid(atlas, symbol_layer, measurer.language.code)
             if code in basemap.polygons]  # fmt: skip
    texts = [atlas.dataset.tables.countries[code][measurer.language.code] for code in codes]
    paired = find_counterparts(atlas.dataset.boundaries.topology)
    wanted = [_wanted(code, basemap, ground, ways, paired)
              for code, ways in zip(codes, forms.of(texts, sizes), strict=True)]  # fmt: skip
    wanted = share_marks(wanted) if numbers else wanted
    for figures in FIGURES:
        number_forms = forms.numbers(mm(paper.key_text), figures) if numbers else []
        placer = NamePlacer(FreeSpace(*taken), ground, number_forms)
        placed, unplaced = placer.place(wanted)
        numbered = _in_order([one for one in placed if one.is_number], atlas)
        if len(numbered) < 10**figures:
            break
    kept = placed if numbers else _matched(placed, codes, paired)
    seas = _seas(atlas, basemap, placer, NameForms(measurer, "sea"), sizes[0])
    names = (_set(one, numbered, measurer) for one in kept)
    tracking = {kind: NameForms(measurer, kind).tracking for kind in ("country", "sea")}
    return NameLayer((*names, *seas), tracking, numbered, tuple(unplaced) if numbers else ())


def _wanted(
    code: str,
    basemap: Basemap,
    ground: Ground,
    forms: Sequence[NameForm],
    counterparts: Counterparts,
) -> Wanted:
    """Return the name of an area, with those of its counterparts that are on the map."""
    room = AreaRoom(code, basemap.polygons[code], ground)
    others = counterparts.get(code, set()) & basemap.polygons.keys()
    return Wanted(room, forms, (code,), others)


def _matched(
    placed: Sequence[PlacedName], codes: Sequence[str], counterparts: Counterparts
) -> list[PlacedName]:
    """Return names without those whose counterparts among some codes have found no room."""
    named = {code for one in placed for code in one.codes}
    unmatched = find_unmatched(named, {*codes} - named, counterparts)
    return [one for one in placed if not unmatched.intersection(one.codes)]


def list_unsaid(atlas: Atlas, symbol_layer: SymbolLayer, language: str) -> list[str]:
    """Return the codes of the areas on the map whose country no label says.

    Areas of undetermined status have no name.
    """
    countries = atlas.dataset.tables.countries
    labelled = {one.id for one in symbol_layer.labels if not one.is_number}
    said = {
        place.presence.country
        for place in atlas.places
        if place.presence.id in labelled
        and countries[place.presence.country][language] in place.label[language]
    }
    geometries = list_geometries(atlas.dataset.boundaries.topology, "areas")
    every = (one["properties"] for one in geometries)
    named = {one["code"] for one in every
             if one["status"] != UNDETERMINED and atlas.area_name(one) == one["code"]}  # fmt: skip
    return sorted(named - said - {"ATA"})


def _ground(basemap: Basemap) -> Ground:
    edge = basemap.map_frame.outline(WITHIN_MM)
    unsettled = [one.code for one in basemap.areas if one.kind in AVOIDED_STATUSES]
    return Ground(basemap.area_raster, basemap.boundary_raster, edge, unsettled)


def _boxes(basemap: Basemap, symbol_layer: SymbolLayer, paper: Paper) -> Iterator[Box]:
    """Yield the boxes of symbols, labels, callouts and signs, and of the scale bar."""
    half = paper.symbol / 2
    if bar := make_scale_bar(basemap.map_frame, basemap.boundaries, mm(paper.text)):
        yield bar.box
    for symbol in symbol_layer.symbols:
        yield symbol.x - half, symbol.y - half, symbol.x + half, symbol.y + half
    for group in symbol_layer.groups:
        x, y, reach = group.x, group.y, group.reach or group.half
        yield x - reach, y - group.half, x + reach, y + group.half
    yield from (one.box for one in symbol_layer.labels)
    yield from (one.box for one in symbol_layer.callouts)


def _lines(symbol_layer: SymbolLayer) -> Iterator[Segment]:
    every = (
        (one.displacement_line for one in symbol_layer.symbols),
        (one.line for one in symbol_layer.groups),
        (one.leader for one in symbol_layer.labels),
        (one.leader for one in symbol_layer.callouts),
    )
    yield from filter(None, chain(*every))


def _in_order(numbered: Sequence[PlacedName], atlas: Atlas) -> tuple[str, ...]:
    """Return codes by continent, from north to south in strips, as the eye looks for numbers."""
    countries = atlas.dataset.tables.countries
    order = sorted(numbered, key=lambda one: (countries[one.codes[0]].continent, one.box[0]))
    return tuple(code for one in order for code in one.codes)


def _set(name: PlacedName, numbered: Sequence[str], measurer: TextMeasurer) -> MapName:
    size, layout = name.form
    lines = set_lines(layout, name.box, name.align, measurer.metrics, size)
    lines = [line._replace(kind="country") for line in lines]
    if name.is_number:
        first = numbered.index(name.codes[0]) + 1
        text = f"{first}–{first + len(name.codes) - 1}" if len(name.codes) > 1 else str(first)
        lines = [one._replace(text=text, kind="country number", y=name.box[3]) for one in lines]
    return MapName(name.codes[0], "country", tuple(lines), name.align, name.leader)


def _seas(
    atlas: Atlas, basemap: Basemap, placer: NamePlacer, forms: NameForms, size: float
) -> Iterator[MapName]:
    """Yield the names of oceans and seas that find room at one of their points."""
    seas = atlas.dataset.tables.seas
    code = forms.measurer.language.code
    largest = [size * share for share in SEA_SIZES]
    ways = forms.of([sea[code] for sea in seas.values()], largest)
    for (key, sea), layouts in zip(seas.items(), ways, strict=True):
        points = [basemap.map_frame.point(*one) for one in sea.positions]
        offered = [(form, _centred(form, *point)) for form in layouts for point in points]
        boxes = np.array([box for _, box in offered])
        clear = placer.clear_at_sea(boxes)
        if clear.any():
            form, box = offered[int(np.argmax(clear))]
            placer.space.take(box, None)
            lines = set_lines(form.layout, box, "middle", forms.measurer.metrics, form.size)
            yield MapName(key, "sea", tuple(one._replace(kind="sea") for one in lines), "middle")


def _centred(form: NameForm, x: float, y: float) -> Box:
    across, down = form.layout.width / 2, form.layout.height / 2
    return x - across, y - down, x + across, y + down
