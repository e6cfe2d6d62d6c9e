"""What the program knows in one place: no second module says it, keeps it or looks it up."""

from __future__ import annotations

import ast
import re

from mapping.files import data_folder
from tests.support.wings import MODULES, imported_names, syntax


def test_one_module_knows_where_the_package_is() -> None:
    """No other asks for its own file or for resources of a package: they would break by moving."""
    asks = re.compile(r"\b__file__\b|importlib(?: import |\.)resources")
    asking = {module for module, path in MODULES.items()
              if asks.search(path.read_text(encoding="utf-8"))}  # fmt: skip
    assert asking == {"files.paths"}


def test_one_module_names_the_files_of_a_data_folder() -> None:
    """No other writes such a name; a product that has the name of a table is another file."""
    names = {text for name, text in vars(data_folder).items() if name.endswith("_FILE")}
    assert len(names) >= 8
    naming = {module for module, path in MODULES.items() for node in ast.walk(syntax(path))
              if isinstance(node, ast.Constant) and node.value in names}  # fmt: skip
    assert naming - {"products.manifest"} == {"files.data_folder"}


def test_one_module_keeps_results_from_build_to_build() -> None:
    """No other has a cache of its own, which whoever builds again could neither see nor empty."""
    keeps = {"cache", "lru_cache"}
    keeping = {module for module, path in MODULES.items()
               if any(source == "functools" and name in keeps
                      for source, name in imported_names(path))}  # fmt: skip
    assert keeping == {"files.cache"}
