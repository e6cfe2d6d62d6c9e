"""The PDF: one leaf, tagged, in its language, its text as the data has it, its fonts inside."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from mapping.display_texts import display_texts
from tests.printing.sheets import SVG, bare, words

if TYPE_CHECKING:
    from mapping.atlas import Atlas
    from tests.printing.sheets import Printed

VOWELS = re.compile("[\u064b-\u065f]")  # of Arabic, written over letters


def test_every_line_can_be_selected_and_searched(printed: Printed) -> None:
    """Each line of type of the drawing is text of the PDF, to the letter.

    pdftotext joins words at a hyphen that ends a line, and puts numbers, signs and vowels of
    Arabic where it thinks they belong: there, each word is looked for without
    these, and all letters are counted below. A label in two pieces may be read around what is
    beside it: it is whole in the order in which all is drawn.
    """
    as_drawn = bare(printed.told("pdftotext", "-raw", "-enc", "UTF-8", to="-"))
    said = VOWELS.sub("", f"{printed.text}\n{as_drawn}")
    lines = [(one.text or "").rstrip("-") for one in printed.drawing.iter(f"{SVG}text")]
    if printed.language == "ar":
        lines = [word for line in lines for word in re.findall(r"\w\w+", VOWELS.sub("", line))]
    assert len(lines) > 200
    assert {line for line in lines if bare(line) not in said} == set()


def test_no_letter_is_lost_or_changed(printed: Printed) -> None:
    """PDF and drawing are made of the same letters, so many of each; hyphens apart, as above."""
    drawn = "".join(words(one) for one in printed.drawing.iter(f"{SVG}text"))
    told, expected = (Counter(bare(text).replace("-", "")) for text in (printed.text, drawn))
    assert told - expected == Counter()
    assert expected - told == Counter()


def test_the_pdf_is_one_leaf_of_a3(printed: Printed, atlas: Atlas) -> None:
    """Tagged, with the map's title, in its language; nothing runs in it."""
    facts = dict(re.findall(r"^(.+?):\s+(.*)$", printed.told("pdfinfo"), re.MULTILINE))
    texts = display_texts(atlas, atlas.dataset.languages[printed.language])
    assert (facts["Pages"], facts["Tagged"], facts["JavaScript"]) == ("1", "yes", "no")
    assert facts["Title"] == texts["title"]
    assert facts["Page size"].endswith("(A3)")
    assert f"/Lang ({printed.language})".encode() in printed.file("pdf").read_bytes()


def test_the_tags_mark_headings_and_lists(printed: Printed, atlas: Atlas) -> None:
    """One title, a heading over each part, an item for each presence and each paragraph."""
    structure = printed.told("pdfinfo", "-struct")
    kinds = re.findall(r"^\s*(H1|H2|L|LI)\b", structure, re.MULTILINE)
    roles = Counter(one.get("role") for one in printed.drawing.iter())
    assert kinds.count("H1") == 1
    assert kinds.count("H2") == 6
    assert kinds.count("L") == roles["list"] > 6
    assert kinds.count("LI") == roles["listitem"] > len(atlas.places)


def test_fonts_are_inside(printed: Printed) -> None:
    """Every font is embedded, and its letters have names for whoever copies them."""
    _, _, *fonts = printed.told("pdffonts").splitlines()
    flags = [re.search(r"(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$", font) for font in fonts]
    assert fonts
    assert {(flag[1], flag[3]) for flag in flags if flag} == {("yes", "yes")}
    assert None not in flags


def test_the_map_is_vectors(printed: Printed) -> None:
    """No picture stands in for a drawing."""
    assert printed.told("pdfimages", "-list").splitlines()[2:] == []
