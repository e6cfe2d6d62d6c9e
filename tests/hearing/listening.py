"""The tasks that a person who only hears the map must be able to do, each with its question.

Each opens the page, presses keys, and names what had to be heard after how many keys at the most.
The words to wait for are the page's own, so that one script goes through every language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.hearing import finding, using

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.hearing.reader import Reader
    from tests.hearing.site import Words

TASKS: dict[str, tuple[str, Callable[[Reader, Words], None]]] = {
    "a": ("What is this page, how complete is it, and who made it?", finding.what_is_it),
    "b": ("What is where: headings, landmarks, check boxes, choices.", finding.jump),
    "c": ("Kenya: go to the map, walk to it, hear what is known, come back.", finding.walk),
    "d": ("Burkina Faso: is anybody there, and what is known?", finding.find),
    "e": ("Which regional offices are there in Africa?", finding.narrow),
    "f": ("What does footnote a say, and of whom?", finding.footnote),
    "g": ("Whose boundaries are these, and who has checked the map?", finding.disclaimer),
    "h": ("Read the page in another language.", using.turn),
    "i": ("Get the code that shows the map in another page.", using.embed),
    "j": ("Take the list along as text.", using.copy),
    "k": ("Read the list: by lines, by names, and by stops.", using.read_the_list),
    "l": ("Pass through the map in a frame of another page.", using.as_a_guest),
}
