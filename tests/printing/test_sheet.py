"""The drawing: everything that the map must say, where a designer finds it.

Also of `svg.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.display_texts import display_texts
from mapping.i18n.localized import LANGUAGES
from mapping.printing.papers import A3, MM_PER_POINT, PAPERS
from tests.printing.sheets import SVG, bare, layer, words

if TYPE_CHECKING:
    from mapping.atlas import Atlas
    from tests.printing.sheets import Printed

LAYERS = ["title", "areas", "lines", "names", "leaders", "symbols", "labels", "notes"]
SINGLE = [
    "title",
    "header.count",
    "header.as_of",
    "disclaimer",
    "clearance",
    "list.open",
    "geometry_credit",
    "legend.candidate",
]
XLINK = "{http://www.w3.org/1999/xlink}"  # which Inkscape 1.2 still wants
ABOUT = ["source_text", "scope", "projection", "positions", "version"]


def test_a_designer_finds_named_layers(printed: Printed) -> None:
    """Inkscape shows them by name, the lowest first."""
    inkscape = "{http://www.inkscape.org/namespaces/inkscape}"
    groups = [one for one in printed.drawing if one.get(f"{inkscape}groupmode") == "layer"]
    assert [group.get(f"{inkscape}label") for group in groups] == LAYERS


def test_every_presence_is_labelled_to_the_letter(printed: Printed, atlas: Atlas) -> None:
    """The label of the list, however it is broken, and behind it the letters of its footnotes."""
    comma = atlas.dataset.languages[printed.language].words["list_comma"]
    labels = {
        one.get("data-presence"): bare(words(one)) for one in layer(printed.drawing, "labels")
    }
    assert labels == {
        place.presence.id: bare(
            place.label[printed.language] + comma.join(place.presence.footnotes)
        )
        for place in atlas.places
    }


def test_every_presence_has_the_symbol_of_its_category(printed: Printed, atlas: Atlas) -> None:
    """A candidate's is hollow."""
    symbols = {
        one.get("data-presence"): one.get(f"{XLINK}href")
        for one in layer(printed.drawing, "symbols")
    }
    assert symbols == {
        place.presence.id: f"#category-{place.presence.category}"
        + ("-hollow" if place.presence.status == "candidate" else "")
        for place in atlas.places
    }


def test_the_sheet_says_all_that_a_map_must(printed: Printed, atlas: Atlas) -> None:
    """Title, count, disclaimer, clearance; legend, figures, footnotes, notes, and their sources."""
    texts = display_texts(atlas, atlas.dataset.languages[printed.language])
    said = bare(words(printed.drawing))
    keys = [*SINGLE, *(f"about.{word}" for word in ABOUT)]
    kinds = ("category.", "found.", "figure.", "figure-value.", "footnote.", "note.")
    chapter = {one.key for one in atlas.dataset.edition.chapter_figures}
    keys += [key for key in texts if key.startswith(kinds) and key.partition(".")[2] not in chapter]
    assert len(keys) > 40
    assert {key for key in keys if bare(texts[key]) not in said} == set()


def test_every_area_and_line_is_drawn(printed: Printed, atlas: Atlas) -> None:
    """All but Antarctica, which lies south of the map's edge; hosts are filled as hosts."""
    areas = {
        (one.get("id") or "").removeprefix("area-"): (one.get("class") or "").split()[1]
        for one in layer(printed.drawing, "areas")
        if one.get("id")
    }
    assert set(areas) == set(atlas.dataset.boundaries.areas) - {"ATA"}
    found = atlas.dataset.boundaries.areas.items()
    theirs = {code for code, area in found if area.colour_as in atlas.hosts}
    assert {code for code, fill in areas.items() if fill == "host"} == atlas.hosts | theirs
    lines = [one.get("class") for one in layer(printed.drawing, "lines")]
    assert len(lines) == 1 + len(
        atlas.dataset.boundaries.topology["objects"]["lines"]["geometries"]
    )


def test_labels_are_large_enough_to_read(printed: Printed) -> None:
    """At least 6.5 points on A3, and so they are set; at least 5 on A4."""
    sizes = {
        float(one.get("font-size") or 0) / MM_PER_POINT
        for one in layer(printed.drawing, "labels").iter(f"{SVG}text")
    }
    assert min(sizes) >= 6.5
    assert abs(max(sizes) - A3.label) < 0.02
    assert PAPERS["a4"].label >= 5


def test_the_drawing_is_in_its_language(printed: Printed) -> None:
    """Its language and direction stand in it, and its size in millimetres."""
    drawing = printed.drawing
    assert drawing.get("{http://www.w3.org/XML/1998/namespace}lang") == printed.language
    assert printed.language in LANGUAGES
    assert drawing.get("direction") == ("rtl" if printed.language == "ar" else "ltr")
    assert (drawing.get("width"), drawing.get("height")) == ("420mm", "297mm")
