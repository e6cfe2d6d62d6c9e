"""A page a language, next to the one of all: what readers have of it before any script runs.

Also of `linked_data.py`, `metadata.py`.
"""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from markupsafe import escape

from mapping.display_texts import display_texts
from mapping.errors import DataError
from mapping.i18n.localized import LANGUAGES, OPEN_GRAPH_LOCALES
from mapping.products.verify import verify
from tests.support.folder import GEODATA, Folder

if TYPE_CHECKING:
    from pathlib import Path

    from mapping.atlas import Atlas

PUBLISHED = "https://maps.example.org/rights/"
PAGES = {f"map.{code}.html" for code in LANGUAGES}
ANSWERS = {f"oembed.{code}.json" for code in LANGUAGES}
NO_ADDRESS, ADDRESS = 'address = ""', f'address = "{PUBLISHED}map.html"'
WANTED, NOT_WANTED = "language_pages = true", "language_pages = false"


def read(output: Path, name: str) -> str:
    """Return the text of a page."""
    return (output / name).read_text(encoding="utf-8-sig")


def head(output: Path, name: str) -> str:
    """Return the head of a page."""
    return read(output, name).partition("</head>")[0]


def linked_data(output: Path, name: str) -> dict[str, Any]:
    """Return the list that a page has for search engines."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', read(output, name))
    [data] = map(json.loads, found)
    assert isinstance(data, dict)
    return data


def properties(output: Path, name: str) -> dict[str, str]:
    """Return what Open Graph is told, by property; the last of several."""
    return dict(re.findall(r'<meta property="([\w:]+)" content="([^"]*)">', head(output, name)))


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the products of the project's list with an address."""
    parent = tmp_path_factory.mktemp("published")
    folder = Folder(shutil.copytree(GEODATA, parent / "geodata"))
    folder.edit("edition.toml", NO_ADDRESS, ADDRESS)
    return folder.build(parent / "output")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_page_is_in_its_language_before_any_script(built: Path, atlas: Atlas, code: str) -> None:
    """Direction, title, description, legend and list; scripts, data and policy are the same."""
    page, usual = read(built, f"map.{code}.html"), read(built, "map.html")
    direction = "rtl" if code == "ar" else "ltr"
    assert f'<html lang="{code}" dir="{direction}">' in page
    texts = display_texts(atlas, atlas.dataset.languages[code])
    assert f"<title>{texts['title']}</title>" in page
    assert f'name="description" content="{texts["page.description"]}"' in page
    for word in ("legend.title", "list.title", "label.ken-adviser", "disclaimer"):
        assert f'data-text="{word}">{escape(texts[word])}<' in page
    assert _island(page) == _island(usual)
    for part in ("<style>.*?</style>", "<script>.*?</script>", "Content-Security-Policy[^>]*"):
        assert re.findall(part, page, re.DOTALL) == re.findall(part, usual, re.DOTALL)


def _island(page: str) -> str:
    return page.partition('<script id="map-data"')[2].partition(">")[2].partition("</script>")[0]


def test_only_languages_of_the_edition_have_a_page(folder: Folder, tmp_path: Path) -> None:
    """And none has one where the edition does not ask for them."""
    folder.edit("edition.toml", '["ar", "en", "es", "fr", "ru", "zh"]', '["zh", "fr"]')
    output = folder.build(tmp_path / "out")
    assert _pages(output) == {"map.fr.html", "map.zh.html"}
    folder.edit("edition.toml", f"{WANTED}\n", "")
    assert _pages(folder.build(tmp_path / "none")) == set()


def _pages(output: Path) -> set[str]:
    return {path.name for path in output.glob("map.*.html")}


def test_the_edition_must_say_true_or_false(folder: Folder, tmp_path: Path) -> None:
    """A text is neither."""
    line = folder.edit("edition.toml", WANTED, 'language_pages = "yes"')
    folder.only_fault(f"edition.toml:{line}: edition.language_pages")
    with pytest.raises(DataError):
        folder.build(tmp_path / "out")


def test_pages_that_are_wanted_no_more_go(folder: Folder, tmp_path: Path) -> None:
    """With their answers; those that were edited since stay, and are told by `verify`."""
    folder.edit("edition.toml", NO_ADDRESS, ADDRESS)
    output, edited = folder.build(tmp_path / "out"), folder.build(tmp_path / "edited")
    products = verify(output)["products"]
    assert products.keys() >= PAGES | ANSWERS
    (edited / "map.fr.html").write_text("mine", encoding="utf-8")
    folder.edit("edition.toml", WANTED, NOT_WANTED)
    verify(folder.build(output))
    assert not {path.name for path in output.iterdir()} & (PAGES | ANSWERS)
    folder.build(edited)
    with pytest.raises(DataError, match=r"map\.fr\.html"):
        verify(edited)


