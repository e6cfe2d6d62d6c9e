"""What a person may mean, by the beginning of a name in any language, or by a point."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.support.editor_client import Client


def found(client: Client, column: str, text: str, **more: str | None) -> list[dict[str, Any]]:
    """Return suggestions."""
    suggestions: list[dict[str, Any]] = client.ask(
        "suggest", column=column, text=text, row=None, **more
    )["suggestions"]
    return suggestions


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        ("country", "النيجر", "NER"),
        ("country", "Нигер", "NER"),
        ("country", "cote d", "CIV"),
        ("country", "NER", "NER"),
        ("city", "日内瓦", "geneva"),
        ("city", "niam", "niamey"),
        ("mission", "MINUS", "minusma"),
        ("sources", "ohchr-2020-africa", "ohchr-2020-africa"),
        ("serves", "Pacífico", "pacific"),
    ],
)
def test_a_key_is_found_by_a_name_in_any_language(
    client: Client, column: str, text: str, value: str
) -> None:
    """Or by its beginning, or by itself."""
    assert value in [one["value"] for one in found(client, column, text)][:2]


def test_a_city_that_is_called_so_comes_before_those_that_others_call_so(client: Client) -> None:
    """By its own name, whole before its beginning; then the larger."""
    named = [one["text"] for one in found(client, "place", "Gen") if one["detail"] != "GEN"]
    assert {"Geneva", "Genoa"} < {*named}
    assert "Zhengzhou" not in named
    assert found(client, "city", "Male")[0]["text"] == "Male"


def test_names_are_shown_in_the_language_asked_for(client: Client) -> None:
    """The key stays the key."""
    asked = json.dumps({"column": "country", "text": "Niger"}).encode()
    answer = client.send(
        "POST", client.path("api/suggest"), asked, {"Accept-Language": "ru, en;q=0.5"}
    )
    first = json.loads(answer.read())["suggestions"][0]
    assert (first["value"], first["text"]) == ("NER", "Нигер")


def test_a_city_that_the_list_lacks_comes_from_the_gazetteer(client: Client) -> None:
    """With the cells of its row; those of the row's own country alone."""
    [city] = [one for one in found(client, "city", "Zinder") if one["value"] == "zinder"]
    assert city["new"] == {
        "table": "cities",
        "cells": {"key": "zinder", "country": "NER", "latitude": "13.81", "longitude": "8.99",
                  "en": "Zinder"},
    }  # fmt: skip
    assert found(client, "city", "Niamey")[0]["new"] is None
    row = client.ask("rows", row=None, cells={"country": "CAN"})["row"]
    inside = client.ask("suggest", column="city", text="London", row=row)["suggestions"]
    assert {one["country"] for one in inside} == {"CAN"}


@pytest.mark.parametrize(
    ("country", "text", "code", "first"),
    [("KEN", "Kis", "KEN", "Kisumu"), ("Kenya", "Kis", "KEN", "Kisumu"),
     ("Кения", "kis", "KEN", "Kisumu"), ("NER", "Ma", "NER", "Maradi"),
     ("COD", "Kis", "COD", "Kisangani")],
)  # fmt: skip
def test_cities_of_the_country_of_the_row_come_first(
    client: Client, country: str, text: str, code: str, first: str
) -> None:
    """However the row names its country: no city elsewhere stands before one that is in it."""
    row = client.ask("rows", row=None, cells={"country": country})["row"]
    cities = client.ask("suggest", column="city", text=text, row=row)["suggestions"]
    there = [one["country"] == code for one in cities]
    assert cities[0]["text"] == first
    assert there == sorted(there, reverse=True)


def test_a_place_is_a_country_or_a_city(client: Client) -> None:
    """With the cells that a new presence there has."""
    places = found(client, "place", "Niam")
    assert {"country": "NER", "city": "niamey"} in [one["cells"] for one in places]
    assert found(client, "place", "Togo")[0]["cells"] == {"country": "TGO"}


def test_a_point_means_its_country_and_the_cities_near_it(client: Client) -> None:
    """The nearest first, those of the list as they are in it; in the sea there is nothing."""
    located = client.ask("locate", point=[2.2, 13.6])
    first = located["cities"][0]
    assert (located["country"], located["finer"]) == ("NER", False)
    assert (first["value"], first["known"], first["detail"]) == ("niamey", True, "Niger · 14 km")
    assert all(one["country"] == "NER" for one in located["cities"])
    nowhere: dict[str, object] = {"country": None, "text": "", "cities": [], "finer": False}
    assert client.ask("locate", point=[-30, 0]) == nowhere
    assert client.state()["undo"] is None
