"""The scripts and style sheets of a page: each script is joined from modules, in small.

A module may import ``{ names }`` of other modules by relative path, and export declarations or
``{ names }``. All modules of a script share one scope: a name at the top level of two
of them is a fault, and so is everything else that joining would change the meaning of.
"""

from __future__ import annotations

import json
import posixpath
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING

from mapping.errors import FaultLog, quote
from mapping.files.disk_cache import RESULTS
from mapping.web import assets
from mapping.web.javascript import line_of, parse, text_of, walk
from mapping.web.leaflet_parts import without_unused_parts
from mapping.web.leaflet_rules import without_unused_rules
from mapping.web.minify import minify_script, minify_style
from mapping.web.short_names import shorten_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from mapping.web.javascript import Node

STYLES = (
    "colours",
    "tokens",
    "conditions",
    "base",
    "page",
    "controls",
    "legend",
    "map",
    "details",
    "list",
    "embed",
    "phone",
    "print",
)
PANEL_STYLE = "changes"  # for pages that have the panel
LEAFLET = "leaflet.js"
START, SETUP = "js/start.js", "js/map/setup.js"
MAIN, COMPLETE, BEGIN = "js/main.js", "js/complete.js", "js/begin.js"
# Chromium compiles each function as it reads it, and not twice: most run before the first frame.
EAGER = "//# allFunctionsCalledOnLoad\n"
NAMES = frozenset({"identifier", "shorthand_property_identifier_pattern"})
REMEDY = "import and export { names }, under the names they have, of files by their paths"


@dataclass
class Module:
    """A script file, without its imports and exports."""

    name: str
    text: str = ""
    declared: dict[str, int] = field(default_factory=dict)
    """Names at its top level, and their lines."""
    exported: list[str] = field(default_factory=list)
    imported: dict[str, dict[str, int]] = field(default_factory=dict)
    """By the file that they come from, names, and their lines."""


@dataclass
class Bundle:
    """The modules that an entry needs, each after those that it imports."""

    read: Callable[[str], str]
    modules: dict[str, Module] = field(default_factory=dict)
    pending: list[str] = field(default_factory=list)
    faults: FaultLog = field(default_factory=FaultLog)

    def add(self, name: str) -> Module:
        """Add a module and those that it imports, and check what it asks of them."""
        if name in self.pending:
            circle = " → ".join([*self.pending[self.pending.index(name) :], name])
            self.faults.add(name, 1, f"modules import each other: {circle}", "move what they share")
            return Module(name)
        if name not in self.modules:
            self.pending.append(name)
            module = read_module(name, self.read(name), self.faults)
            for source, names in module.imported.items():
                self._check_imports(module, self.add(source), names)
            self._check_names(module)
            self.modules[name] = module
            self.pending.pop()
        return self.modules[name]

    def _check_imports(self, module: Module, source: Module, names: dict[str, int]) -> None:
        for name, line in names.items():
            if name not in source.exported:
                wrong = f"{source.name} exports no {name}"
                self.faults.add(module.name, line, wrong, "import what there is")

    def _check_names(self, module: Module) -> None:
        for other in self.modules.values():
            for name in module.declared.keys() & other.declared.keys():
                wrong = f"{name} is declared in {other.name} too"
                remedy = "give one of them another name"
                self.faults.add(module.name, module.declared[name], wrong, remedy)


def join(entry: str, read: Callable[[str], str] = assets.read_asset) -> str:
    """Join a module and all that it imports into one script, which evaluates to what it exports.

    Raises
    ------
    DataError
        A module is no JavaScript, or imports or exports in a way that cannot be joined.
    """
    bundle = Bundle(read)
    exported = bundle.add(entry).exported
    bundle.faults.raise_if_any()
    texts = [module.text for module in bundle.modules.values()]
    if exported:
        texts.append(f"return {{ {', '.join(exported)} }}\n")
    return _enclose(texts)


def join_in_turn(
    entries: Sequence[str], read: Callable[[str], str] = assets.read_asset
) -> list[str]:
    """Join modules and all that they import into a script each, no module in two of them.

    A script has what those before it do not need, and is handed what it imports from them by names
    with a digest of all: a policy of an earlier build allows all of them, or none.

    Raises
    ------
    DataError
        As by `join`.
    """
    bundle = Bundle(read)
    parts = [_add_all(bundle, entry) for entry in entries]
    bundle.faults.raise_if_any()
    text = "".join(module.text for module in bundle.modules.values())
    handle = f"handed_{sha256(text.encode()).hexdigest()[:8]}"
    asked = [_asked_of_others(part) for part in parts]
    handed = [
        sorted({name for one in part for name in one.declared}.intersection(chain(*asked[number:])))
        for number, part in enumerate(parts, 1)
    ]
    scripts = []
    for number, part in enumerate(parts):
        before = [
            f"const [{', '.join(names)}] = {handle}_{earlier}\n"
            for earlier, names in enumerate(handed[:number])
            if asked[number].intersection(names)
        ]
        after = [f"return [{', '.join(handed[number])}]\n"] if handed[number] else []
        script = _enclose([*before, *(one.text for one in part), *after])
        scripts.append(f"const {handle}_{number} = {script}" if after else script)
    return scripts


