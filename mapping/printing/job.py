"""From a data folder to printed maps: read, check, draw, find collisions, write."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from mapping import pipeline
from mapping.dataset import boundaries
from mapping.dataset.totals import totals_by_category
from mapping.errors import FaultLog, UnknownLanguageError
from mapping.files.atomic import sha256
from mapping.files.data_folder import BOUNDARIES_FILE, PRINT_BOUNDARIES_FILE, find_file
from mapping.files.paths import packaged_folder
from mapping.printing.chromium import chromium
from mapping.printing.sheet import SheetPrinter, list_products
from mapping.products.manifest import (
    MANIFEST,
    PRINT_FOLDER,
    build_manifest,
    checksums,
    read_manifest,
)
from mapping.products.output_folder import keep_apart, keep_others, publish

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from mapping.atlas import Atlas
    from mapping.errors import Fault
    from mapping.geo.topology import Topology
    from mapping.i18n.catalog import Language
    from mapping.printing.papers import Paper


One = TypeVar("One")
Made = TypeVar("Made")


class PrintJob(NamedTuple):
    """What to print: on which papers, in which languages if not in all, and whether in grey too."""

    papers: Sequence[Paper]
    languages: Sequence[str] = ()
    grey: bool = False


def print_maps(
    data: Path, output: Path, job: PrintJob, progress: Callable[[str], None]
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
        A product would be written where something is read, or over a file that no print wrote.
    """
    for folder in (output, output / PRINT_FOLDER):
        keep_apart(folder, [data, packaged_folder()])
    atlas, topology = read(data, progress)
    languages = _chosen(job, atlas)
    made = [
        list_products(one.code, paper, grey=job.grey) for one in languages for paper in job.papers
    ]
    keep_others(output / PRINT_FOLDER, {MANIFEST}.union(*made))
    progress(f"print {' '.join(one.code for one in languages)}")
    faults, products = FaultLog(), dict[str, bytes]()
    for printed, found in _each(partial(_print, atlas, topology, job), _shares(languages)):
        products |= printed
        faults.faults += found
    faults.raise_if_any()
    progress("write")
    return atlas, write(output / PRINT_FOLDER, atlas, dict(sorted(products.items())))


def read(data: Path, progress: Callable[[str], None]) -> tuple[Atlas, Topology]:
    """Return the atlas of a checked data folder, and its boundaries at the level for print."""
    atlas = pipeline.check(data, progress)
    faults = FaultLog()
    path = find_file(data, PRINT_BOUNDARIES_FILE, faults)
    coarse = next(file for file in atlas.dataset.inputs if file.name == BOUNDARIES_FILE)
    if path.parent != coarse.parent:
        remedy = f"put it next to {BOUNDARIES_FILE}, made of the same faces"
        faults.add(PRINT_BOUNDARIES_FILE, 1, "the boundaries for print are missing", remedy)
        raise faults.to_error()
    fine = boundaries.read_boundaries(path, faults)
    if fine is None:
        raise faults.to_error()
    for code in sorted(atlas.dataset.boundaries.areas.keys() ^ fine.areas.keys()):
        remedy = "make both again with geodata/recipes"
        faults.add(
            PRINT_BOUNDARIES_FILE, 1, f"{code} is here or in {BOUNDARIES_FILE} alone", remedy
        )
    faults.raise_if_any()
    dataset = replace(atlas.dataset, inputs=(*atlas.dataset.inputs, path))
    return replace(atlas, dataset=dataset), fine.topology


def write(folder: Path, atlas: Atlas, products: dict[str, bytes]) -> list[Path]:
    """Write printed maps and their manifest; keep those of the same data only."""
    kept, gone = _earlier(folder, checksums(atlas.dataset))
    made = kept | {name: sha256(content) for name, content in products.items()}
    every = products | {
        MANIFEST: build_manifest(atlas.dataset, totals_by_category(atlas.dataset), made)
    }
    publish(folder, every, stale=gone)
    return [folder / name for name in every]


def _print(
    atlas: Atlas, topology: Topology, job: PrintJob, languages: Sequence[Language]
) -> tuple[dict[str, bytes], list[Fault]]:
    """Return what is printed in some languages by name, and what is wrong with it."""
    faults, products = FaultLog(), dict[str, bytes]()
    with chromium() as browser:
        for language in languages:
            printer = SheetPrinter(atlas, topology, language, browser)
            for paper in job.papers:
                products |= printer.map(paper, grey=job.grey, faults=faults)
            products |= printer.preview(faults)
    return products, faults.faults


def _shares(languages: Sequence[Language]) -> list[Sequence[Language]]:
    """Return languages in as many parts as there are processors; each starts Chromium once."""
    count = min(len(languages), os.cpu_count() or 1)
    return [languages[first::count] for first in range(count)]


def _each(work: Callable[[One], Made], every: Sequence[One]) -> Iterator[Made]:
    """Do the work for each, all at once."""
    if len(every) == 1:
        yield work(every[0])
        return
    with ProcessPoolExecutor(len(every), multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(work, every)


def _chosen(job: PrintJob, atlas: Atlas) -> list[Language]:
    languages = atlas.dataset.languages
    unknown = [code for code in job.languages if code not in languages]
    if unknown:
        message = f"'{unknown[0]}' is none of {', '.join(languages)}"
        raise UnknownLanguageError(message)
    return [languages[code] for code in dict.fromkeys(job.languages or languages)]


def _earlier(folder: Path, inputs: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    """Return the checksums of what was printed before of the same data, else what is to go."""
    manifest = read_manifest(folder / MANIFEST)
    if manifest is None:
        return {}, []
    products = manifest["products"]
    existing = {name: checksum for name, checksum in products.items() if (folder / name).is_file()}
    return (existing, []) if manifest["inputs"] == inputs else ({}, sorted(existing))
