"""What those hear who have the PDF read to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.atlas import Atlas, Place
    from mapping.i18n.catalog import Language
    from tests.printing.sheets import Printed

LIGATURES = [chr(code) for code in range(0xFB00, 0xFB07)]  # ff, fi, fl, ffi, ffl, st


@pytest.fixture
def pdf(printed: Printed) -> PdfReader:
    """Return the PDF as a program finds it."""
    return PdfReader(printed.file("pdf"))


def tags(node: Any, within: str = "") -> Iterator[tuple[str, str, str]]:  # noqa: ANN401 (what a PDF has)
    """Return each tag in order: what it is in, what it is, and the text that stands for it."""
    here = node.get_object()
    if isinstance(here, list):
        for one in here:
            yield from tags(one, within)
    elif isinstance(here, dict):
        kind = str(here.get("/S", within))
        if "/S" in here:
            yield within, kind, str(here.get("/Alt", ""))
        if "/K" in here:
            yield from tags(here["/K"], kind)


def meaning(place: Place, atlas: Atlas, language: Language) -> set[str]:
    """Return what must be heard of a symbol."""
    presence = place.presence
    said = {atlas.dataset.edition.category(presence.category).short[language.code]}
    if presence.status == "candidate":
        said.add(language.words["popup.candidate"])
    if presence.category_certain == "no":
        said.add(language.words["popup.inferred"].partition("}")[2])
    return said


def test_the_map_and_every_symbol_are_named(printed: Printed, pdf: PdfReader, atlas: Atlas) -> None:
    """The map once, and with each label, in its item of the list, what its symbol means."""
    language = atlas.dataset.languages[printed.language]
    root: Any = pdf.trailer["/Root"]
    figures = [(within, alt) for within, kind, alt in tags(root["/StructTreeRoot"])
               if kind == "/Figure"]  # fmt: skip
    assert [alt for within, alt in figures if within != "/LI"] == [language.words["map.name"]]
    heard = [alt for within, alt in figures if within == "/LI"]
    assert len(heard) == len(atlas.places)
    for alt, place in zip(heard, atlas.places, strict=True):
        assert {word for word in meaning(place, atlas, language) if word not in alt} == set()
    assert len(set(heard)) > len(atlas.dataset.edition.categories)


def copied(tables: str) -> set[str]:
    """Return the signs that a font's glyphs are copied as, by the tables that it has for that."""
    found = set[str]()
    for kind, table in re.findall(r"beginbf(char|range)(.*?)endbf", tables, re.DOTALL):
        values = [int(one, 16) for one in re.findall(r"<([0-9A-Fa-f]+)>", table)]
        rows = [iter(values)] * (2 if kind == "char" else 3)
        for first, *last, sign in zip(*rows, strict=True):
            found |= {chr(sign + step) for step in range(max([first, *last]) - first + 1)
                      if sign + step <= 0xFFFF}  # fmt: skip
    return found


def test_no_two_letters_are_one_sign(pdf: PdfReader, printed: Printed) -> None:
    """Whoever copies "field" gets an f and an i: no glyph means a ligature, and none is read."""
    resources: Any = pdf.pages[0]["/Resources"]
    signs = set[str]()
    for font in resources["/Font"].values():
        signs |= copied(font.get_object()["/ToUnicode"].get_data().decode("latin-1"))
    assert len(signs & {*printed.text}) > 30
    assert [sign for sign in LIGATURES if sign in signs or sign in printed.text] == []


def test_a_ligature_would_be_found() -> None:
    """In a table of single glyphs, and within a range of several."""
    assert copied("1 beginbfchar\n<0003> <FB01>\nendbfchar") == {"\ufb01"}
    assert "\ufb02" in copied("1 beginbfrange\n<0003> <0005> <FB00>\nendbfrange")
