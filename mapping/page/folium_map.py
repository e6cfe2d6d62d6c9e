"""The empty map, as folium writes it: an element and a script, and nothing else of folium's."""

from __future__ import annotations

from typing import Any

from mapping.files.disk_cache import RESULTS

WORLD_ZOOM_LIMIT = 6  # the world is 16,384 pixels wide; nearer, simplified coasts look coarse


def draw_empty_map() -> tuple[str, str]:
    """Return an empty map as folium writes it: its element and its script, the same every build."""
    element, script = RESULTS.get_or_make("empty-map", "", _draw)
    return element, script


def _draw() -> list[str]:
    import folium  # noqa: PLC0415 (it loads pandas and requests: who has the map need not wait)

    world = folium.Map(
        tiles=None,
        crs="EqualEarth",
        zoom_control=False,
        attribution_control=False,
        keyboard=False,
        maxZoom=WORLD_ZOOM_LIMIT,  # folium keeps max_zoom for its own tiles
        zoom_snap=0,
        max_bounds_viscosity=1,
        bounce_at_zoom_limits=False,
    )
    world._id = "world"  # noqa: SLF001 (folium's own id is random)
    world.default_js = world.default_css = []
    figure: Any = world.get_root()
    figure.render()
    return [figure.html.render().strip(), figure.script.render()]
