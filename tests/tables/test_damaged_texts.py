"""A text that a program spoiled before it came here is named, and no other."""

from __future__ import annotations

import pytest

from mapping.tables.damaged_texts import find_damage


@pytest.mark.parametrize(
    "cell",
    [
        "??? ????",
        *("#REF!", "#NAME?", "#DIV/0!", " #VALUE! ", "#BEZUG!", "#¡REF!", "#¿NOMBRE?", "#ССЫЛКА!"),
        *("########", "Err:502"),
    ],
)
def test_what_a_spreadsheet_shows_in_the_place_of_a_value_is_no_value(cell: str) -> None:
    """Errors of formulas, in any language; hashes of a narrow column; question marks."""
    assert find_damage(cell)


@pytest.mark.parametrize("codec", ["cp1252", "cp1251", "cp1256", "mac_roman"])
@pytest.mark.parametrize("text", ["Côte d’Ivoire", "Кот-д’Ивуар", "كوت ديفوار", "科特迪瓦"])
def test_utf_8_that_was_read_as_something_else_is_noticed(text: str, codec: str) -> None:
    """What Excel makes of UTF-8 without its mark, wherever it runs, is not published."""
    misread = "".join(
        bytes([byte]).decode(codec, "ignore") or chr(byte) for byte in text.encode()
    )  # a byte that has no letter there becomes a control character of its number
    assert find_damage(misread)


@pytest.mark.parametrize(
    "cell",
    [
        "Is it so? Why??",
        *("#12", "Office #3!", "C#", "#N/A", "N° 5"),
        *("LIBERTÉ\u00a0: «\u00a0CAFÉ\u00a0»", "SÃO TOMÉ", "ESPAÑA «Ñ»", "Österreich", "Kraków"),
        *(
            "«СССР»",
            "Йошкар-Ола № 5",
            "Україна",
            "مقديشو",
            "بعثة (UNAMI)\u200f",
            "東京",
            "Việt Nam",
        ),
        *("café – “thé”", "Reykjavík…", "Ærø", "İstanbul", "Łódź", "Ελλάδα", "½ °C", "Ã"),
    ],
)
def test_whole_texts_are_left_alone(cell: str) -> None:
    """Capitals with accents before signs are no damage, in any script."""
    assert find_damage(cell) is None
