"""The files of the pages, and what loads them: style sheets, scripts, templates, content policy.

HTML, CSS and JavaScript are files here, never in Python. Begin with `assets.py`.
"""

PUBLIC = {
    "assets": ("read_asset",),
    "bundle": ("START", "build_script", "build_style", "join", "page_scripts", "page_styles"),
    "csp": ("content_policy", "json_for_script", "stated_policy"),
    "templates": ("render", "trusted"),
}
