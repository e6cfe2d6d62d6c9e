"""Results that are kept on the disk: used while nothing changed, never wrong, never in the way.

Also of `user_folders.py`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mapping import pipeline
from mapping.files import disk_cache
from mapping.files.cache import clear_caches
from mapping.files.disk_cache import RESULTS, DiskCache, keep_results
from mapping.web import bundle, templates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.support.folder import Folder


@pytest.fixture
def results(tmp_path: Path) -> DiskCache:
    """Return results in a folder that does not exist yet."""
    return DiskCache(tmp_path / "home" / "cache")


@pytest.fixture
def own_results(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[DiskCache]:
    """Keep those of this process in a folder of the test, and forget all that is in memory."""
    monkeypatch.setattr(RESULTS, "folder", None)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    yield RESULTS
    forget()


def forget() -> None:
    """Forget what this process knows, as if another ran."""
    clear_caches()
    assert templates.ENVIRONMENT.cache is not None
    templates.ENVIRONMENT.cache.clear()


class Maker:
    """Makes a text of two others, and counts how often."""

    def __init__(self, texts: dict[str, str]) -> None:
        """Take the texts by name."""
        self.texts, self.times = texts, 0

    def read(self, name: str) -> str:
        """Return a text; it may be gone."""
        if name not in self.texts:
            raise FileNotFoundError(name)
        return self.texts[name]

    def make(self, read: Callable[[str], str]) -> str:
        """Return both, joined."""
        self.times += 1
        return read("one") + read("other")


def test_a_result_is_kept_for_the_next_run(results: DiskCache) -> None:
    """It is made once of one key, and again of another; of each name the last is kept."""
    times = []

    def find(key: str) -> list[object]:
        def make() -> list[object]:
            times.append(key)
            return [key, 0.1, {"é": None}]

        return results.get_or_make("a/name", key, make)

    assert find("a") == find("a") == ["a", 0.1, {"é": None}]
    assert DiskCache(results.folder).get_or_make("a/name", "a", list) == find("a")
    assert [find("b")[0], find("a")[0]] == ["b", "a"]
    assert times == ["a", "b", "a"]
    assert results.folder is not None
    assert len([*results.folder.iterdir()]) == 1


def test_a_result_of_texts_is_made_anew_where_one_changed(results: DiskCache) -> None:
    """Not otherwise; where one is gone, whoever makes it raises the error."""
    maker = Maker({"one": "1", "other": "2"})
    for _ in range(2):
        assert results.get_or_make_of_texts("name", maker.read, maker.make) == "12"
    assert maker.times == 1
    maker.texts["other"] = "3"
    assert results.get_or_make_of_texts("name", maker.read, maker.make) == "13"
    del maker.texts["one"]
    with pytest.raises(FileNotFoundError):
        results.get_or_make_of_texts("name", maker.read, maker.make)


def test_another_program_makes_its_own(
    results: DiskCache, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where a line of its code differs, or a package that is installed, nothing kept is used."""
    (tmp_path / "code.py").write_text("a", encoding="utf-8")
    (tmp_path / "site" / "numpy-1.dist-info").mkdir(parents=True)
    monkeypatch.setattr(disk_cache, "PACKAGE", tmp_path)
    monkeypatch.setattr("sys.path", [str(tmp_path / "site"), str(tmp_path / "missing")])

    def changes() -> bool:
        clear_caches()  # as in another process
        is_known = results.load("name", "key") is not None
        results.save("name", "key", b"made")
        return not is_known

    try:
        assert [changes(), changes()] == [True, False]
        (tmp_path / "code.py").write_text("b", encoding="utf-8")
        assert [changes(), changes()] == [True, False]
        (tmp_path / "site" / "numpy-1.dist-info").rename(tmp_path / "site" / "numpy-2.dist-info")
        assert [changes(), changes()] == [True, False]
    finally:
        clear_caches()  # as above


@pytest.mark.parametrize("damage", ["", "\n", "cut", "longer", "another"])
def test_what_is_damaged_is_made_anew(results: DiskCache, damage: str) -> None:
    """Whatever stands in the file: no result is used that is not whole."""
    results.save("name", "key", b"made")
    results.save("another", "key", b"more")
    assert results.folder is not None
    file = results.folder / "name"
    whole = file.read_bytes()
    spoilt = {"cut": whole[:-1], "longer": whole + b"x", "another": whole[:65] + b"more"}
    file.write_bytes(spoilt.get(damage, damage.encode()))
    assert results.load("name", "key") is None
    assert results.get_or_make("name", "key", lambda: "anew") == "anew"
    assert results.get_or_make("name", "key", lambda: "not again") == "anew"


@pytest.mark.parametrize("taken", ["home", "home/cache", "home/cache/name/folder"])
def test_where_nothing_can_be_kept_all_is_made_anew(results: DiskCache, taken: str) -> None:
    """A file where the folder should be, or a folder where the file should, is no error."""
    assert results.folder is not None
    path = results.folder.parent.parent / taken
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    assert results.get_or_make("name", "key", lambda: 1) == 1
    assert results.get_or_make("name", "key", lambda: 2) == 2
    assert path.is_file()
    assert not [*path.parent.glob(".name*")]


def test_a_user_without_a_home_and_a_folder_of_others_keep_nothing(
    own_results: DiskCache, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What others may write is not run; a folder that does not exist yet is the user's own."""
    keep_results()
    assert own_results.folder == tmp_path / "presence-map"
    own_results.save("name", "key", b"made")
    assert own_results.folder.stat().st_mode & 0o777 == 0o700
    own_results.folder.chmod(0o777)
    keep_results()
    assert own_results.folder is None

    def homeless() -> Path:
        message = "no home"
        raise RuntimeError(message)

    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    monkeypatch.setattr(Path, "home", homeless)
    keep_results()
    assert own_results.folder is None


@pytest.mark.usefixtures("own_results")
def test_a_build_is_the_same_with_and_without_kept_results(
    own_data: Folder, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To the byte; of scripts, templates, boundaries and the empty map nothing is made again."""

    def products() -> dict[str, bytes]:
        forget()
        return pipeline.make_products(pipeline.draw(own_data.path, lambda _: None))

    keep_results()
    keeping = products()
    assert keeping == {name: (built / name).read_bytes() for name in keeping}
    monkeypatch.setattr("mapping.page.basemap.project_arcs", None)
    monkeypatch.setattr("shapely.maximum_inscribed_circle", None)
    monkeypatch.setattr(templates.ENVIRONMENT, "compile", None)
    monkeypatch.setattr(bundle, "minify_script", None)
    monkeypatch.setattr("mapping.page.folium_map._draw", None)
    assert keeping == products()
