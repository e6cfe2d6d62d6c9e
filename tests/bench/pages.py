"""The pages that stand beside the map: the floor, and the plain map made to run offline."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from mapping.geo.projection import CENTRAL_MERIDIAN_DEG
from mapping.page import folium_map
from mapping.page.basemap import encode_basemap
from mapping.web import assets, bundle
from mapping.web.csp import json_for_script
from tests.support.areas import table_of_areas
from tests.support.folder import ROOT

if TYPE_CHECKING:
    from mapping.atlas import Atlas

FLOOR = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8">{styles}</head>
<body>
<p class="scripts-off"></p>
<figure class="atlas"><div class="stage"><div class="world" dir="ltr">{frame}</div></div></figure>
<script id="areas" type="application/json">{areas}</script>
<script id="map-data" type="application/json" data-meridian="{meridian}"></script>
{scripts}
</body>
</html>
"""
OWN_WAY = "tests/bench/own-way.js"
LEAFLETS_WAY = "tests/bench/leaflets-way.js"
MARK = "performance.mark('map-ready')\n"
# folium's popups want one thing of jQuery: an element made from markup.
JQUERY = """\
window.$ = (markup) => {
  const template = document.createElement('template')
  template.innerHTML = markup.trim()
  return [template.content.firstElementChild]
}
"""
ELSEWHERE = re.compile(r'<(?:script|link)[^>]+(?:src|href)="https?://[^>]+>(?:</script>)?')


def floor(atlas: Atlas, drawing: str) -> str:
    """Return a page with Leaflet and the areas alone, in Equal Earth; nothing to click.

    Parameters
    ----------
    atlas
        Where the areas come from: the same as in the map.
    drawing
        `OWN_WAY`: areas, coasts and lines as the map's own ``basemap.js`` draws them, on a canvas.
        `LEAFLETS_WAY`: ``L.geoJSON`` of the areas, no coasts, no lines: Leaflet alone.
    """
    frame, frame_script = folium_map.draw_empty_map()
    scripts = [
        assets.read_leaflet("leaflet.js"),
        bundle.build_script(bundle.SETUP),
        frame_script,
        bundle.join(drawing, lambda name: (ROOT / name).read_text(encoding="utf-8")),
    ]
    return FLOOR.format(
        meridian=CENTRAL_MERIDIAN_DEG,
        styles="".join(
            f"<style>{text}</style>" for text in bundle.page_styles(bundle.page_scripts(""))
        ),
        frame=frame,
        areas=json_for_script(areas(atlas, drawing)),
        scripts="\n".join(f"<script>{text}</script>" for text in scripts),
    )


def areas(atlas: Atlas, drawing: str) -> dict[str, Any]:
    """Return the areas in the form that the way of drawing them reads."""
    if drawing == OWN_WAY:
        return encode_basemap(atlas)
    shapes = table_of_areas(atlas.dataset.boundaries)[["status", "geometry"]]
    return dict(json.loads(shapes.to_json(drop_id=True)))


def offline(plain: str) -> str:
    """Let the plain map run without a network, and mark when its last marker is in the page.

    Leaflet stands in the page; the links to other hosts are gone, and with them Bootstrap, Font
    Awesome, awesome-markers and jQuery, which the map would have to load and read: what is measured
    is less than what a reader waits for.
    """
    leaflet = f"<style>{assets.read_leaflet('leaflet.css')}</style>" + "".join(
        f"<script>{text}</script>" for text in (assets.read_leaflet("leaflet.js"), JQUERY)
    )
    alone = ELSEWHERE.sub("", plain).replace("<head>", f"<head>{leaflet}", 1)
    return f"{alone}<script>{MARK}</script>\n"


def elsewhere(text: str) -> int:
    """Count the scripts and style sheets that a page loads from other hosts."""
    return len(ELSEWHERE.findall(text))
