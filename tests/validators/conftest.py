"""What is given away of the demonstration, written once into a folder as it lies on a site."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from generator.features.database import FEATURE as DATABASE
from generator.features.interface import FEATURE as INTERFACE
from tests.demonstration import demonstration_source


@pytest.fixture(scope="session")
def given_away(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of the interface, and the database."""
    folder, source = tmp_path_factory.mktemp("given"), demonstration_source()
    for feature in (INTERFACE, DATABASE):
        for each in feature.downloads(source.catalogue, source.settings):
            made = feature.files[each.format].write(source, each)
            file = folder / each.address
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(made if isinstance(made, bytes) else made.encode())
    return folder


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Thousands of lines that nobody reads."""


@pytest.fixture(scope="session")
def home(given_away: Path) -> Iterator[str]:
    """The address of a server that knows nothing but files."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(given_away)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
