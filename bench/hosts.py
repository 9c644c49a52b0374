"""A folder to the address at which it is served, as it lies or packed as static hosts do."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

_PACKED = frozenset({".html", ".css", ".js", ".json", ".svg", ".txt"})


class Plain(SimpleHTTPRequestHandler):
    """Python's own server, without a word of its own."""

    def log_message(self, *_args: object) -> None:
        """Nothing: the figures stand alone."""


class Packing(Plain):
    """Packs text, which Python's own server does not."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | BinaryIO | None:
        """What is no text, or not there, goes as it is."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if file.suffix not in _PACKED or not file.is_file():
            return super().send_head()
        packed = gzip.compress(file.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        self.end_headers()
        return BytesIO(packed)


@contextmanager
def hosted(folder: Path, host: type[Plain] = Plain) -> Iterator[str]:
    """Serve a folder; gives the address of its home page."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
