"""The folder with the page, served to this machine, and the words that the page has."""

from __future__ import annotations

import json
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from mapping import pipeline
from mapping.display_texts import display_texts
from tests.support.folder import GEODATA

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mapping.atlas import Atlas

HOST = Path(__file__).parent / "host.html"


class Words:
    """The texts of the page in one language, and what to recognise the others by."""

    def __init__(self, folder: Path, language: str) -> None:
        self.texts = texts_in(language)
        for code in own_data().dataset.languages:
            other = texts_in(code)
            self.texts |= {f"name.{code}": other["name"], f"map.{code}": other["map.name"]}
        presences = json.loads((folder / "presences.geojson").read_text(encoding="utf-8"))
        self.places = [feature["properties"] for feature in presences["features"]]

    def __getitem__(self, key: str) -> str:
        """Return a text; one that the page does not have can not be heard either."""
        return self.texts.get(key, f"(no text {key})")

    def starting(self, start: str) -> list[str]:
        """Return the texts whose ids start so."""
        return [text for key, text in self.texts.items() if key.startswith(start)]

    def at(self) -> str:
        """Return the end of the words that count the presences: “of 104”."""
        return self["popup.at"].partition("{at}")[2].format(total=len(self.places))

    def having(self, **wanted: str) -> set[str]:
        """Return the ids of the presences of these properties."""
        return {place["id"] for place in self.places
                if all(place[key] == value for key, value in wanted.items())}  # fmt: skip

    def left(self, **wanted: str) -> str:
        """Return the words for how many presences of these properties there are."""
        return self["filter.shown"].format(shown=len(self.having(**wanted)), total=len(self.places))


class _Folder(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        """Return a file of the folder, or the page of a host."""
        if not self.path.startswith(f"/{HOST.name}"):
            super().do_GET()
            return
        query = self.path.partition("?")[2].replace("&", "&amp;")
        page = HOST.read_text(encoding="utf-8").replace("QUERY", query).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@cache
def own_data() -> Atlas:
    """Return the project's own data, joined."""
    return pipeline.check(GEODATA, lambda _: None)


def texts_in(language: str) -> dict[str, str]:
    """Return every text of the page in one language."""
    return display_texts(own_data(), own_data().dataset.languages[language])


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port; give its address."""
    handler = partial(_Folder, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
