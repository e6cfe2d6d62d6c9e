"""Cities that a list does not name: where they are is looked up in the gazetteer.

A list of the project's kind names its cities in every language, in ``names.csv``. A presence in
another city gets the city's point; its name on the map is another matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapping.adding.row_answers import resolve_keys
from mapping.dataset.gazetteer import read_gazetteer
from mapping.dataset.own_list import FEW_NAMESAKES
from mapping.files.data_folder import NAMES_FILE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.adding.row_answers import Answers
    from mapping.suggestions.name_index import NameIndex


def take_points(answers: Answers, indexes: Mapping[str, NameIndex]) -> tuple[Answers, list[str]]:
    """Return answers with the point of a city in the place of one that the list does not name.

    What was taken, or why nothing was, is said as well; a point that was given stays.
    """
    texts = [text for text in answers.get("city", []) if text.strip()]
    if len(texts) != 1 or resolve_keys("city", texts[0], indexes) is not None:
        return answers, []
    codes = [resolve_keys("country", text, indexes) for text in answers.get("country", [])]
    country = codes[0][0] if codes and codes[0] else ""
    found = read_gazetteer().find(texts[0], country)
    if len(found) > 1:
        named = "; ".join(
            f"{city}: {city.latitude:g}, {city.longitude:g}" for city in found[:FEW_NAMESAKES]
        )
        return answers, [f"GeoNames has several cities of this name: {named}; give the point"]
    if not found:
        return answers, []
    city = found[0]
    others = {column: given for column, given in answers.items() if column != "city"}
    point = {"latitude": [f"{city.latitude:g}"], "longitude": [f"{city.longitude:g}"]}
    note = (
        f"the point is that of {city} in GeoNames: {city.latitude:g}, {city.longitude:g}; "
        f"to name the city on the map, add it to {NAMES_FILE}"
    )
    return point | others | {"city": []}, [note]
