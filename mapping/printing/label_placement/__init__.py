"""Where each label of a printed map is placed.

Comes in: symbols with their texts, measured, and what is drawn. Goes out: the place of each label.
Labels are those of symbols. `candidates` lists places, `costs` says how bad each is and which
exclude each other, `integer_program` chooses the best of all together. Begin with `placement.py`.
Names of countries and seas then take the room that is left, one after another
(`area_names.py`).
"""
