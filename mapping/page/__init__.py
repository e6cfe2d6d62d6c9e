"""The page: an `Atlas` becomes ``map.html``, a page a language, and their oEmbed answers.

Comes in: an `Atlas`, and its texts by id. Goes out: HTML, each page complete in itself. Begin with
`render.py`: it hands `payload.py` (what scripts read), `basemap.py` (areas and lines), the groups
of the list and the empty map of `folium_map.py` to the templates in ``mapping/web``.

Raises
------
DataError
    A template, a script or a style sheet is not well formed or cannot be read, or the installed
    Leaflet is not the one that was reviewed.
"""

PUBLIC = {
    "oembed": ("build_answers",),
    "render": ("Page", "build_page", "in_language", "render", "render_pages"),
}
