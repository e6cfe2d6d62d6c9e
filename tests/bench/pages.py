"""The pages that stand beside the map: the floor, and the plain map made to run offline."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from mapping import assets, page
from mapping.boundaries import CENTRAL_MERIDIAN
from mapping.island import island
from mapping.policy import escape_json

if TYPE_CHECKING:
    from mapping.atlas import Atlas

FLOOR = """\
<!doctype html>
<html lang="en" data-meridian="{meridian}">
<head><meta charset="utf-8">{styles}</head>
<body>
<figure class="atlas"><div class="stage"><div class="world" dir="ltr">{frame}</div></div></figure>
<script id="areas" type="application/json">{topology}</script>
{scripts}
</body>
</html>
"""
WORLD = """\
const map = window.map_world
const frame = EqualEarth.frame()
map.setView(frame.getCenter(), map.getBoundsZoom(frame, false, L.point(12, 12)), { animate: false })
const topology = new Topology(JSON.parse(document.getElementById('areas').textContent))
"""
OWN_WAY = "drawBoundaries(map, topology)\n"
LEAFLETS_WAY = """\
for (const area of topology.areas) {
  L.polygon(topology.parts(area), { className: `area ${area.fill}`, interactive: false }).addTo(map)
}
"""
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
    """Give a page with Leaflet and the areas alone, in Equal Earth; nothing to click.

    Parameters
    ----------
    atlas
        Where the areas come from: the same arcs, in the same short form, as in the map.
    drawing
        `OWN_WAY`: areas, coasts and lines as the map's own ``boundaries.js`` draws them.
        `LEAFLETS_WAY`: one ``L.polygon`` an area, no coasts, no lines.
    """
    frame, frame_script = page.empty_map()
    own = {name: assets.own(f"js/{name}.js") for name in ("elements", "topology", "boundaries")}
    scripts = [
        assets.leaflet("leaflet.js"),
        assets.own("js/equal-earth.js"),
        frame_script,
        *own.values(),
        f"{{\n{WORLD}{drawing}{MARK}}}",
    ]
    return FLOOR.format(
        meridian=CENTRAL_MERIDIAN,
        styles="".join(f"<style>{text}</style>" for text in assets.styles()),
        frame=frame,
        topology=escape_json(island(atlas, defaultdict(dict))["topology"]),
        scripts="\n".join(f"<script>{text}</script>" for text in scripts),
    )


def offline(plain: str) -> str:
    """Let the plain map run without a network, and mark when its last marker is in the page.

    Leaflet stands in the page; the links to other hosts are gone, and with them Bootstrap, Font
    Awesome, awesome-markers and jQuery, which the map would have to load and read: what is measured
    is less than what a reader waits for.
    """
    leaflet = f"<style>{assets.leaflet('leaflet.css')}</style>" + "".join(
        f"<script>{text}</script>" for text in (assets.leaflet("leaflet.js"), JQUERY)
    )
    alone = ELSEWHERE.sub("", plain).replace("<head>", f"<head>{leaflet}", 1)
    return f"{alone}<script>{MARK}</script>\n"


def elsewhere(text: str) -> int:
    """Count the scripts and style sheets that a page loads from other hosts."""
    return len(ELSEWHERE.findall(text))
