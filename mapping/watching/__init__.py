"""Build, serve, and build again after each save, while somebody edits.

Comes in: a data folder, an output folder, a `Server`. Goes out: a `BuildOutcome` a save, the page
in the browser reloaded. Begin with `loop.py`; `file_events.py` reports saves, `server.py` serves
the copy of the page that `served_page.py` makes, `reload_events.py` lets that copy know of builds.

Raises
------
DataError
    The script that follows the builds cannot be read or joined.
WrongUseError
    The output folder is no place for products, or the port cannot be used.
"""

PUBLIC = {
    "loop": ("BuildOutcome", "watch"),
    "reload_events": ("EVENTS",),
    "server": ("Handler", "Server"),
}
