"""The record beside the products: what was made from what."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from importlib import metadata
from typing import TYPE_CHECKING, Any

from mapping.files import sha256

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from mapping.lists import Lists


def record(
    lists: Lists, counts: Mapping[str, Mapping[str, int]], products: Mapping[str, bytes]
) -> bytes:
    """Say what was made from what: checksums, the data's version, counts; nothing of the machine.

    It has a date only where ``SOURCE_DATE_EPOCH`` gives one (reproducible-builds.org).
    """
    made: dict[str, Any] = {
        "program": metadata.version("presence-map"),
        "data_version": lists.edition.edition.version,
        **_date(os.environ.get("SOURCE_DATE_EPOCH", "")),
        "counts": counts,
        "inputs": {file.name: sha256(file.read_bytes()) for file in _by_name(lists.inputs)},
        "products": {name: sha256(content) for name, content in sorted(products.items())},
    }
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()


def _by_name(files: Iterable[Path]) -> list[Path]:
    return sorted(files, key=lambda file: file.name)


def _date(epoch: str) -> dict[str, str]:
    if not epoch.isdecimal():
        return {}
    return {"date": datetime.fromtimestamp(int(epoch), UTC).isoformat()}
