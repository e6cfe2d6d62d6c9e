"""The files of the pages, and what loads them: style sheets, scripts, templates, content policy.

HTML, CSS and JavaScript are files here, never in Python: templates of the page, its style sheets
in ``css``, its scripts in ``js`` (begin with ``js/main.js``, go on in ``js/complete.js``);
``edit`` is the page of `presence-map edit`, ``sheet`` the printed sheet, ``watch`` what `watch`
adds to the page.

Comes in: these files, and those of Leaflet's package. Goes out: scripts and style sheets joined and
shortened, filled templates, a content policy. Begin with `assets.py`, which loads; `bundle.py`
joins the scripts.

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