def _asked_of_others(part: list[Module]) -> set[str]:
    """Return the names that modules import."""
    return {name for one in part for names in one.imported.values() for name in names}


def _add_all(bundle: Bundle, entry: str) -> list[Module]:
    """Add a module and those that it imports; return those that are new."""
    known = len(bundle.modules)
    bundle.add(entry)
    return list(bundle.modules.values())[known:]


def _enclose(texts: Iterable[str]) -> str:
    """Return a script in which names at the top level of these texts are seen by no other."""
    return f"(() => {{\n'use strict'\n{''.join(texts)}}})()\n"


def build_script(entry: str) -> str:
    """Return a script as a page carries it: joined from the module `entry`, and in small."""
    return RESULTS.get_or_make_of_texts(
        entry, assets.read_asset, lambda read: _shrink(join(entry, read))
    )


def build_in_turn(*entries: str) -> list[str]:
    """Return scripts as a page carries them: joined by `join_in_turn`, and in small."""
    made = RESULTS.get_or_make_of_texts(
        entries[-1],
        assets.read_asset,
        lambda read: json.dumps([_shrink(text) for text in join_in_turn(entries, read)]),
    )
    first, *others = json.loads(made)
    return [EAGER + first, *others]


def _shrink(script: str) -> str:
    return minify_script(shorten_names(script))


def build_style(*names: str) -> str:
    """Return style sheets as a page carries them, in the order of the cascade."""
    return minify_style("".join(assets.read_asset(name) for name in names))


def page_styles(scripts: Iterable[str], *, panel: bool = False) -> list[str]:
    """Return what scripts use of Leaflet's style sheet, and our own; the panel's if asked."""
    names = (*STYLES, PANEL_STYLE) if panel else STYLES
    own = build_style(*(f"css/{name}.css" for name in names))
    leaflet = minify_style(assets.read_leaflet("leaflet.css"))
    return [without_unused_rules(leaflet, "".join(scripts)), own]


def page_scripts(frame_script: str) -> list[str]:
    """Return the scripts of the body: Leaflet, what prepares it, the empty map, what fills it.

    The last has what the first click does not need: it is read once there is something to see.
    """
    return [
        RESULTS.get_or_make_of_texts(
            LEAFLET, assets.read_leaflet, lambda read: without_unused_parts(read(LEAFLET))
        ),
        build_script(SETUP),
        frame_script,
        *build_in_turn(MAIN, COMPLETE, BEGIN),
    ]


def read_module(name: str, text: str, faults: FaultLog) -> Module:
    """Take imports and exports out of a module; report what cannot be joined."""
    module, root = Module(name), parse(text)
    if root.has_error:
        broken = next(node for node in walk(root) if node.is_error or node.is_missing)
        faults.add(name, line_of(broken), "this is no JavaScript", "correct the script")
        return module
    for node in root.children:
        if node.type == "import_statement":
            fits = _add_import(node, module)
        elif node.type == "export_statement":
            fits = _add_export(node, module)
        else:
            fits = _add_statement(node, module)
        if not fits:
            first = text_of(node).splitlines()[0]
            faults.add(name, line_of(node), f"{quote(first)} cannot be joined", REMEDY)
    return module


def _add_import(node: Node, module: Module) -> bool:
    """Add what an import asks for, or return that it cannot be joined."""
    source = node.child_by_field_name("source")
    path = text_of(source)[1:-1] if source else ""
    clause = next((one for one in node.named_children if one.type == "import_clause"), node)
    names = _names_in_braces(clause.named_child(0), "named_imports")
    fits = bool(names) and path.startswith(".") and clause.named_child_count == 1
    if fits:
        file = posixpath.normpath(posixpath.join(posixpath.dirname(module.name), path))
        module.imported.setdefault(file, {}).update(names)
    return fits


def _add_export(node: Node, module: Module) -> bool:
    """Add what is exported, or return that it cannot be joined."""
    declaration = node.child_by_field_name("declaration")
    if declaration and not text_of(node).startswith("export default"):
        module.exported += map(text_of, _list_declared(declaration))
        return _add_statement(declaration, module)
    names = _names_in_braces(node.named_child(0), "export_clause")
    module.exported += names
    return bool(names) and not node.child_by_field_name("source")


def _add_statement(node: Node, module: Module) -> bool:
    """Add a statement, and the names that it declares."""
    module.declared |= {text_of(name): line_of(name) for name in _list_declared(node)}
    text = text_of(node)
    # What was before it may have been an import: it must not go on with what is there now.
    module.text += f";{text}\n" if text[0] in "([`+-/" and node.type != "comment" else f"{text}\n"
    return True


def _names_in_braces(clause: Node | None, kind: str) -> dict[str, int]:
    """Return names and their lines; none where there is anything else, or another name is given."""
    if clause is None or clause.type != kind:
        return {}
    found = [one for one in clause.named_children if one.type != "comment"]
    renamed = any(one.child_by_field_name("alias") for one in found)
    return {} if renamed else {text_of(one): line_of(one) for one in found}


def _list_declared(node: Node) -> Iterator[Node]:
    """Yield the names that a statement declares."""
    for declarator in (node, *node.named_children):
        name = declarator.child_by_field_name("name")
        if name and (declarator == node or declarator.type == "variable_declarator"):
            yield from (one for one in walk(name) if one.type in NAMES)
