"""Where each label of a printed map is placed.

`candidates` lists places, `costs` says how bad each is and which exclude each other,
`integer_program` chooses the best of all together. Begin with `solve.py`.
"""
