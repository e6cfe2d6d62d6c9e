"""A line that is no TOML is told as a person needs it: what is wrong, what to write.

Also of `line_repair.py`, `quotation_marks.py`, `value_repair.py`.
"""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapping.toml.reading import read_toml

AROUND = "typographic quotation marks ({}) are around the text, not straight ones"
EQUALS = "one equals sign is needed between a key and its value"
LISTED = "a list is texts between quotation marks, commas between them, all in brackets"
BARE = "the text has no quotation marks"
INSIDE = "a straight quotation mark inside the text ends it"
DIGITS = "a number is written in digits alone"
BEHIND = "something follows the text"
BRACKETS = "the name of a table is written between brackets, its parts joined by dots"


@pytest.mark.parametrize(
    ("line", "wrong", "meant"),
    [
        ("title = “Places”", AROUND.format("“ ”"), 'title = "Places"'),
        ("title = „Orte“", AROUND.format("„ “"), 'title = "Orte"'),
        ("title = »Orte«", AROUND.format("» «"), 'title = "Orte"'),
        ("title = « Lieux »", AROUND.format("« »"), 'title = " Lieux "'),
        ("title = ‘Places’", AROUND.format("‘ ’"), 'title = "Places"'),
        ("title = 「地点」", AROUND.format("「 」"), 'title = "地点"'),
        ("title = ＂地点＂", AROUND.format("＂ ＂"), 'title = "地点"'),
        ('title = "Places”', AROUND.format("”"), 'title = "Places"'),
        ("title = “Report: a”  # draft", AROUND.format("“ ”"), 'title = "Report: a" # draft'),
        ('title = "The "big" list"', INSIDE, 'title = "The “big” list"'),
        ('title = "Not "final"" # yet', INSIDE, 'title = "Not “final”" # yet'),
        ("title = 'L'ONU'", "an apostrophe inside the text ends it",
         'title = "L\'ONU"'),
        ('title = "Places', "the quotation mark at the end of the text is missing",
         'title = "Places"'),
        ('title = Places"', "the quotation mark at the beginning of the text is missing",
         'title = "Places"'),
        ('title = "He said “no”', "the quotation mark at the end of the text is missing",
         'title = "He said “no”"'),
        ("title = “Yes” and “no”", BARE, 'title = "“Yes” and “no”"'),
        ("title = Places", BARE, 'title = "Places"'),
        ("colour = #0072B2", BARE, 'colour = "#0072B2"'),
        ('title = ""Places""', "there are too many quotation marks around the text",
         'title = "Places"'),
        ('title = "Places",', BEHIND, 'title = "Places"'),
        ('title = "Places" (draft)', BEHIND, 'title = "Places (draft)"'),
        (r'file = "C:\data"', "the text contains a backslash or an invisible character",
         r'file = "C:\\data"'),
        ('title: "Places"', EQUALS, 'title = "Places"'),
        ('title == "Places"', EQUALS, 'title = "Places"'),
        ("as_of 2022", EQUALS, "as_of = 2022"),
        ("title “Places”", f"{EQUALS}, and {AROUND.format('“ ”')}", 'title = "Places"'),
        ("title =", "nothing follows the key", 'title = ""'),
        ('default language = "en"', "a key is one word", 'default_language = "en"'),
        ('título = "x"', "a key is written in letters from a to z", 'titulo = "x"'),
        ('title＝"x"', "U+FF1D (fullwidth equals sign) is not allowed outside a text", 'title="x"'),
        ('name\u00a0= "x"', "U+00A0 (no-break space) is not allowed outside a text", 'name = "x"'),
        ("as_of = 2,022", DIGITS, "as_of = 2022"),
        ("value = 12 345", DIGITS, "value = 12345"),
        ("value = 007", DIGITS, "value = 7"),
        ("value = 1,5", "the number has a decimal comma", "value = 1.5"),
        ("cleared = Yes", "what is true or false is written in small letters", "cleared = true"),
        ("languages = [en, fr]", LISTED, 'languages = ["en", "fr"]'),
        ('languages = ["en" "fr"]', LISTED, 'languages = ["en", "fr"]'),
        ('languages = ["en", “fr”', LISTED, 'languages = ["en", "fr"]'),
        ("// a remark", "a remark begins with #", "# a remark"),
        ("[edition", BRACKETS, "[edition]"),
        ("[edition title]", BRACKETS, "[edition.title]"),
        ("[[notes]", BRACKETS, "[[notes]]"),
    ],
)  # fmt: skip
def test_a_slip_is_reported_with_the_line_as_it_is_meant(line: str, wrong: str, meant: str) -> None:
    """Whatever stands above and below is read; what is meant is TOML."""
    reading = read_toml(f'a = "A"\n{line}\n\n[other]\nb = 1\n', ())
    [slip] = reading.slips
    assert (slip.line, slip.wrong, slip.remedy) == (2, wrong, f"write {meant}")
    assert reading.raw == tomllib.loads(f'a = "A"\n{meant}\n\n[other]\nb = 1\n')


@pytest.mark.parametrize(
    ("text", "line", "wrong"),
    [
        ('a = "the long\ntext goes on"\nb = 1', 1, "the text is broken over several lines"),
        ('a = [\n  "en",\n  "fr"\nb = 1', 3, "the list is not closed"),
        ('a = [\n  "en",\n  “fr”,\n]\nb = 1', 3, "a list is texts between straight quotation"),
        ("a = 1\nb = 1\na = 2", 3, "this is defined in line 1 already"),
        ("a = 1\n[t]\nb = 1\n[t]\nc = 1", 4, "this is defined in line 2 already"),
        ("[t]\nb = 1\n[t.b]\nc = 1", 3, "this is defined in line 2 already"),
        ("b = 1\n}}}\n", 2, "this line cannot be understood"),
        ("[t]\na = 1\nb = 1\n\na = 2\nb = 2\n", 5, "this is defined in line 2 already"),
        ("[t]\nb = 1\n[t]\nc = 1", 1, "this table may occur several times"),
    ],
)
def test_a_slip_of_several_lines_is_reported_at_the_line_to_change(
    text: str, line: int, wrong: str
) -> None:
    """Not where a parser notices it."""
    reading = read_toml(text, ["t"] if wrong.startswith("this table") else [])
    assert reading.slips[0].line == line
    assert reading.slips[0].wrong.startswith(wrong)
    assert len({slip.wrong for slip in reading.slips}) == 1


@settings(max_examples=200)
@given(st.text(st.sampled_from("ab\"'“”«»[]=:,.#\\\n \t1é\u200b{}"), max_size=60))
def test_any_text_is_read_to_its_end(text: str) -> None:
    """What is TOML has no slip and is what it is; what is none has one, and no text stops it."""
    reading = read_toml(text, ["a"])
    try:
        raw = tomllib.loads(text.replace("\r", "\n"))
    except tomllib.TOMLDecodeError:
        assert reading.slips
    else:
        assert reading.raw == raw or reading.slips
