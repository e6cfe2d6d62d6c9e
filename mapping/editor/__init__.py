"""``presence-map edit``: edit a data folder on its map, in the browser of whoever keeps the list.

Comes in: a data folder, and what a person does to its rows. Goes out: the files, written when the
person saves and nothing is wrong, every byte that was not changed as it was. Begin with
`edit_session.py`: the draft, and what the check says of it (`examine.py`).

- What the page asks: `serving` starts all, `server` lets it in, `requests` says what it
  may ask, `answering` answers; `page` is the page itself.
- What it is answered: `state`, with `row_state`, `side_state`, `columns`,
  `suggesting`; `row_updates` leaves out what the page has already.
- What is changed: steps (`draft`, on the disk `journal`) of rows (`table`, `list_rows`,
  `side_tables`, `footnotes`), held against what others save meanwhile (`merging`).
- What is published: `publishing`, each step a `job`.

Raises
------
WrongUseError
    Another `edit` holds the folder, or the port cannot be used.
"""

PUBLIC = {
    "serving": ("edit",),
}