def test_a_page_that_is_missing_or_changed_is_reported(folder: Folder, tmp_path: Path) -> None:
    """They are products as all others."""
    output = folder.build(tmp_path / "out")
    (output / "map.ar.html").unlink()
    (output / "map.ru.html").write_bytes((output / "map.fr.html").read_bytes())
    with pytest.raises(DataError) as caught:
        verify(output)
    assert [fault.file for fault in caught.value.faults] == ["map.ar.html", "map.ru.html"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_link_previews_are_in_the_language_of_the_page(published: Path, code: str) -> None:
    """Title, picture and locale; the others are named."""
    name = f"map.{code}.html"
    told = properties(published, name)
    assert told["og:url"] == PUBLISHED + name
    assert told["og:image"] == f"{PUBLISHED}print/preview.{code}.png"
    assert told["og:locale"] == OPEN_GRAPH_LOCALES[code]
    assert f"<title>{told['og:title']}</title>" in head(published, name)
    others = re.findall(r'"og:locale:alternate" content="(\w+)"', head(published, name))
    assert {*others, told["og:locale"]} == {*OPEN_GRAPH_LOCALES.values()}
    assert len(others) == len(LANGUAGES) - 1
    assert '<meta name="twitter:card" content="summary_large_image">' in head(published, name)


def test_locales_are_as_open_graph_writes_them() -> None:
    """A language in small letters, an underscore, a territory in capitals; one each."""
    assert OPEN_GRAPH_LOCALES.keys() == {*LANGUAGES}
    for code, locale in OPEN_GRAPH_LOCALES.items():
        assert re.fullmatch(rf"{code}_[A-Z]{{2}}", locale)


def test_search_engines_find_every_language_from_every_page(published: Path) -> None:
    """Each page names itself, all others, and the one for readers of any language."""
    expected = {code: f"{PUBLISHED}map.{code}.html" for code in LANGUAGES}
    expected["x-default"] = f"{PUBLISHED}map.html"
    for name in (*PAGES, "map.html"):
        text = head(published, name)
        found = re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)">', text)
        assert dict(found) == expected
        assert f'<link rel="canonical" href="{PUBLISHED}{name}">' in text


def test_without_an_address_nothing_is_said_of_one(built: Path) -> None:
    """No page names itself, nor are there answers."""
    for name in PAGES:
        assert not re.findall("og:|oembed|canonical|hreflang|twitter", head(built, name))
        assert "url" not in linked_data(built, name)
    assert not [*built.glob("oembed*")]


def test_without_language_pages_none_is_named(folder: Folder, tmp_path: Path) -> None:
    """What other sites are told of the one page stays."""
    folder.edit("edition.toml", NO_ADDRESS, ADDRESS)
    folder.edit("edition.toml", WANTED, NOT_WANTED)
    output = folder.build(tmp_path / "out")
    assert "hreflang" not in read(output, "map.html")
    assert properties(output, "map.html")["og:locale"] == "zh_CN"
    assert linked_data(output, "map.html")["url"] == f"{PUBLISHED}map.html"
    assert [path.name for path in output.glob("oembed*")] == ["oembed.json"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_list_is_there_as_places_of_schema_org(
    published: Path, atlas: Atlas, code: str
) -> None:
    """Those that are listed, by their labels, with footnotes; no candidate, no computed point."""
    features = json.loads((published / "presences.geojson").read_text(encoding="utf-8"))["features"]
    listed = [one for one in features if one["properties"]["status"] == "listed"]
    data = linked_data(published, f"map.{code}.html")
    assert (data["@context"], data["inLanguage"]) == ("https://schema.org", code)
    entries = data["mainEntity"]
    assert entries["numberOfItems"] == len(entries["itemListElement"]) == len(listed)
    texts = display_texts(atlas, atlas.dataset.languages[code])
    assert texts["disclaimer"] in entries["description"]
    assert texts["clearance"] in entries["description"]
    for place, feature in zip(entries["itemListElement"], listed, strict=True):
        said = feature["properties"]
        assert place["@type"] == "Place"
        assert place["name"] == said[f"label_{code}"]
        assert place["url"] == f"{PUBLISHED}map.{code}.html?presence={feature['id']}"
        assert all(texts[f"footnote.{one}"] in place["description"] for one in said["footnotes"])
        assert ("geo" in place) == (said["position"] == "city")
        if "geo" in place:
            point = [place["geo"]["longitude"], place["geo"]["latitude"]]
            assert point == feature["geometry"]["coordinates"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_page_has_an_answer_in_its_language(published: Path, code: str) -> None:
    """Its head names it; the frame in it shows that page, under the title of that language."""
    name = f"oembed.{code}.json"
    assert f'href="{PUBLISHED}{name}"' in head(published, f"map.{code}.html")
    answer = json.loads((published / name).read_text(encoding="utf-8"))
    title = properties(published, f"map.{code}.html")["og:title"]
    assert answer["title"] == title
    assert f'title="{title}" src="{PUBLISHED}map.{code}.html?embed"' in answer["html"]


def test_pages_are_found_next_to_an_address_that_is_a_folder(
    folder: Folder, tmp_path: Path
) -> None:
    """Where the server shows the page for its folder's address."""
    folder.edit("edition.toml", NO_ADDRESS, f'address = "{PUBLISHED}"')
    output = folder.build(tmp_path / "out")
    assert f'<link rel="canonical" href="{PUBLISHED}">' in head(output, "map.html")
    assert f'hreflang="fr" href="{PUBLISHED}map.fr.html"' in head(output, "map.fr.html")


def test_where_no_script_runs_the_page_says_its_address(published: Path, built: Path) -> None:
    """As text too, for a frame may not open links; and it links the other languages."""
    for code in LANGUAGES:
        name = f"map.{code}.html"
        _, _, rest = read(published, name).partition('<div class="scripts-off">')
        notice = rest.partition("</div>")[0]
        assert f'<a href="{PUBLISHED}{name}" target="_blank" rel="noopener">' in notice
        assert f"<bdi>{PUBLISHED}{name}</bdi>" in notice
        assert {*re.findall(r'href="(map\.\w+\.html)"', notice)} == PAGES
    assert "<bdi>http" not in read(built, "map.html")
