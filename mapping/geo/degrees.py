"""How far degrees go."""

FULL_CIRCLE_DEG = 360.0
MAX_LATITUDE_DEG = 90  # from the equator
MAX_LONGITUDE_DEG = 180  # from the prime meridian
