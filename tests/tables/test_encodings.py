"""Text that is neither UTF-8 nor UTF-16 is refused by its name, with the way out; never guessed."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import pytest

from mapping.errors import UndecodableError
from mapping.tables.csv_dialect import read_csv_text
from mapping.tables.encodings import SAVE_AS_UTF8, Encoding, decode
from tests.support.saving import Dialect, own_rows, read_bytes, told

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = {
    ("cp1252", "fr"): "windows-1252 (Western European)",
    ("cp1252", "es"): "windows-1252 (Western European)",
    ("cp1256", "ar"): "windows-1256 (Arabic)",
    ("cp1251", "ru"): "windows-1251 (Cyrillic)",
    ("gb18030", "zh"): "GB18030 (Chinese)",
}


@pytest.mark.parametrize(("codec", "language"), LANGUAGES)
@pytest.mark.parametrize("file", ["names.csv", "countries.csv"])
def test_names_in_a_legacy_encoding_are_refused_by_its_name(
    file: str, codec: str, language: str
) -> None:
    """The project's own names, saved as spreadsheets save them where nobody asks for UTF-8."""
    header, *rows = own_rows(file)
    place = header.index(language)
    names = [[row[0], row[1], row[place]] for row in rows]
    content = Dialect(newline="\r\n").save([["kind", "key", language], *names]).decode()
    with pytest.raises(UndecodableError) as caught:
        decode(content.encode(codec, "replace"))
    first = next(n for n, row in enumerate(names, 2)
                 if not row[2].encode(codec, "replace").isascii())  # fmt: skip
    assert caught.value.line >= first
    assert caught.value.wrong == f"the text is not UTF-8 but likely {LANGUAGES[codec, language]}"
    assert caught.value.remedy == SAVE_AS_UTF8


@pytest.mark.parametrize("codec", ["cp1252", "gb18030"])
def test_a_whole_list_in_a_legacy_encoding_is_refused(tmp_path: Path, codec: str) -> None:
    """Where letters were lost on the way too, the rest still tells the encoding."""
    content = Dialect().save(own_rows()).decode().encode(codec, "replace")
    rows, faults = read_bytes(tmp_path, content)
    [fault] = told(faults)
    assert rows == []
    assert f"likely {LANGUAGES[codec, 'fr' if codec == 'cp1252' else 'zh']}" in fault
    assert 'save it in Excel as "CSV UTF-8' in fault


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (codecs.BOM_UTF32_LE + "id".encode("utf-32-le"), "the text is UTF-32"),
        (codecs.BOM_UTF16_LE + b"i\0d\0\n\0x", "the text is UTF-16 that breaks off"),
    ],
)
def test_other_unicode_is_refused_too(content: bytes, wrong: str) -> None:
    """What is cut in half, or in a form that no spreadsheet program writes."""
    with pytest.raises(UndecodableError, match=wrong):
        decode(content)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "header", ["Страна,Город", "国家,城市", "البلد,المدينة", "name,city", "一,𫸀"]
)
def test_utf_16_without_a_mark_is_read_whatever_the_script_of_its_header(
    codec: str, header: str
) -> None:
    """A line feed has a zero beside it, always on the same side; in UTF-8 no text has one."""
    text = f"{header}\r\nПеру,Лима\r\n"
    assert decode(text.encode(codec)) == (text, Encoding(codec))
    assert decode(f"{text}a\0b\n".encode())[1] == Encoding("utf-8")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("head", ["", "sep={}"])
def test_a_file_can_be_written_again_byte_for_byte(
    tmp_path: Path, encoding: str, newline: str, delimiter: str, head: str
) -> None:
    """Whoever adds a row finds out how the file is saved, and leaves every other byte alone."""
    first = head.format(delimiter) + newline if head else ""
    text = first + newline.join(delimiter.join(row) for row in (["id", "note"], ["a", "é"]))
    path = tmp_path / "table.csv"
    path.write_bytes(text.encode(encoding))
    saved = read_csv_text(path, ["id", "note"])
    assert (saved.separator_line, saved.delimiter, saved.newline) == (first, delimiter, newline)
    assert saved.encoding.encode(saved.text) == path.read_bytes()
    assert saved.write(["b", 'c"d']) == f'b{delimiter}"c""d"{newline}'
    assert [line for line, _ in saved.rows()] == ([2, 3] if head else [1, 2])


@pytest.mark.parametrize("form", [Dialect(), Dialect(encoding="utf-16-le")])
def test_half_a_character_is_reported_with_its_cell(tmp_path: Path, form: Dialect) -> None:
    """Lone surrogates come out of programs that cut a text in the middle of a character."""
    rows = own_rows()[:2]
    rows[1][-1] = "cut here: @"
    half = "\ud83d".encode(form.encoding, "surrogatepass")
    _, faults = read_bytes(tmp_path, form.save(rows).replace("@".encode(form.encoding), half))
    assert told(faults) == [
        (
            "presences.csv:2: note: U+D83D (half a character) is not allowed in the text; "
            "write the text again: a character was lost"
        )
    ]
