"""A static host as plain as a bureau's: a folder below a path prefix, `404.html` for what is not there."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, *given: object, prefix: str, directory: str) -> None:
        self.prefix = prefix
        super().__init__(*given, directory=directory)  # type: ignore[arg-type]

    def send_head(self) -> BinaryIO | None:
        path = Path(self.translate_path(self.path))
        if not self.path.startswith(self.prefix) or not (path / "index.html" if path.is_dir() else path).is_file():
            return self._send_missing()
        return super().send_head()

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def log_message(self, *_args: object) -> None:
        pass

    def _send_missing(self) -> BinaryIO:
        body = Path(self.directory, "404.html").read_bytes()
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


@contextmanager
def hosted(folder: Path, prefix: str) -> Iterator[str]:
    """Serve a folder, which may still be empty; gives the address of its home page."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, prefix=prefix, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{prefix}"
    server.shutdown()
    server.server_close()
