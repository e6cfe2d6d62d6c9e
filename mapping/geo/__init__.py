"""Geometry without data: projection, limits of degrees, topology, numbers as text.

Comes in: arrays of degrees, arcs of a TopoJSON file. Goes out: arrays of metres or drawing units,
kilometres, text. Begin with `projection.py`; `topology.py` has the arcs.
Coordinates are longitude before latitude, WGS 84 degrees, unless a docstring says otherwise.
"""

PUBLIC = {
    "arrays": ("Booleans", "Floats", "Geometries", "Integers"),
    "degrees": ("FULL_CIRCLE_DEG", "MAX_LATITUDE_DEG", "MAX_LONGITUDE_DEG"),
    "number_text": ("encode",),
    "projection": (
        "CENTRAL_MERIDIAN_DEG",
        "WGS84",
        "X_AT_EDGE",
        "Y_AT_POLE",
        "distance_km",
        "distances_km",
        "length_km",
        "normalize_longitude",
        "project",
        "project_on_sphere",
        "unproject",
        "wrap_longitude",
    ),
    "topology": (
        "Geometry",
        "Topology",
        "decode_arcs",
        "find_coasts",
        "join_arcs",
        "list_geometries",
        "list_rings",
        "number_in_order",
        "project_arcs",
        "repeat_around",
        "shape_areas",
        "to_drawing",
    ),
}
