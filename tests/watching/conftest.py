"""What tests of the server of `watch` share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mapping.watching.server import Server
from tests.watching.asking import FILES, NEWS

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def server() -> Iterator[Server]:
    """Return a server of two files that runs."""
    with Server().running() as server:
        server.publish(FILES, NEWS)
        yield server
