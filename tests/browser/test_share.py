"""What is shown can be taken along: as a table, as GeoJSON, as text."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mapping.i18n.localized import LANGUAGES
from tests.browser.controls import choice, left, search
from tests.browser.downloads import FORMULA, take
from tests.browser.reader import LOCALES, PLACES

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from mapping.atlas import Atlas
    from tests.browser.reader import Reader
    from tests.support.folder import Folder


def rows(text: str) -> list[dict[str, str]]:
    """Read a table as a spreadsheet does, the mark of UTF-8 at its beginning."""
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), strict=True))


def test_the_table_holds_what_is_shown(english: Page, atlas: Atlas) -> None:
    """In the order of the list, with labels in six languages, positions, and sources.

    Everything where nothing is filtered, and nothing but a header where nothing is shown.
    """
    assert len(rows(take(english, "Download CSV")[1])) == PLACES
    choice(english, "Region").select_option(label="Americas")
    name, text = take(english, "Download CSV")
    found = rows(text)
    assert name == "presences.csv"
    assert [row["id"] for row in found] == left(english).entries
    places = {place.presence.id: place for place in atlas.places}
    for row in found:
        place = places[row["id"]]
        assert {code: row[f"label_{code}"] for code in LANGUAGES} == {
            code: place.label[code] for code in LANGUAGES
        }
        assert row["country"] == place.presence.country
        assert row["sources"].count(" | ") == len(place.presence.sources) - 1
        assert float(row["longitude"]) == pytest.approx(place.anchor.longitude, abs=0.01)
        assert None not in row.values()
    search(english).fill("nowhere")
    assert rows(take(english, "Download CSV")[1]) == []


def test_geojson_holds_what_is_shown(english: Page, atlas: Atlas) -> None:
    """One point a presence, longitude first, as RFC 7946 has it; of none, an empty collection."""
    assert len(json.loads(take(english, "Download GeoJSON")[1])["features"]) == PLACES
    search(english).fill("sahel")
    name, text = take(english, "Download GeoJSON")
    found = json.loads(text)
    assert name == "presences.geojson"
    assert found["type"] == "FeatureCollection"
    assert [one["id"] for one in found["features"]] == left(english).entries
    places = {place.presence.id: place for place in atlas.places}
    for one in found["features"]:
        place = places[one["id"]]
        assert one["geometry"]["type"] == "Point"
        point = [place.anchor.longitude, place.anchor.latitude]
        assert one["geometry"]["coordinates"] == pytest.approx(point, abs=0.01)
        assert one["properties"]["footnotes"] == [*place.presence.footnotes]
    search(english).fill("nowhere")
    assert json.loads(take(english, "Download GeoJSON")[1])["features"] == []


def test_no_cell_is_a_formula(reader: Reader, folder: Folder, tmp_path: Path) -> None:
    """Data that begins like one is marked as text for whoever opens the table in a spreadsheet."""
    quoted = FORMULA.replace('"', '""')
    folder.edit("countries.csv", "Argentina", f'"{quoted}"')
    page = reader.open(folder.build(tmp_path / "output") / "map.html")
    found = rows(take(page, "Download CSV")[1])
    assert next(row for row in found if row["id"] == "arg-adviser")["label_en"] == f"'{FORMULA}"
    for row in found:
        texts = [text for key, text in row.items() if key not in {"longitude", "latitude"}]
        assert [text for text in texts if text[:1] in set("=+-@\t\r")] == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_shown_is_copied_as_text(
    reader: Reader, map_file: Path, atlas: Atlas, language: str
) -> None:
    """Title, a line for each presence, its footnotes, disclaimer and clearance, in one language."""
    permissions = ["clipboard-read", "clipboard-write"]
    page = reader.open(map_file, locale=LOCALES[language], permissions=permissions)
    page.get_by_role("searchbox").fill("sahel")
    page.locator("[data-share=copy]").click()
    expect(page.locator(".list-tools output")).not_to_be_empty()
    edition = atlas.dataset.edition
    title, *lines, footnote, disclaimer, clearance = page.evaluate(
        "navigator.clipboard.readText()"
    ).split("\n")
    labels = {place.presence.id: place.label[language] for place in atlas.places}
    assert title == page.title()
    assert footnote.startswith("d ")
    assert footnote.removeprefix("d ") in page.locator(".footnotes").inner_text()
    assert [labels[one] in line for one, line in zip(left(page).entries, lines, strict=True)]
    assert [disclaimer, clearance] == [
        edition.disclaimer[language],
        edition.clearance.text[language],
    ]


def test_copying_is_announced(reader: Reader, map_file: Path) -> None:
    """And the focus stays on the button."""
    page = reader.open(map_file, permissions=["clipboard-write"])
    button = page.get_by_role("button", name="Copy as text")
    button.click()
    expect(page.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
    expect(button).to_be_focused()
