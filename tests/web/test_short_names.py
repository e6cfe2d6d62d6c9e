"""Scripts are in short names, and mean what they meant."""

from __future__ import annotations

from itertools import pairwise

import pytest

from mapping.web import bundle
from mapping.web.javascript import captures, parse, text_of
from mapping.web.short_names import Binding, resolve, shorten_names
from tests.support.scripts import ENTRIES

NAMES = "[(identifier) (shorthand_property_identifier) (shorthand_property_identifier_pattern)] @n"


def names(script: str) -> list[tuple[int, str, bool]]:
    """Return where names are used, and whether one stands for a property as well."""
    found = captures(parse(script), NAMES)["n"]
    return sorted((one.start_byte, text_of(one), one.type != "identifier") for one in found)


def properties(script: str) -> list[str]:
    """Return the names of properties, and all texts."""
    found = captures(parse(script), "[(property_identifier) (string) (string_fragment)] @p")["p"]
    return [text_of(one) for one in sorted(found, key=lambda one: one.start_byte)]


def in_full(script: str) -> str:
    """Return a script in which no name stands for a property as well."""
    content = script.encode()
    ends = [at + len(name.encode()) for at, name, double in names(script) if double]
    parts = [content[start:end] for start, end in pairwise([0, *ends, len(content)])]
    doubled = [name for _, name, double in names(script) if double]
    return "".join(
        part.decode() + (f":{name}" if name else "")
        for part, name in zip(parts, [*doubled, ""], strict=True)
    )


def meanings(script: str) -> list[int | str]:
    """Return what each name means: the first use of the same, or the browser's by its name."""
    first: dict[Binding, int] = {}
    uses, bindings = resolve(script)
    return [
        first.setdefault(binding, number) if binding else use.name
        for number, (use, binding) in enumerate(zip(uses, bindings, strict=True))
    ]


@pytest.mark.parametrize("entry", ENTRIES)
def test_a_script_in_short_names_means_the_same(entry: str) -> None:
    """Its syntax is the same, and each name means what it meant where it is used."""
    written = bundle.join(entry)
    short = shorten_names(written)
    assert str(parse(in_full(short))) == str(parse(in_full(written)))
    assert meanings(short) == meanings(written)
    assert properties(in_full(short)) == properties(in_full(written))
    assert len(short) < 0.95 * len(written)


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("f((word) => word + word)", "f((a) => a + a)"),
        ("f(() => { const one = 1, two = one; return { one, two } })",
         "f(() => { const a = 1, b = a; return { one:a, two:b } })"),
        ("f(({ one, two: [three = one], ...rest }) => g(one, three, rest))",
         "f(({ one:a, two: [b = a], ...c }) => g(a, b, c))"),
        ("f(({ one = 1 }) => { ({ one } = one) })", "f(({ one:a = 1 }) => { ({ one:a } = a) })"),
        ("f((one) => (two) => { const one = two; g(one, one) })",
         "f((a) => (a) => { const b = a; g(b, b) })"),
        ("f(() => { for (const one of a) g(one.one, one) })",
         "f(() => { for (const b of a) g(b.one, b) })"),
        ("f(() => { try { g() } catch (error) { g(error) } })",
         "f(() => { try { g() } catch (a) { g(a) } })"),
        ("f(() => { class One { two(three) { return three + new One } } })",
         "f(() => { class a { two(b) { return b + new a } } })"),
        ("f(function self(one) { return one ? self(one) : 1 })",
         "f(function b(a) { return a ? b(a) : 1 })"),
        ("f(() => { function one() { return one } return { one() {}, two: one } })",
         "f(() => { function a() { return a } return { one() {}, two: a } })"),
        ("f((one) => g((two) => two(two)), (three) => three)",
         "f((a) => g((a) => a(a)), (a) => a)"),
        ("f((one, two) => { const three = one; g(three) })",
         "f((a, b) => { const c = a; g(c) })"),
        ("f(() => { try { g() } catch (one) { const two = 1; g(two) } })",
         "f(() => { try { g() } catch (a) { const b = 1; g(b) } })"),
    ],
)  # fmt: skip
def test_what_is_declared_gets_a_short_name_and_properties_keep_theirs(
    written: str, short: str
) -> None:
    """The shortest is for what is used most; one that the script uses otherwise is not taken."""
    assert shorten_names(written) == short


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("const word = 1\nfunction other() { return word }\nclass Third {}",) * 2,
        ("f(() => { { const name = 1; g(name) } return name })",
         "f(() => { { const a = 1; g(a) } return name })"),
        ("f((x = value) => { const value = x.name; return value })",
         "f((a = value) => { const b = a.name; return b })"),
        ("f(event, (event) => event)", "f(event, (a) => a)"),
        ("f(() => window.location, word, arguments)",) * 2,
    ],
)  # fmt: skip
def test_a_name_of_the_browser_or_of_other_scripts_is_kept(written: str, short: str) -> None:
    """One is theirs where nothing around it declares it; so is one at the top level."""
    assert shorten_names(written) == short
