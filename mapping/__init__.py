"""From a list of United Nations human rights presences to a map in six languages.

What other programs may import, and all that they may rely on, is `PUBLIC`:

``notebook.Map(places, title="")``
    A map of a data frame, a file or a list of dictionaries, which a notebook shows in place; for
    what else may be said of the list, see ``help("mapping.notebook.Map")``.
``pipeline.check(data, progress, listing=None)``
    Read, check and join a data folder, and return its `Atlas`; write nothing. `listing` is a list
    of presences to read in place of the folder's own.
``pipeline.build(data, output, progress, since=None)``
    Do the same, write the map and every other product into `output`, and return the `Atlas` and
    the paths written. `since` is an earlier list, as in ``presence-map build --since``.
``pipeline.changes(old, new, data, progress)``
    Return the `Difference` of two lists, each a file, a folder or a git revision; `new` may be
    ``None`` for the list of `data`.
``pipeline.draw_atlas(atlas, past=None)``
    Return an `Atlas` with its page, from `check` or from a `Map`.
``pipeline.make_products(drawn)``
    Return every product of what `draw_atlas` gives, by the name of its file, as bytes.
``pipeline.write(output, products)``
    Write products into a folder, each whole; those of an earlier build that are none any more go.
``atlas.Atlas``
    The list, joined. `places` holds each presence in the order of the list, with its label in
    each language and its anchor: longitude before latitude, WGS 84 degrees.

`data` and `output` are a `pathlib.Path` each; `progress` is called with the name of each act as it
begins. Nothing is written, and one of these raised, where

``errors.DataError``
    anything is wrong in the data: `faults` are all that were found, in file and line order,
    `notices` what else a person should know;
``errors.WrongUseError``
    a product would lie where something is read, or over a file that no build wrote;
``errors.UnknownListError``
    an earlier list was named that is no file, no folder and no revision;
``errors.PresenceMapError``
    the base of all of these: anything that the program raises on purpose;
`OSError`
    a file could not be read or written, or another build has held `output` for a minute
    (`TimeoutError`).

Within the program, a wing's own ``__init__.py`` says which of its names the others may use.
"""

PUBLIC = {
    "notebook": ("Map",),
    "pipeline": ("build", "changes", "check", "draw_atlas", "make_products", "write"),
    "atlas": ("Atlas",),
    "changes.compare": ("Difference",),
    "errors": ("DataError", "PresenceMapError", "UnknownListError", "WrongUseError"),
}
