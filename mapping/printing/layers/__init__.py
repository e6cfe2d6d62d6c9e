"""The layers of a printed map: areas and lines, symbols and signs, labels, names.

Units are millimetres from the upper left corner of the paper. Begin with `layer_builder.py`;
`basemap.py` has areas and lines, `symbols.py` and `groups.py` what stands for places,
`displacement.py` moves symbols apart, `names.py` draws the names of countries and seas.
"""
