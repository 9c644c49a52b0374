"""Web addresses to what a polite visitor finds there: asked one host at a time, never inside a private network."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from ipaddress import IPv4Address, IPv6Address, ip_address
from itertools import chain, groupby
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import urllib3
from urllib3.exceptions import HTTPError, SSLError

from generator.model.formats import is_web_address
from generator.model.outgoing_links import is_public
from generator.model.probe import LinkOutcome, Probe

_TIMEOUT = urllib3.Timeout(connect=10, read=20)
BETWEEN = 1.0
"""Seconds between two requests to one host."""
HOSTS_AT_ONCE = 8
MOST_HOPS = 5
AGENT = "mingshan-links/1 (checks the links of a public directory)"
LASTING, _PASSING = (301, 308), (302, 303, 307)
_GONE = (404, 410)
ONLY_GET = (400, 403, 404, 405, 501)
"""Answers to HEAD after which GET is tried: many servers never learnt HEAD."""

Address = IPv4Address | IPv6Address
Allowed = Callable[[Address], bool]


class Answer(NamedTuple):
    """The status of an answer and where it sends on to (empty: nowhere)."""

    status: int
    location: str


def probe_all(addresses: Sequence[str], allowed: Allowed = is_public, between: float = BETWEEN) -> tuple[Probe, ...]:
    """Ask for every address, hosts side by side, the addresses of one host one after the other."""
    by_host = sorted(addresses, key=lambda address: (urlsplit(address).netloc, address))
    groups = [tuple(group) for _, group in groupby(by_host, key=lambda address: urlsplit(address).netloc)]

    def ask_host(group: Sequence[str]) -> list[Probe]:
        found: list[Probe] = []
        for address in group:
            if found and found[-1].detail == SILENT:  # a host that does not answer is not kept waiting for
                found.append(found[-1]._replace(address=address))
                continue
            time.sleep(between if found else 0)
            found.append(probe(address, allowed))
        return found

    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        return tuple(sorted(chain.from_iterable(pool.map(ask_host, groups))))


def probe(address: str, allowed: Allowed = is_public) -> Probe:
    """Follow one address to its end; each step on the way is judged like the first."""
    here, moved = address, True
    for _ in range(MOST_HOPS):
        answer = _ask(here, allowed)
        if isinstance(answer, str):
            return Probe(address, _FAILURES[answer], answer)
        if answer.status not in (*LASTING, *_PASSING) or not answer.location:
            return _judge(address, here if moved else address, answer.status)
        moved = moved and answer.status in LASTING
        here = urljoin(here, answer.location).partition("#")[0]
        if not is_web_address(here):
            return Probe(address, LinkOutcome.UNSURE, STRANGE)
    return Probe(address, LinkOutcome.UNSURE, ENDLESS)


def _judge(address: str, now: str, status: int) -> Probe:
    if status in _GONE:
        return Probe(address, LinkOutcome.GONE, f"对方回答没有这一页（{status}）")
    if not 200 <= status < 300:
        return Probe(address, LinkOutcome.UNSURE, f"对方没有给（{status}）")
    return Probe(address, LinkOutcome.MOVED, now) if now != address else Probe(address, LinkOutcome.WORKS, "")


UNKNOWN_HOST, INSIDE, SILENT, CERTIFICATE = "没有这个域名", "内部网络的地址", "没有回答", "安全证书不对"
STRANGE, ENDLESS = "转到了不是网页的地方", "一直转来转去"
_FAILURES: Mapping[str, LinkOutcome] = {
    UNKNOWN_HOST: LinkOutcome.GONE,
    INSIDE: LinkOutcome.INSIDE,
    SILENT: LinkOutcome.UNSURE,
    CERTIFICATE: LinkOutcome.UNSURE,
}


def _ask(address: str, allowed: Allowed) -> Answer | str:
    """HEAD, and GET where HEAD is not understood; or why there was no answer."""
    parts = urlsplit(address)
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    numbers = _look_up(host, port)
    if not numbers:
        return UNKNOWN_HOST
    if not all(map(allowed, numbers)):
        return INSIDE
    try:
        answer = _request("HEAD", address, str(numbers[0]), port)
        return _request("GET", address, str(numbers[0]), port) if answer.status in ONLY_GET else answer
    except SSLError:
        return CERTIFICATE
    except (HTTPError, OSError, ValueError):
        return SILENT


def _look_up(host: str, port: int) -> tuple[Address, ...]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return ()
    return tuple(dict.fromkeys(ip_address(str(place[4][0]).partition("%")[0]) for place in found))


def _request(method: str, address: str, number: str, port: int) -> Answer:
    """Connect to the very number that was judged: a name can mean another machine a moment later."""
    parts = urlsplit(address)
    headers = {"Host": parts.netloc, "User-Agent": AGENT, "Accept": "*/*"}
    with _pool(parts.scheme, parts.hostname or "", number, port) as pool:
        path = urllib3.util.parse_url(address).request_uri
        answer = pool.request(method, path, headers=headers, redirect=False, preload_content=False)
        answer.close()
    return Answer(answer.status, answer.headers.get("Location", ""))


def _pool(scheme: str, host: str, number: str, port: int) -> urllib3.HTTPConnectionPool:
    if scheme == "https":
        return urllib3.HTTPSConnectionPool(
            number, port, timeout=_TIMEOUT, retries=False, server_hostname=host, assert_hostname=host
        )
    return urllib3.HTTPConnectionPool(number, port, timeout=_TIMEOUT, retries=False)
