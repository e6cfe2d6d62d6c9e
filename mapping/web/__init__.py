"""The files of the pages, and what loads them: style sheets, scripts, templates, content policy.

HTML, CSS and JavaScript are files here, never in Python. Begin with `assets.py`.

Raises
------
DataError
    A template, a script or a style sheet is not well formed, is not UTF-8, or cannot be joined; or
    the installed Leaflet is not the one that was reviewed.
"""

PUBLIC = {
    "assets": ("read_asset",),
    "bundle": ("START", "build_script", "build_style", "join", "page_scripts", "page_styles"),
    "csp": ("content_policy", "json_for_script", "stated_policy"),
    "templates": ("render", "trusted"),
}
