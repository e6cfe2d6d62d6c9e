"""A row of the list and a line of the edition, for tests to spoil."""

from __future__ import annotations

ROW = (
    "{id},listed,{category},yes,,{country},,{city},{lat},{lon},,{notes},documented,2020,,{source},"
)
PLAIN = {
    "id": "fra-adviser",
    "category": "adviser",
    "country": "FRA",
    "city": "",
    "lat": "",
    "lon": "",
    "notes": "",
    "source": "ohchr-where-we-work",
}
TITLE = 'en = "The United Nations defends human rights in 103 locations around the world"'
