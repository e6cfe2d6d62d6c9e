"""The page of a list as an organisation keeps it says what is true of that list, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.reader import READY
from tests.support.own_lists import TELEPHONE, own_list

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.reader import Reader

# How many times larger than the whole world the view is, as a power of two.
NEARER = "window.map_world.getZoom() - window.map_world.getMinZoom()"
ADDRESS = "https://example.org/fr?a=1&b=2"
SCRIPT = "javascript:alert(1)"
TABLE = f"""\
iso3,type,title,web,phone
KEN,CO,Main office,{SCRIPT},<b>+254</b>
FRA,HAT,Paris bureau,{ADDRESS},
ZWE,CO,Harare,,
"""
COLUMNS = """\
country = "iso3"
category = "type"
name = "title"
website = "web"
""" + TELEPHONE.format(column="phone")
UNTRUE = (
    "presence",
    "identified",
    "evidence",
    "known from",
    "source",
    "more finely than",
    "{",
    "OHCHR",
)


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small list with categories, names and two further columns."""
    folder = tmp_path_factory.mktemp("offices")
    return own_list(folder / "list", TABLE, COLUMNS, ("CO", "HAT")).build(folder) / "map.html"


def test_nothing_is_said_that_the_list_does_not_say(reader: Reader, offices: Path) -> None:
    """Places are counted; nothing speaks of presences, evidence, sources or a total."""
    page = reader.open(offices, query="?lang=en")
    expect(page.get_by_text("3 places", exact=True)).to_be_visible()
    expect(page.get_by_role("status").first).to_have_text("3 of 3 shown")
    filters = page.get_by_role("search")
    expect(filters.get_by_role("combobox")).to_have_count(2)
    expect(filters.get_by_role("option", name="Europe")).to_have_count(1)
    text = page.locator("body").inner_text().lower()
    assert [word for word in UNTRUE if word.lower() in text] == []


def test_a_further_column_is_shown_and_an_address_is_a_link(reader: Reader, offices: Path) -> None:
    """In the details and in the list; whatever else a cell holds is text."""
    page = reader.open(offices, query="?lang=en&presence=fra-paris-bureau")
    details = page.get_by_role("dialog", name="Paris bureau")
    expect(details.get_by_role("link", name=ADDRESS)).to_have_attribute("href", ADDRESS)
    entry = page.get_by_role("listitem").filter(has_text="Paris bureau")
    link = entry.get_by_role("link", name=ADDRESS)
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    page.get_by_role("button", name="Main office", exact=True).click()
    details = page.get_by_role("dialog", name="Main office")
    expect(details).to_contain_text(SCRIPT)
    expect(details).to_contain_text("Telephone")
    expect(details).to_contain_text("<b>+254</b>")
    assert page.get_by_role("link", name="javascript").count() == 0


def test_a_text_that_a_language_lacks_is_marked_as_the_other_language(
    reader: Reader, offices: Path
) -> None:
    """The title and names are English on the Arabic page, and say so; countries are Arabic."""
    page = reader.open(offices, query="?lang=ar&presence=fra-paris-bureau")
    expect(page.get_by_role("heading", level=1)).to_have_attribute("lang", "en")
    expect(page.get_by_role("dialog").get_by_role("heading").locator("bdi")).to_have_attribute(
        "lang", "en"
    )
    expect(page.get_by_role("dialog")).to_contain_text("فرنسا")
    expect(page.get_by_text("عدد الأماكن: 3")).to_be_visible()
    page = reader.open(offices, query="?lang=fr&presence=ken-main-office")
    heading = page.get_by_role("listitem").get_by_text("Téléphone")
    expect(heading).not_to_have_attribute("lang", "en")


def test_a_list_of_one_country_opens_where_its_places_are(reader: Reader, tmp_path: Path) -> None:
    """All of them in view and no more of the world than is around them, which is one step away.

    The address need not say so; who looks at the world keeps it, also when the page is loaded anew.
    """
    rows = "Kisumu,KEN\nMombasa,KEN\nNairobi,KEN\n"
    columns = 'country = "iso3"\ncity = "city"\n'
    file = own_list(tmp_path / "list", f"city,iso3\n{rows}", columns).build(tmp_path) / "map.html"
    page = reader.open(file, query="?lang=en")
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_function(f"{NEARER} > 2")
        for city in ("Kisumu", "Mombasa", "Nairobi"):
            symbol = page.get_by_role("toolbar").get_by_role("button", name=city)
            expect(symbol).to_be_in_viewport()
    assert "view=" not in page.url
    page.get_by_role("button", name="Show the whole world").click()
    page.wait_for_url("**view=0.00*")
    page.reload()
    page.wait_for_selector(READY)
    assert page.evaluate(NEARER) == 0


def test_on_a_telephone_a_list_across_the_world_opens_where_its_places_are(
    reader: Reader, tmp_path: Path
) -> None:
    """The world's view is wider than the screen there: its part that has all, and its height."""
    table = "name,lat,lon\nA,54.7,20.5\nB,55.7,37.6\nC,43.1,131.9\nD,53,158.7\n"
    columns = 'name = "name"\nlatitude = "lat"\nlongitude = "lon"\n'
    file = own_list(tmp_path / "list", table, columns).build(tmp_path / "map") / "map.html"
    page = reader.open(file, width=360, has_touch=True, is_mobile=True)
    places = page.locator("[role=toolbar] [data-presence]")
    expect(places).to_have_count(4)
    frame = page.locator("[role=toolbar]").bounding_box()
    assert frame is not None
    for place in places.all():
        box = place.bounding_box()
        assert box is not None
        assert frame["x"] <= box["x"] + box["width"] / 2 <= frame["x"] + frame["width"]
    north, south = page.evaluate(
        "[90, -90].map((pole) => map_world.latLngToContainerPoint([pole, 11]).y)"
    )
    assert abs(north) < 2
    assert abs(south - frame["height"]) < 2
    assert "view=" not in page.url
