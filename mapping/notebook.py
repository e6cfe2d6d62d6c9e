"""A map in a notebook, in one line: of a data frame, a file, or a list of dictionaries."""

from __future__ import annotations

import io
import shutil
import tempfile
import weakref
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

import geopandas as gpd
import pandas as pd

from mapping import pipeline
from mapping.errors import DataError, WrongUseError
from mapping.i18n.localized import REFERENCE
from mapping.importing.any_file import as_raw_list
from mapping.importing.list_choices import ListChoices, for_python
from mapping.importing.new_list import find_columns, read_list, write_list
from mapping.importing.points import frame_rows
from mapping.page.render import in_language, render
from mapping.products.exports import format_geojson
from mapping.products.left_out import explain_left_out
from mapping.web import templates

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mapping.atlas import Atlas
    from mapping.importing.new_list import FoundList

    Places = pd.DataFrame | str | PathLike[str] | Sequence[Mapping[str, object]]

HEIGHT_PX = 720  # of the frame in a notebook: map, disclaimer, and the beginning of the list
UNNAMED = "Places"  # the title of what has neither a title nor a file's name
HEADER_LINES = 1
NO_FILE = "only a file has a sheet or an encoding to choose (--sheet, --encoding)"


class Map:
    """A map of a list of places, shown in place where it is the last line of a cell."""

    def __init__(  # noqa: PLR0913 (what may be said of a list)
        self,
        places: Places,
        *,
        title: str = "",
        name: str = "",
        category: str = "",
        country: str = "",
        several: str = "",
        uncertain: str = "",
        language: str = "",
        sheet: str = "",
        encoding: str = "",
        within: str = "",
    ) -> None:
        """Read a list, find its columns, and make the map.

        Parameters
        ----------
        places
            A pandas or geopandas data frame, the path of a file (CSV, xlsx, xls, ods, GeoJSON,
            GeoPackage, shapefile), or dictionaries, one a place. One of country, city and point is
            enough; columns are found by their names and by what is in them.
        title
            The title of the map; else the name of the file.
        name, category, country
            The columns of the places' names, categories and countries, where they are to be said.
        several
            ``place`` where several cities in a cell are one place, at the first; else each is one.
        uncertain
            ``open`` where namesakes and misspelt countries are left open; else what is likely is
            taken, and named in `taken`.
        language
            The language of the list's texts, in which the frame shows the map; else the texts are
            taken for that which the names are in, or for English, and the frame is in the language
            of its reader's browser.
        sheet
            The sheet of a workbook; else the one that has most of a table, and `taken` says so.
        encoding
            The encoding of a text that is not UTF-8, such as ``windows-1252``.
        within
            The country of all rows that name none, where the list does not say it.

        Raises
        ------
        DataError
            The list cannot be read, or no row has a place; `faults` are all that were found.
        WrongUseError
            A column or a sheet that was named is not there, a choice is none of those there are,
            or no list is read out of files of this kind.
        OSError
            There is no such file.
        """
        scratch = tempfile.mkdtemp()  # the products name what they are made of by its bytes
        removal = weakref.finalize(self, shutil.rmtree, scratch, ignore_errors=True)
        try:
            choices = ListChoices(
                title, name, category, country, several, uncertain, language, within
            )
            made = write_list(Path(scratch), _find(places, sheet, encoding), choices, _silent)
        except (DataError, WrongUseError) as error:
            raise for_python(error) from None
        drawn = pipeline.draw_atlas(made.atlas)
        removal.detach()  # the atlas may outlive this map
        weakref.finalize(drawn.atlas.dataset, shutil.rmtree, scratch, ignore_errors=True)
        self._page, self._atlas, self._taken = drawn.page, drawn.atlas, made.taken
        dataset = drawn.atlas.dataset
        self._title = dataset.edition.metadata.title[language or REFERENCE]
        self._shown = (
            in_language(drawn.page, dataset.languages[language]) if language else drawn.page
        )

    @property
    def atlas(self) -> Atlas:
        """The list, read, checked and joined: what the stages of `mapping.pipeline` go on from."""
        return self._atlas

    @property
    def left_out(self) -> pd.DataFrame:
        """The rows that have no place: their number, from 0, and why."""
        rows = sorted(self._atlas.dataset.tables.left_out)
        return pd.DataFrame(
            {
                "row": [one.line - HEADER_LINES - 1 for one in rows],
                "reason": [explain_left_out(one) for one in rows],
            }
        )

    @property
    def taken(self) -> pd.DataFrame:
        """What was taken as likely and is not certain: the first row of each, from 0, and what."""
        return pd.DataFrame(
            {
                "row": [max(one.line - HEADER_LINES - 1, 0) for one in self._taken],
                "taken": [one.wrong for one in self._taken],
            }
        )

    @property
    def places(self) -> gpd.GeoDataFrame:
        """The places as they are on the map: points in WGS 84, labels in six languages."""
        return gpd.read_file(io.BytesIO(format_geojson(self._atlas)))

    def save(self, path: str | PathLike[str]) -> None:
        """Write the map as one HTML file, which needs no network.

        Raises
        ------
        OSError
            The file cannot be written.
        """
        Path(path).write_bytes(render(self._page))

    def _repr_html_(self) -> str:
        """Return the map in a frame that can do nothing to the notebook around it."""
        page = render(self._shown).decode("utf-8-sig")
        return templates.render("notebook.html", title=self._title, page=page, height=HEIGHT_PX)


def _find(places: Places, sheet: str, encoding: str) -> FoundList:
    if isinstance(places, str | PathLike):
        return read_list(Path(places), encoding, sheet)
    if sheet or encoding:
        raise WrongUseError(NO_FILE)
    frame: Any = places if isinstance(places, pd.DataFrame) else pd.DataFrame([*map(dict, places)])
    return find_columns(as_raw_list(frame_rows(frame), UNNAMED), UNNAMED)


def _silent(act: str) -> None:
    """Say nothing of an act that begins."""
    del act
