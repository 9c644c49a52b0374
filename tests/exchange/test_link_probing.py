"""Links that lead out of the site, followed to servers on this machine."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv4Address, IPv6Address

import pytest

from generator.exchange.link_probing import AGENT, probe, probe_all
from generator.model.probe import LinkOutcome, Probe

STATUS = {"/fine": 200, "/gone": 404, "/teapot": 418, "/failing": 503}
MOVED = {"/old": (301, "/fine"), "/elsewhere": (302, "/fine"), "/round": (302, "/round"), "/script": (301, "data:x")}
INNER = {"/inner": (302, "http://10.0.0.1/"), "/metadata": (302, "http://169.254.169.254/latest/")}


class Small(BaseHTTPRequestHandler):
    asked: list[tuple[str, str, str]] = []  # noqa: RUF012 - one list for the server's whole life

    def do_HEAD(self) -> None:
        self.asked.append((self.command, self.path, self.headers["User-Agent"]))
        if self.path == "/only-get" and self.command == "HEAD":
            self.send_response(405)
        elif self.path in MOVED | INNER:
            status, location = (MOVED | INNER)[self.path]
            self.send_response(status)
            self.send_header("Location", location)
        else:
            self.send_response(STATUS.get(self.path, 200))
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture(scope="module")
def home() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Small)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def only_here(address: IPv4Address | IPv6Address) -> bool:
    return address.is_loopback


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        ("/fine", LinkOutcome.WORKS),
        ("/only-get", LinkOutcome.WORKS),
        ("/elsewhere", LinkOutcome.WORKS),
        ("/old", LinkOutcome.MOVED),
        ("/gone", LinkOutcome.GONE),
        ("/teapot", LinkOutcome.UNSURE),
        ("/failing", LinkOutcome.UNSURE),
        ("/round", LinkOutcome.UNSURE),
        ("/script", LinkOutcome.UNSURE),
        ("/inner", LinkOutcome.INSIDE),
        ("/metadata", LinkOutcome.INSIDE),
    ],
)
def test_what_a_server_answers_decides(home: str, path: str, outcome: LinkOutcome) -> None:
    assert probe(home + path, only_here).outcome is outcome


def test_a_page_that_moved_for_good_comes_with_its_new_address(home: str) -> None:
    assert probe(f"{home}/old", only_here) == Probe(f"{home}/old", LinkOutcome.MOVED, f"{home}/fine")


@pytest.mark.parametrize("host", ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "[::1]", "0.0.0.0"])
def test_nobody_inside_a_private_network_is_asked(host: str) -> None:
    assert probe(f"http://{host}/").outcome is LinkOutcome.INSIDE


def test_a_closed_door_and_an_unknown_name_are_told_apart() -> None:
    assert probe("http://127.0.0.1:9/", only_here).outcome is LinkOutcome.UNSURE
    assert probe("http://nobody.invalid/", only_here).outcome is LinkOutcome.GONE


def test_a_server_without_a_certificate_anybody_knows_is_unsure(home: str) -> None:
    assert probe(home.replace("http:", "https:") + "/fine", only_here).outcome is LinkOutcome.UNSURE


def test_a_host_that_does_not_answer_is_asked_once_for_all_its_pages() -> None:
    with socket.socket() as quiet:
        quiet.bind(("127.0.0.1", 0))  # bound, but nobody listens
        addresses = [f"http://127.0.0.1:{quiet.getsockname()[1]}/{name}" for name in "abc"]
        found = probe_all(addresses, only_here, between=60)
    assert {each.outcome for each in found} == {LinkOutcome.UNSURE}
    assert [each.address for each in found] == addresses


def test_every_address_is_asked_once_and_says_who_asks(home: str) -> None:
    Small.asked.clear()
    found = probe_all([f"{home}/gone", f"{home}/fine"], only_here, between=0)
    assert [each.outcome for each in found] == [LinkOutcome.WORKS, LinkOutcome.GONE]
    assert Small.asked == [("HEAD", "/fine", AGENT), ("HEAD", "/gone", AGENT), ("GET", "/gone", AGENT)]
