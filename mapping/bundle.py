"""The scripts and style sheets of a page: each script is joined from modules.

A module may import ``{ names }`` of other modules by relative path, and export declarations or
``{ names }``. All modules of a script share one scope: a name that stands at the top level of two
of them is a fault, and so is everything else that joining would change the meaning of.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mapping import assets
from mapping.errors import Faults, shown

if TYPE_CHECKING:
    from collections.abc import Callable

STYLES = ("tokens", "page", "controls", "map", "details", "list", "embed", "print")
PANEL_STYLE = "changes"  # for pages that have the panel
START, SETUP, MAIN = "js/start.js", "js/map/setup.js", "js/main.js"
IMPORT = re.compile(r"^import \{([^{}]*)\} from '(\.[^']+)'\n", re.MULTILINE)
EXPORT_LIST = re.compile(r"^export \{([^{}]*)\}\n", re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) ([\w$]+))", re.MULTILINE)
DECLARATION = re.compile(
    r"^(?:async )?(?:function\*?|class|const|let|var) ([\w$]+|[\[{])", re.MULTILINE
)
UNKNOWN = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)
NAMES = re.compile(r"[\w$]+(?: as [\w$]+)?")


@dataclass(frozen=True)
class Module:
    """A script file, without its imports and exports."""

    name: str
    text: str
    declared: list[str]
    exported: list[str]
    imported: dict[str, list[str]]
    """Names by the file that they come from."""


@dataclass
class Bundle:
    """The modules that an entry needs, each after those that it imports."""

    read: Callable[[str], str]
    modules: dict[str, Module] = field(default_factory=dict)
    pending: list[str] = field(default_factory=list)
    faults: Faults = field(default_factory=Faults)

    def add(self, name: str) -> Module:
        """Add a module and those that it imports, and check what it asks of them."""
        if name in self.pending:
            circle = " → ".join([*self.pending[self.pending.index(name) :], name])
            self.faults.add(name, 1, f"modules import each other: {circle}", "move what they share")
            return Module(name, "", [], [], {})
        if name not in self.modules:
            self.pending.append(name)
            module = _parse(name, self.read(name), self.faults)
            for source, names in module.imported.items():
                for missing in sorted({*names} - {*self.add(source).exported}):
                    wrong = f"{source} exports no {missing}"
                    self.faults.add(name, 1, wrong, "import what there is")
            self._check_names(module)
            self.modules[name] = module
            self.pending.pop()
        return self.modules[name]

    def _check_names(self, module: Module) -> None:
        for other in self.modules.values():
            for twice in sorted({*module.declared} & {*other.declared}):
                wrong = f"{twice} is declared in {other.name} too"
                self.faults.add(module.name, 1, wrong, "give one of them another name")


def join(entry: str, read: Callable[[str], str] = assets.own) -> str:
    """Join a module and all that it imports into one script, which evaluates to what it exports.

    Raises
    ------
    DataError
        A module imports or exports in a way that cannot be joined.
    """
    bundle = Bundle(read)
    exported = bundle.add(entry).exported
    bundle.faults.raise_if_any()
    texts = [module.text for module in bundle.modules.values()]
    if exported:
        texts.append(f"return {{ {', '.join(exported)} }}\n")
    return f"(() => {{\n'use strict'\n{''.join(texts)}}})()\n"


def script(entry: str) -> str:
    """Give a script as a page carries it."""
    return join(entry)


def style(*names: str) -> str:
    """Give style sheets as a page carries them, in the order of the cascade."""
    return "".join(assets.own(name) for name in names)


def page_styles(*, panel: bool = False) -> list[str]:
    """Give Leaflet's style sheet and the page's own, with that of the panel of changes if asked."""
    names = (*STYLES, PANEL_STYLE) if panel else STYLES
    return [assets.leaflet("leaflet.css"), style(*(f"css/{name}.css" for name in names))]


def page_scripts(frame_script: str) -> list[str]:
    """Give the scripts of the body: Leaflet, what prepares it, the empty map, what fills it."""
    return [assets.leaflet("leaflet.js"), script(SETUP), frame_script, script(MAIN)]


def _parse(name: str, text: str, faults: Faults) -> Module:
    """Take imports and exports out of a module; note what cannot be joined."""
    folder = posixpath.dirname(name)
    imported = {
        posixpath.normpath(posixpath.join(folder, source)): NAMES.findall(names)
        for names, source in IMPORT.findall(text)
    }
    body = IMPORT.sub("", text)
    lists = EXPORT_LIST.findall(body)
    exported = [*EXPORT.findall(body), *(one for names in lists for one in NAMES.findall(names))]
    body = EXPORT.sub("", EXPORT_LIST.sub("", body))
    declared = DECLARATION.findall(body)
    asked = [*exported, *(one for names in imported.values() for one in names)]
    for left in UNKNOWN.findall(body):
        faults.add(name, 1, f"{shown(left)} cannot be joined", "import and export { names }")
    for renamed in (one for one in asked if " as " in one):
        faults.add(name, 1, f"{shown(renamed)} cannot be joined", "use the name that is exported")
    if {"[", "{"} & {*declared}:
        faults.add(name, 1, "several names are declared at once", "declare each by itself")
    return Module(name, body, declared, exported, imported)
