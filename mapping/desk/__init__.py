"""Edit a data folder on its map: the server behind the desk officer's page.

Comes in: a data folder, and what a person does to its rows. Goes out: the files, written when the
person saves and nothing is wrong, every byte that was not changed as it was. Begin with `desk.py`:
the draft, and what the check says of it (`examine.py`).

- What the page asks: `serving.py` starts all, `server.py` lets it in, `requests.py` says what it
  may ask, `answering.py` answers; `page.py` is the page itself.
- What it is answered: `state.py`, with `row_state.py`, `side_state.py`, `columns.py`,
  `suggesting.py`; `row_updates.py` leaves out what it knows.
- What is changed: steps (`draft.py`, on the disk `journal.py`) of rows (`table.py`, `list_rows.py`,
  `side_tables.py`, `footnotes.py`), held against what others save meanwhile (`merging.py`).
- What is published: `publishing.py`, each step a `job.py`.

Raises
------
WrongUseError
    Another `edit` holds the folder, or the port cannot be used.
"""

PUBLIC = {
    "serving": ("edit",),
}
