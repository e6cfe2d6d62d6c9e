"""Where keys and tables are in a TOML file."""

from __future__ import annotations

import tomllib

from mapping.toml.key_lines import list_tables

TEXT = """# of the whole
[a]
# of a
b = 1   # of b

# of the next
[[c]]
d = "[x]"
[c.e]

[[c]]
"""


def test_tables_are_listed_without_what_is_between_them() -> None:
    """Each by its path, from its header to its last value; a remark above a header is no part."""
    tables = dict(list_tables(TEXT))
    assert [*tables] == [("a",), ("c", 0), ("c", 0, "e"), ("c", 1)]
    assert tables["a",] == "[a]\n# of a\nb = 1   # of b"
    assert tables["c", 0] == '[[c]]\nd = "[x]"'
    assert tomllib.loads("\n".join(tables.values())) == tomllib.loads(TEXT)


def test_a_text_without_tables_has_none() -> None:
    """Keys alone, and nothing at all."""
    assert [*list_tables("a = 1\n")] == [*list_tables("")] == []
