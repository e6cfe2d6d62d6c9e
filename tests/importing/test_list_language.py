"""The language of a list whose names are in some languages, and not in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.commands import run
from tests.support.folder import Folder

if TYPE_CHECKING:
    from pathlib import Path

NAMES = {
    "name_ar": ["مكتب", "فرع", "مركز"],
    "name_zh": ["办事处", "分处", ""],
    "name_fr": ["Bureau", "", ""],
    "name_en": ["", "", "Centre"],
    "name": ["A", "B", "C"],
}


@pytest.mark.parametrize(
    ("columns", "language"),
    [
        ("name_ar", "ar"),
        ("name_ar name_zh", "zh"),
        ("name_ar name_fr", "ar"),
        ("name_ar name_en", "en"),
        ("name_ar name", "en"),
        ("", "en"),
    ],
)
def test_it_is_that_of_the_names(tmp_path: Path, columns: str, language: str) -> None:
    """English where any name is, or may be; else what most can read, if enough names are in it.

    What each place is called is then there in every language.
    """
    rows = ["Country," + columns.replace(" ", ",")]
    cells = zip(("Kenya", "France", "Peru"), *(NAMES[one] for one in columns.split()), strict=True)
    rows += [",".join(one) for one in cells]
    file = tmp_path / "list.csv"
    file.write_text("\n".join(rows), encoding="utf-8")
    done = run("new", tmp_path / "list", "--from", file, "--yes", "--no-build")
    assert ("no column has names in English" in done.stderr) == (language != "en")
    atlas = Folder(tmp_path / "list").check()
    assert atlas.dataset.edition.metadata.default_language == language
    for place in atlas.places:
        assert all(place.label[code] for code in atlas.dataset.languages)
        assert language not in place.label.borrowed


@pytest.mark.parametrize(
    ("header", "name", "language"),
    [
        ("Nom,Pays", "Bureau", "fr"),
        ("NOM_ETABLISSEMENT,code_pays", "Lycée", "fr"),
        ("Nombre del centro,País", "Oficina", "es"),
        ("Nom,nombre_de_salariés,Pays", "Bureau", "fr"),
        ("Название,Страна", "Бюро", "ru"),
        ("Название,Страна", "Bureau", "en"),
        ("الاسم,البلد", "مكتب", "ar"),
        ("机构,国别", "办事处", "zh"),
        ("Name,Country", "Bureau", "en"),
        ("Nom,Country", "Bureau", "en"),
        ("Nom,Ciudad,Country", "Bureau", "en"),
        ("Bezeichnung,Land", "Büro", "en"),
        ("Nome,Paese", "Ufficio", "en"),
        ("Назва,Країна", "Бюро", "en"),
        ("名称,国家", "事務所", "en"),
    ],
)
def test_headings_say_the_language_where_they_are_in_one(
    tmp_path: Path, header: str, name: str, language: str
) -> None:
    """And the names are in its letters; it is noted, and how to name another."""
    file = tmp_path / "list.csv"
    row = f"{name}{',Lima' * (header.count(',') - 1)},PER"
    file.write_text(f"{header}\n{row}\n{row}\n", encoding="utf-8")
    columns = header.split(",")
    given = ("--name-column", columns[0], "--country-column", columns[-1])
    done = run("new", tmp_path / "list", "--from", file, "--yes", "--no-build", *given)
    metadata = Folder(tmp_path / "list").check().dataset.edition.metadata
    assert metadata.default_language == language
    assert ("its columns are called in" in done.stderr) == (language != "en")
    done = run(
        "new", tmp_path / "other", "--from", file, "--yes", "--no-build", *given, "--lang", "en"
    )
    assert "its columns are called in" not in done.stderr


@pytest.mark.parametrize(
    ("names", "notes"),
    [("Казань Уфа", 1), ("北京 上海", 1), ("تبوك الرياض", 1), ("Kazan Уфа", 0), ("Łódź Évry", 0),
     ("1 2", 0)],
)  # fmt: skip
def test_names_in_other_letters_are_noted(tmp_path: Path, names: str, notes: int) -> None:
    """They are taken for English all the same: letters say no language for certain."""
    file = tmp_path / "list.csv"
    rows = "".join(f"{name},Peru\n" for name in names.split())
    file.write_text(f"Name,Country\n{rows}", encoding="utf-8")
    for given, noted in (((), notes), (("--lang", "ru"), 0)):
        folder = tmp_path / "-".join(("list", *given))
        done = run("new", folder, "--from", file, "--yes", "--no-build", *given)
        assert done.stderr.count("not in Latin letters") == noted


def test_whoever_names_another_is_believed(tmp_path: Path) -> None:
    """And is told nothing of it but which names are lacking."""
    file = tmp_path / "list.csv"
    file.write_text("Country,name_ar\nKenya,مكتب\nPeru,فرع\n", encoding="utf-8")
    options = ("--from", file, "--yes", "--no-build", "--lang", "fr")
    done = run("new", tmp_path / "list", *options)
    assert "no column has names" not in done.stderr
    assert "no name in fr in rows 2–3: that in ar is shown" in done.stderr
