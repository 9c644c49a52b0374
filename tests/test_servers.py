"""The guide's examples for nginx, Caddy and Apache: what each server sends with each kind of file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.publish.scripts import content_policy
from tests.servers import apache, caddy, example, nginx

Start = Callable[[Path], AbstractContextManager[str]]
Ask = Callable[[str], HTTPResponse]
TYPES = {
    "": "text/html; charset=utf-8",
    "site.css": "text/css; charset=utf-8",
    "a.js": "text/javascript; charset=utf-8",
    "a.mjs": "text/javascript; charset=utf-8",
    "a.wasm": "application/wasm",
    "wasm.zh.pagefind": "application/octet-stream",
    "a.pf_meta": "application/octet-stream",
    "a.pf_index": "application/octet-stream",
    "a.pf_fragment": "application/octet-stream",
    "a.csv": "text/csv; charset=utf-8",
    "a.ics": "text/calendar; charset=utf-8",
    "a.epub": "application/epub+zip",
    "a.ttl": "text/turtle; charset=utf-8",
    "a.jsonld": "application/ld+json; charset=utf-8",
    "a.db": "application/vnd.sqlite3",
    "a.json": "application/json",
    "a.webp": "image/webp",
    "a.pdf": "application/pdf",
    "admin/forms/": "text/html; charset=utf-8",
    "embed/place-1.html": "text/html; charset=utf-8",
    "embed/a/": "text/html; charset=utf-8",
}
SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
YEAR, DAY, ASK = "public, max-age=31536000, immutable", "public, max-age=86400", "no-cache"


@pytest.fixture(scope="module", params=[nginx, caddy, apache], ids=lambda start: start.__name__)
def ask(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Ask one of the servers, running with a site of one file of each type, for something."""
    folder = tmp_path_factory.mktemp("site")
    for name in (*TYPES, "404.html", ".hidden"):
        file = folder / (f"{name}index.html" if name.endswith("/") or not name else name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name or "首页", "utf-8")
    start: Start = request.param
    with start(folder) as home:

        def ask(address: str) -> HTTPResponse:
            connection = HTTPConnection(urlsplit(home).netloc, timeout=10)
            connection.request("GET", f"/{address}")
            answer = connection.getresponse()
            answer.read()
            connection.close()
            return answer

        yield ask


def test_each_file_is_what_its_ending_says(ask: Ask) -> None:
    told = {address: ask(address).headers["Content-Type"].lower() for address in TYPES}
    told["a.js"] = told["a.js"].replace("application/", "text/")  # both names are good, Debian's nginx keeps the older
    told["a.json"] = told["a.json"].partition(";")[0]
    assert told == TYPES


def test_every_answer_is_locked_also_that_nothing_is_there(ask: Ask) -> None:
    for address in (*TYPES, "nothing"):
        answer = ask(address)
        assert answer.status == (404 if address == "nothing" else 200)
        assert {name: answer.headers[name] for name in SAFE} == SAFE, address


def test_pages_obey_the_policy_they_carry_themselves_and_nobody_frames_them(ask: Ask) -> None:
    expected = f"{content_policy('')}; frame-ancestors 'none'"
    assert {ask(address).headers["Content-Security-Policy"] for address in ("", "a.pdf", "nothing")} == {expected}


def test_the_forms_keep_their_own_policy_and_nobody_frames_them(ask: Ask) -> None:
    assert ask("admin/forms/").headers.get_all("Content-Security-Policy") == ["frame-ancestors 'none'"]


def test_cards_alone_may_be_framed(ask: Ask) -> None:
    """They carry a policy of their own, under which nothing runs in them."""
    told = {
        address: ask(address).headers.get_all("Content-Security-Policy") for address in (*TYPES, "embed/", "embed/no")
    }
    assert told.pop("embed/place-1.html") == ["frame-ancestors *"]
    assert {address for address, policies in told.items() if "frame-ancestors 'none'" not in str(policies)} == set()


def test_what_may_change_is_asked_for_again_and_what_cannot_is_kept(ask: Ask) -> None:
    kept = {"": ASK, "a.js": ASK, "a.csv": ASK, "wasm.zh.pagefind": ASK, "a.webp": DAY, "a.pf_index": YEAR}
    assert {address: ask(address).headers["Cache-Control"] for address in kept} == kept


def test_files_that_are_hidden_stay_so(ask: Ask) -> None:
    assert ask(".hidden").status == 404


def test_the_forms_may_move_to_an_origin_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "admin/forms").mkdir(parents=True)
    (tmp_path / "admin/forms/index.html").touch()
    with nginx(tmp_path, more=example("nginx", 1)) as home:
        answers = []
        for host in ("www.example.gov.cn", "tianbao.example.gov.cn"):
            connection = HTTPConnection(urlsplit(home).netloc, timeout=10)
            connection.request("GET", "/admin/forms/?a", headers={"Host": host})
            answers.append(connection.getresponse())
            connection.close()
    assert (answers[0].status, answers[0].headers["Location"]) == (302, "https://tianbao.example.gov.cn/admin/forms/?a")
    assert answers[1].status == 200
