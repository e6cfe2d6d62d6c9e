"""From a data folder to printed maps: read, check, draw, proof, press, write."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from mapping import pipeline
from mapping.dataset import boundaries
from mapping.dataset.totals import counts
from mapping.errors import Faults
from mapping.files.atomic import sha256
from mapping.files.data_folder import locate, packaged
from mapping.printing.chromium import chromium
from mapping.printing.sheet import Printer, names
from mapping.products.manifest import checksums, record
from mapping.products.output_folder import keep_apart, keep_others, publish
from mapping.products.verify import PRINTED, RECORD, record_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from mapping.atlas import Atlas
    from mapping.errors import Fault
    from mapping.i18n.catalog import Language
    from mapping.printing.papers import Paper


One = TypeVar("One")
Made = TypeVar("Made")


class UnknownLanguageError(ValueError):
    """The edition does not speak a language that was asked for."""


class Job(NamedTuple):
    """What to print: on which papers, in which languages if not in all, and whether in grey too."""

    papers: Sequence[Paper]
    languages: Sequence[str] = ()
    grey: bool = False


def print_maps(
    data: Path, output: Path, job: Job, progress: Callable[[str], None]
) -> tuple[Atlas, list[Path]]:
    """Check the data, print the map, and write it into the folder ``print`` of `output`.

    Maps that were printed before of the same data stay; those of other data go.

    Returns
    -------
    tuple
        The atlas, and the files written.

    Raises
    ------
    DataError
        Anything is wrong in the data, or on a finished sheet; lists it all, and nothing is written.
    MissingToolError
        Chromium or a font is not on this machine; says how to get it.
    UnknownLanguageError
        The edition does not speak a language of the job.
    WrongUseError
        A product would lie where something is read, or over a file that is not ours.
    """
    for folder in (output, output / PRINTED):
        keep_apart(folder, [data, packaged()])
    atlas, topology = read(data, progress)
    languages = _chosen(job, atlas)
    made = [names(one.code, paper, grey=job.grey) for one in languages for paper in job.papers]
    keep_others(output / PRINTED, {RECORD}.union(*made))
    progress(f"print {' '.join(one.code for one in languages)}")
    faults, products = Faults(), dict[str, bytes]()
    for printed, found in _each(partial(_print, atlas, topology, job), languages):
        products |= printed
        faults.found += found
    faults.raise_if_any()
    progress("write")
    return atlas, write(output / PRINTED, atlas, products)


def read(data: Path, progress: Callable[[str], None]) -> tuple[Atlas, dict[str, Any]]:
    """Read and check a data folder; give its atlas, and its boundaries at the level for print."""
    atlas = pipeline.check(data, progress)
    faults = Faults()
    path = locate(data, boundaries.FINE, faults)
    coarse = next(file for file in atlas.lists.inputs if file.name == boundaries.FILE)
    if path.parent != coarse.parent:
        remedy = f"put it beside {boundaries.FILE}, made of the same faces"
        faults.add(boundaries.FINE, 1, "the boundaries for print are missing", remedy)
        raise faults.error()
    fine = boundaries.read_boundaries(path, faults)
    if fine is None:
        raise faults.error()
    for code in atlas.lists.boundaries.areas.index.symmetric_difference(fine.areas.index):
        remedy = "make both anew with geodata/recipes"
        faults.add(boundaries.FINE, 1, f"{code} is here or in {boundaries.FILE} alone", remedy)
    faults.raise_if_any()
    lists = replace(atlas.lists, inputs=(*atlas.lists.inputs, path))
    return replace(atlas, lists=lists), fine.topology


def write(folder: Path, atlas: Atlas, products: dict[str, bytes]) -> list[Path]:
    """Write printed maps and their record; those of the same data stay, those of other data go."""
    kept, gone = _earlier(folder, checksums(atlas.lists))
    made = kept | {name: sha256(content) for name, content in products.items()}
    every = products | {RECORD: record(atlas.lists, counts(atlas.lists), made)}
    publish(folder, every, stale=gone)
    return [folder / name for name in every]


def _print(
    atlas: Atlas, topology: dict[str, Any], job: Job, language: Language
) -> tuple[dict[str, bytes], list[Fault]]:
    """Give what is printed in one language by name, and what is wrong with it."""
    faults, products = Faults(), dict[str, bytes]()
    with chromium() as browser:
        printer = Printer(atlas, topology, language, browser)
        for paper in job.papers:
            products |= printer.map(paper, grey=job.grey, faults=faults)
        products |= printer.preview(faults)
    return products, faults.found


def _each(work: Callable[[One], Made], every: Sequence[One]) -> Iterator[Made]:
    """Do the work for each, as many at once as there are processors."""
    if len(every) == 1:
        yield work(every[0])
        return
    count = min(len(every), os.cpu_count() or 1)
    with ProcessPoolExecutor(count, multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(work, every)


def _chosen(job: Job, atlas: Atlas) -> list[Language]:
    spoken = atlas.lists.languages
    unknown = [code for code in job.languages if code not in spoken]
    if unknown:
        message = f"'{unknown[0]}' is none of {', '.join(spoken)}"
        raise UnknownLanguageError(message)
    return [spoken[code] for code in dict.fromkeys(job.languages or spoken)]


def _earlier(folder: Path, inputs: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    """Give the checksums of what was printed before of the same data, else what is to go."""
    before = record_in(folder / RECORD)
    if before is None:
        return {}, []
    products = before["products"]
    there = {name: checksum for name, checksum in products.items() if (folder / name).is_file()}
    return (there, []) if before["inputs"] == inputs else ({}, sorted(there))
