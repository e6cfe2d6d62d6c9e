"""Edit a data folder on its map: the server behind the desk officer's page.

Comes in: a data folder, and what a person does to its rows. Goes out: the files, written when the
person saves and nothing is wrong, every byte that was not changed as it was. Begin with `desk.py`:
the draft, and what the check says of it; `draft.py` and `table.py` hold the steps and the rows,
`server.py` answers the page, `requests.py` says what it may ask.

Raises
------
WrongUseError
    Another `edit` holds the folder, or the port cannot be used.
"""

PUBLIC = {
    "serving": ("edit",),
}
