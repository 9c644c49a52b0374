"""A forge as small as can be, on this machine: requests, their files, comments, a token; it remembers all."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

REPOSITORY, TOKEN = "shili/site", "secret-token"
ROOT = f"/repos/{REPOSITORY}/"


@dataclass
class SmallForge:
    """`pulls` are head commits by number; `comments` and `files` by number of the pull request.

    `counts`: it says how many files a request has; `most` of them it lists. `place` is where comments stand.
    """

    pulls: dict[int, str]
    files: dict[int, list[dict[str, str]]] = field(default_factory=dict)
    counts: bool = True
    most: int = 3_000
    place: str = "issues"
    account: str = ""
    comments: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    address: str = ""
    asked: int = 0

    def answer(self, method: str, path: str, query: dict[str, list[str]], document: Any) -> Any:
        self.asked += 1
        if path.endswith("/user"):
            return {"login": self.account} if self.account else None
        parts = path[path.index(ROOT) + len(ROOT) :].split("/")
        if parts == ["pulls"]:
            return page([self.pull(number) for number in self.pulls], query)
        if parts[0] == "pulls" and len(parts) == 2:
            return self.pull(int(parts[1]))
        if parts[0] == "pulls" and parts[2:] == ["files"]:
            return page(self.files.get(int(parts[1]), [])[: self.most], query)
        if parts[0] != self.place:
            return None
        if parts[1] == "comments" and method == "PATCH":
            (comment,) = (each for found in self.comments.values() for each in found if each["id"] == int(parts[2]))
            comment["body"] = document["body"]
            return comment
        found = self.comments.setdefault(int(parts[1]), [])
        if method == "POST":
            user = {"login": self.account, "type": "User"} if self.account else {"type": "Bot"}
            found.append({"id": 100 + len(found), "body": document["body"], "user": user})
        return page(found, query)

    def pull(self, number: int) -> dict[str, Any]:
        counted = {"changed_files": len(self.files.get(number, []))} if self.counts else {}
        return {"number": number, "head": {"sha": self.pulls[number]}, **counted}


def page(items: list[Any], query: dict[str, list[str]]) -> list[Any]:
    size, number = int(query.get("per_page", ["50"])[0]), int(query.get("page", ["1"])[0])
    return items[(number - 1) * size : number * size]


@contextmanager
def small_forge(pulls: dict[int, str]) -> Iterator[SmallForge]:
    """Run it while somebody needs it."""
    forge = SmallForge(pulls)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._answer()

        do_POST = do_PATCH = do_GET  # noqa: N815

        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length") or 0)
            document = json.loads(self.rfile.read(length)) if length else None
            parts = urlsplit(self.path)
            allowed = self.headers["Authorization"] == f"Bearer {TOKEN}"
            found = forge.answer(self.command, parts.path, parse_qs(parts.query), document) if allowed else None
            body = json.dumps(found).encode()
            self.send_response(200 if found is not None else 404 if allowed else 403)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    forge.address = f"http://127.0.0.1:{server.server_port}"
    yield forge
    server.shutdown()
    server.server_close()
