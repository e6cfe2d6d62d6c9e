"""The page: an `Atlas` becomes one self-contained ``map.html``, and ``oembed.json`` next to it.

Begin with `render.py`: it hands `payload.py` (what scripts read), `basemap.py` (areas and lines)
and the groups of the list to the templates in ``mapping/web``.
"""

PUBLIC = {
    "oembed": ("oembed",),
    "render": ("Page", "build_page", "render"),
}
