"""The point that a link to a map in the web names, or a geo URI (RFC 5870)."""

from __future__ import annotations

import re
from urllib.parse import unquote

DEGREES = r"(-?\d{1,3}(?:\.\d+)?)"
PAIR = rf"{DEGREES},\+?\s*{DEGREES}"
LINK = re.compile(
    r"https?://(?:\S*\bgoogle\.|\S*\bopenstreetmap\.org|\S*\bosm\.org|\S*\bbing\.)\S*"
)
# Of what is named by several, the pin comes before the middle of the view.
FORMS = (
    re.compile(rf"!3d{DEGREES}!4d{DEGREES}"),  # a pin of Google Maps
    re.compile(rf"[?&]mlat={DEGREES}&mlon={DEGREES}"),  # and one of OpenStreetMap
    re.compile(rf"[?&](?:q|query|ll|daddr|destination|center)=(?:loc:)?{PAIR}(?=[&#(]|$)"),
    re.compile(rf"[?&]cp={DEGREES}~{DEGREES}"),  # Bing
    re.compile(rf"/@{PAIR},"),
    re.compile(rf"#map=[\d.]+/{DEGREES}/{DEGREES}"),
)
GEO = re.compile(rf"geo:{DEGREES},{DEGREES}(?:[,;?].*)?", re.IGNORECASE)


def find_point(text: str) -> tuple[str, str] | None:
    """Return latitude and longitude out of a link, as they stand there, if it names a point."""
    uri = GEO.fullmatch(text)
    if uri:
        return uri[1], uri[2]
    if not LINK.fullmatch(text):
        return None
    link = unquote(text)
    found = next(filter(None, (form.search(link) for form in FORMS)), None)
    return (found[1], found[2]) if found else None
