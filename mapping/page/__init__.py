"""The page: an `Atlas` becomes ``map.html``, a page a language, and their oEmbed answers.

Each page is complete in itself. Begin with `render.py`: it hands `payload.py` (what scripts read),
`basemap.py` (areas and lines) and the groups of the list to the templates in ``mapping/web``.
"""

PUBLIC = {
    "oembed": ("build_answers",),
    "render": ("Page", "build_page", "render", "render_pages"),
}
