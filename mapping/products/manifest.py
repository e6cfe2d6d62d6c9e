"""The record beside the products: what was made from what."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from importlib import metadata
from typing import TYPE_CHECKING, Any

from mapping.files.atomic import sha256

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mapping.dataset.reading import Dataset


def build_manifest(
    dataset: Dataset,
    counts: Mapping[str, Mapping[str, int]],
    products: Mapping[str, str],
    since: Mapping[str, str] | None = None,
) -> bytes:
    """Say what was made from what: checksums, the data's version, counts; nothing of the machine.

    `products` are checksums by name; `since` are those of the earlier list that the products speak
    of, if they do. It has a date only where ``SOURCE_DATE_EPOCH`` gives one
    (reproducible-builds.org).
    """
    made: dict[str, Any] = {
        "program": metadata.version("presence-map"),
        "data_version": dataset.edition.edition.version,
        **_date(os.environ.get("SOURCE_DATE_EPOCH", "")),
        "counts": counts,
        "inputs": checksums(dataset),
        **({"since": since} if since is not None else {}),
        "products": dict(sorted(products.items())),
    }
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()


def checksums(dataset: Dataset) -> dict[str, str]:
    """Return the SHA-256 of each file that was read, by name."""
    files = sorted(dataset.inputs, key=lambda file: file.name)
    return {file.name: sha256(file.read_bytes()) for file in files}


def _date(epoch: str) -> dict[str, str]:
    if not epoch.isdecimal():
        return {}
    return {"date": datetime.fromtimestamp(int(epoch), UTC).isoformat()}
