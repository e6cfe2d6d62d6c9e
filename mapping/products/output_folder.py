"""The output folder: which of its files are ours, and how new ones take their place.

The rule, for every command. A file in an output folder is written over, or removed, only where a
build wrote what is in it: where ``build.json`` next to it has the SHA-256 of its content. So
somebody else's file stays, whatever it is called, and so does a product that was edited after it
was built. ``build.json`` itself is ours where it is the manifest of a build, and the lock where it
is empty. Nothing is written into a folder that is read from. Where this forbids a product, the
whole command is refused before it writes anything.

A build that was stopped among its products has left the manifest of what it had ready: what agrees
with that is ours as well, and the next build puts it in place before it goes on.
"""

from __future__ import annotations

import os
from collections import defaultdict
from contextlib import suppress
from typing import TYPE_CHECKING

from mapping.errors import WrongUseError
from mapping.files.atomic import LOCK, locked, partial_of, put_in_place, replace_all, sha256
from mapping.products.manifest import MANIFEST, read_manifest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

ELSEWHERE = "name another folder with --output"
Claims = dict[str, set[str]]  # the SHA-256 that a product of each name may have


def keep_apart(output: Path, read: Iterable[Path]) -> None:
    """Raise `WrongUseError` where `output` is a folder from which one of the files `read` comes.

    A folder among them means the files right in it. However a path is written, through links
    and in whatever case, it is the folder that counts. Raise `OSError` where it is none at all.
    """
    with suppress(FileNotFoundError):
        next(output.iterdir(), None)
    for path in read:
        for folder in _folders(path):
            if output.is_dir() and output.samefile(folder):
                raise WrongUseError(_refusal(output, path))


def keep_others(output: Path, names: Collection[str]) -> None:
    """Raise `WrongUseError` where a product of one of these names would replace what is not ours.

    Nothing is written.
    """
    try:
        _refuse(output, names, _claims(output))
    except WrongUseError:
        if not _is_ours(output / LOCK, {}):
            raise
        with locked(output):  # a build may have been in the midst of writing
            _refuse(output, names, _claims(output))


def publish(output: Path, products: Mapping[str, bytes], stale: Iterable[str] = ()) -> None:
    """Write the products of one build, its manifest last; remove what is `stale` among ours.

    Raises
    ------
    WrongUseError
        One of them would replace what is not ours; nothing is written.
    OSError
        The folder cannot be written to; the files that were there are whole.
    """
    with locked(output):
        claims = _claims(output)
        _refuse(output, products, claims)
        _finish(output, claims)
        removed = [one for one in stale if one not in products and _is_ours(output / one, claims)]
        replace_all(output, products, removed)


def _folders(path: Path) -> Iterator[Path]:
    """Yield the folders of a file that is read: that of its name, that of what it links to."""
    if path.is_dir():
        yield path
        links = [one for one in path.iterdir() if one.is_symlink() and one.is_file()]
        yield from (one.resolve().parent for one in links)
    elif path.exists():
        yield path.absolute().parent
        yield path.resolve().parent


def _refusal(output: Path, path: Path) -> str:
    subject = "the data are" if path.is_dir() else f"{path} is"
    return f"{output}: {subject} read from this folder, so nothing is written into it; {ELSEWHERE}"


def _refuse(output: Path, names: Iterable[str], claims: Claims) -> None:
    paths = [output / name for name in (LOCK, *names)]
    others = [path for path in paths if os.path.lexists(path) and not _is_ours(path, claims)]
    if others:
        raise WrongUseError(*(_not_ours(path, claims) for path in others))


def _not_ours(path: Path, claims: Claims) -> str:
    if path.name in claims and path.is_file():
        return (
            f"{path}: the file was changed after a build wrote it; "
            f"move it away to keep it, or remove it, or {ELSEWHERE}"
        )
    return f"{path}: no build wrote this, so it is not written over; move it away, or {ELSEWHERE}"


def _claims(output: Path) -> Claims:
    claims: Claims = defaultdict(set)
    for path in (output / MANIFEST, partial_of(output / MANIFEST)):
        for name, checksum in (read_manifest(path) or {}).get("products", {}).items():
            claims[name].add(checksum)
    return claims


def _is_ours(path: Path, claims: Mapping[str, set[str]]) -> bool:
    if not path.is_file():
        return False
    if path.name == LOCK:
        return path.stat().st_size == 0
    if path.name == MANIFEST:
        return read_manifest(path) is not None
    return path.name in claims and sha256(path.read_bytes()) in claims[path.name]


def _finish(output: Path, claims: Claims) -> None:
    """Put in place what a stopped build had ready, its manifest last."""
    ready = read_manifest(partial_of(output / MANIFEST))
    if ready is None:
        return
    for name, checksum in ready["products"].items():
        path, partial = output / name, partial_of(output / name)
        whole = partial.is_file() and sha256(partial.read_bytes()) == checksum
        if whole and (not os.path.lexists(path) or _is_ours(path, claims)):
            put_in_place(partial, path)
    put_in_place(partial_of(output / MANIFEST), output / MANIFEST)
