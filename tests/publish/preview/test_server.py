import json
import os
import socket
import threading
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity
from generator.publish.preview.live_reload import LiveSite
from generator.publish.preview.server import EVENTS_ADDRESS, SCRIPT_ADDRESS, PreviewServer
from tests.publish.conftest import write

FAULT = Problem(Rule("x", Severity.ERROR), Location("data/甲.yaml", 3), "日期<b>不对。", "请改正。")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[PreviewServer]:
    site = tmp_path / "site"
    write(site, {"index.html": "<body>首页</body>", "a/index.html": "<body>甲</body>", "404.html": "<body>没有</body>"})
    write(tmp_path, {"site/data.csv": "1", "secret.txt": "secret"})
    server = PreviewServer(0, site, "/sub/", LiveSite("/sub/"))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.live.close()
    server.shutdown()
    server.server_close()


def ask(server: PreviewServer, path: str, method: str = "GET") -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    connection.request(method, path)
    return connection.getresponse()


def test_pages_are_served_with_the_reload_script(server: PreviewServer) -> None:
    answer = ask(server, "/sub/a/")
    assert answer.status == 200
    assert answer.read().decode() == f'<body>甲<script type="module" src="{SCRIPT_ADDRESS}"></script></body>'


def test_other_files_are_served_as_they_are(server: PreviewServer) -> None:
    assert ask(server, "/sub/data.csv").read() == b"1"


def test_a_folder_without_its_slash_is_redirected(server: PreviewServer) -> None:
    answer = ask(server, "/sub/a")
    assert (answer.status, answer.headers["Location"]) == (301, "/sub/a/")


def test_the_hosts_root_leads_to_the_site(server: PreviewServer) -> None:
    answer = ask(server, "/")
    assert (answer.status, answer.headers["Location"]) == (302, "/sub/")


@pytest.mark.parametrize("path", ["/sub/none/", "/sub/data.csv/", "/sub/a/x.html"])
def test_what_is_not_there_is_the_sites_own_404_page(server: PreviewServer, path: str) -> None:
    answer = ask(server, path)
    assert answer.status == 404
    assert "没有" in answer.read().decode()


@pytest.mark.parametrize(
    "path", ["/sub/../secret.txt", "/sub/%2e%2e/secret.txt", "/sub//../../secret.txt", "/sub/..%2fsecret.txt"]
)
def test_nothing_outside_the_site_is_served(server: PreviewServer, path: str) -> None:
    assert b"secret" not in ask(server, path).read()


def test_a_request_for_the_head_alone_has_no_body(server: PreviewServer) -> None:
    answer = ask(server, "/sub/", "HEAD")
    assert (answer.status, answer.read()) == (200, b"")


def test_before_the_first_good_build_the_problems_are_shown(server: PreviewServer) -> None:
    (server.site / "index.html").unlink()
    server.live.finish((FAULT,))
    answer = ask(server, "/sub/")
    assert answer.status == 503
    assert "data/甲.yaml 第 3 行：日期&lt;b&gt;不对。请改正。" in answer.read().decode()


def test_browsers_are_told_when_a_build_ends(server: PreviewServer) -> None:
    answer = ask(server, EVENTS_ADDRESS)
    told = [json.loads(answer.readline().removeprefix(b"data: "))]
    server.live.finish((FAULT,))
    answer.readline()
    told.append(json.loads(answer.readline().removeprefix(b"data: ")))
    assert [each["version"] for each in told] == [0, 1]
    assert told[1]["problems"] == ["data/甲.yaml 第 3 行：日期<b>不对。请改正。"]


def test_the_reload_script_is_served(server: PreviewServer) -> None:
    answer = ask(server, SCRIPT_ADDRESS)
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert b"EventSource" in answer.read()


def test_only_this_machine_is_served(server: PreviewServer) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"
    assert server.socket.family is socket.AF_INET


def test_a_site_that_another_program_writes_is_not_shown(server: PreviewServer) -> None:
    """Old and new pages lie together; one that was killed over it has no number of ours."""
    write(server.site, {".mingshan-unfinished": "1\n"})
    for path in ("/sub/a/", "/sub/data.csv"):
        assert ask(server, path).status == 503
    write(server.site, {".mingshan-unfinished": f"{os.getpid()}\n"})
    assert ask(server, "/sub/data.csv").status == 200


def listen(server: PreviewServer, page: str) -> HTTPResponse:
    """An open page: the first message comes at once."""
    return ask(server, f"{EVENTS_ADDRESS}?page={page}")


def told(answer: HTTPResponse) -> dict[str, object]:
    message: dict[str, object] = json.loads(answer.readline().removeprefix(b"data: "))
    answer.readline()
    return message


def test_a_page_hears_of_a_new_version_when_it_was_drawn_again_itself(server: PreviewServer) -> None:
    own, other = listen(server, "/sub/a/"), listen(server, "/sub/")
    assert told(own)["version"] == told(other)["version"] == 0
    server.live.tell(frozenset({"a/"}), frozenset())
    assert (told(own)["version"], told(other)["version"]) == (1, 0)
    server.live.tell(frozenset({"assets/mingshan/site.css"}), frozenset())
    assert told(own)["version"] == told(other)["version"] == 2


def test_it_is_known_which_pages_stand_open(server: PreviewServer) -> None:
    told(listen(server, "/sub/a/index.html"))
    told(listen(server, "/sub/"))
    assert server.live.looked_at() == {"a/", ""}


def test_what_is_still_being_made_says_so(server: PreviewServer) -> None:
    answer = listen(server, "/sub/a/")
    told(answer)
    server.live.tell(frozenset(), frozenset({"data.csv"}))
    assert told(answer)["pending"] == ["/sub/data.csv"]
    waiting = ask(server, "/sub/data.csv")
    assert (waiting.status, "正在重新生成" in waiting.read().decode()) == (503, True)
    server.live.tell(frozenset({"data.csv"}), frozenset())
    assert ask(server, "/sub/data.csv").read() == b"1"
