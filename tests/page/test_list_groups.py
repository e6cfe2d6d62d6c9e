"""The parts of the list under the map: one for each region, headquarters and candidates apart.

Also of `dataset/list_parts.py`.
"""

from __future__ import annotations

from typing import Any

from mapping.page.list_groups import group_places


def place(presence: str, region: str, *, status: str = "listed", counted: bool = True) -> Any:  # noqa: ANN401 (as the payload has it)
    """Return a place as the payload has it."""
    return {"id": presence, "region": region, "status": status, "counted": counted}


PLACES = [
    place("geneva", "europe", counted=False),
    place("ken", "africa"),
    place("fji", "asia"),
    place("uga", "africa"),
    place("zmb", "africa", status="candidate"),
]


def test_each_place_is_in_the_part_that_it_belongs_to() -> None:
    """A candidate is in no region, though it lies in one; what is not counted is neither."""
    found = {one.key: [place["id"] for place in one.places] for one in group_places(PLACES)}
    assert found == {
        "headquarters": ["geneva"],
        "africa": ["ken", "uga"],
        "asia": ["fji"],
        "candidates": ["zmb"],
    }


def test_parts_come_in_the_order_of_the_list() -> None:
    """Each where its first place is, with the id of its heading."""
    texts = [one.text for one in group_places(PLACES[::-1])]
    assert texts == ["list.candidates", "group.africa", "group.asia", "list.headquarters"]
    assert group_places([]) == []


def test_countries_of_a_part_come_by_their_names() -> None:
    """In the page's language, whatever the order of the list, accents and case apart."""
    hosts = ("country.UGA", "country.ETH", "country.UGA", "country.EGY")
    found = [place(str(number), "africa") | {"host": host} for number, host in enumerate(hosts)]
    texts = {"country.UGA": "Ouganda", "country.ETH": "Éthiopie", "country.EGY": "Égypte"}
    [group] = group_places(found)
    names = [(texts[host], len(places)) for host, places in group.countries(texts)]
    assert names == [("Égypte", 1), ("Éthiopie", 1), ("Ouganda", 2)]
