"""Which known key was intended by an unknown name: an exact match, or one near enough to ask.

Comes in: known keys with their names, and what somebody wrote. Goes out: a key, a suggestion, or
nothing where nothing is certain. Begin with `name_index.py`; `edit_distance.py` measures.
"""

PUBLIC = {
    "name_index": ("NameIndex", "WORD", "did_you_mean", "fold", "suggest"),
}
