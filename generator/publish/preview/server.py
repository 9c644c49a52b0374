"""Requests to the files of the published folder, answered as a static host would, plus live reload."""

from __future__ import annotations

import io
import os
from html import escape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import socket
from typing import BinaryIO
from urllib.parse import parse_qs, unquote, urlsplit

from generator.publish.preview.live_reload import LiveSite
from generator.publish.unfinished import is_written_by_another

SCRIPT_ADDRESS = "/.live/live.js"
EVENTS_ADDRESS = "/.live/events"
SCRIPT_TAG = f'<script type="module" src="{SCRIPT_ADDRESS}"></script>'.encode()
SCRIPT_FILE = Path(__file__).with_name("live_reload.js")
HTML = "text/html; charset=utf-8"


class PreviewServer(ThreadingHTTPServer):
    """Serves `site` under the path `base` to this machine only."""

    daemon_threads = True

    def __init__(self, port: int, site: Path, base: str, live: LiveSite) -> None:
        self.site = site
        self.base = base
        self.live = live
        super().__init__(("127.0.0.1", port), PreviewHandler)

    @property
    def address(self) -> str:
        """Where a browser finds the home page."""
        return f"http://127.0.0.1:{self.server_port}{self.base}"


class PreviewHandler(SimpleHTTPRequestHandler):
    """One request; the library's own path handling keeps it inside the site."""

    def __init__(self, request: socket, client: tuple[str, int], server: PreviewServer) -> None:
        self.preview = server
        super().__init__(request, client, server, directory=str(server.site))

    def do_GET(self) -> None:
        """Live reload has two addresses of its own, outside what a site can hold."""
        address = urlsplit(self.path).path
        if address == EVENTS_ADDRESS:
            self._send_events()
        elif address == SCRIPT_ADDRESS:
            self.copyfile(
                self._send(HTTPStatus.OK, "text/javascript; charset=utf-8", SCRIPT_FILE.read_bytes()), self.wfile
            )
        else:
            super().do_GET()

    def send_head(self) -> BinaryIO | None:
        """Pages with the reload script in them, other files as they are, `404.html` for what is not there."""
        address = urlsplit(self.path).path
        if not address.startswith(self.preview.base):
            self._redirect_home()
            return None
        if waited_for := self._waited_for(address):
            return self._send_page(HTTPStatus.SERVICE_UNAVAILABLE, waited_for)
        path = self.translate_path(self.path)
        if os.path.isdir(path):  # noqa: PTH112 - Path forgets the slash at the end, which matters here
            if not address.endswith("/"):
                return super().send_head()
            path = f"{path.rstrip('/')}/index.html"
        if not os.path.isfile(path):  # noqa: PTH113 - likewise
            return self._send_missing()
        if path.endswith(".html"):
            return self._send_page(HTTPStatus.OK, Path(path).read_bytes())
        return super().send_head()

    def translate_path(self, path: str) -> str:
        """The file below the site for an address below the base."""
        return super().translate_path("/" + path.removeprefix(self.preview.base))

    def end_headers(self) -> None:
        """A preview is never cached."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Only `cli` prints."""

    def _send_events(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            for message in self.preview.live.events(self._page_that_asks()):
                self.wfile.write(message)
        except OSError:
            self.close_connection = True  # the page was closed

    def _waited_for(self, path: str) -> bytes:
        """The page that stands for what is not there yet; empty where there is no reason to wait."""
        if is_written_by_another(self.preview.site):
            return _site_waiting_page(self.preview.live)
        is_pending = self._address(path) in self.preview.live.pending
        return _waiting_page("正在重新生成，好了就会出现……") if is_pending else b""

    def _page_that_asks(self) -> str | None:
        """The address of the page that listens; none for one that only waits for the site."""
        asked = parse_qs(urlsplit(self.path).query).get("page")
        return self._address(asked[0]) if asked else None

    def _address(self, path: str) -> str:
        return unquote(path).removeprefix(self.preview.base).removesuffix("index.html")

    def _redirect_home(self) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", self.preview.base)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send_missing(self) -> BinaryIO:
        if not (self.preview.site / "index.html").is_file():
            return self._send_page(HTTPStatus.SERVICE_UNAVAILABLE, _site_waiting_page(self.preview.live))
        page = self.preview.site / "404.html"
        body = page.read_bytes() if page.is_file() else "<!doctype html><title>404</title>没有这个页面</body>".encode()
        return self._send_page(HTTPStatus.NOT_FOUND, body)

    def _send_page(self, status: HTTPStatus, page: bytes) -> BinaryIO:
        before, end, after = page.rpartition(b"</body>")
        return self._send(status, HTML, before + SCRIPT_TAG + end + after)

    def _send(self, status: HTTPStatus, kind: str, body: bytes) -> BinaryIO:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


def _site_waiting_page(live: LiveSite) -> bytes:
    """Shown until the first pages come, and while another program writes the site or was killed over it."""
    items = "".join(f"<li>{escape(each)}</li>" for each in live.problems)
    words = f"还没有生成网页，请先解决这些问题：</p><ol>{items}</ol><p>" if items else "正在生成网页……"
    return _waiting_page(words)


def _waiting_page(words: str) -> bytes:
    """A page that shows something else once it can."""
    return (
        '<!doctype html><html lang="zh" data-waiting><meta charset="utf-8"><title>预览</title>'
        f"<body><p>{words}</p></body></html>"
    ).encode()
