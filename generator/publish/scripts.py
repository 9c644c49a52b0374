"""The scripts in a page to the Content-Security-Policy that lets only them run."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from urllib.parse import urljoin

from generator.model.problem import Problem
from generator.publish.content_problems import intruder

ROOT = "@@root@@"
_SCRIPT = re.compile(r"(<script\b[^>]*>)(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
ACTIVE = re.compile(r"<(script|style)\b[^>]*>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"""\stype\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
RUNS = frozenset({"", "module", "text/javascript", "application/javascript", "importmap"})
"""Script types a browser acts on; others (`application/json`) only hold data."""
INTRUDER = re.compile(
    r"<(?:script|style|iframe|frame|object|embed|applet|base)\b|http-equiv\s*=\s*[\"']?\s*refresh", re.IGNORECASE
)
_UP = re.compile(r'"(\.\.(?:/[^"]*)?)"')
_LINK = re.compile(r'(\s(?:href|src|action|poster)=)"([^"]*)"')
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|/|#|$|@@")
"""Addresses that do not depend on the page's own: with a scheme, from the host's root, within the page, none."""


def content_policy(html: str) -> str:
    """The policy for a page whose trusted part is `html`: our own files, and its inline scripts by hash."""
    hashes = " ".join(sorted({f"'sha256-{_digest(text)}'" for text in _inline_scripts(html)}))
    return (
        f"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'{' ' if hashes else ''}{hashes}; "
        "style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "object-src 'none'; base-uri 'none'; form-action 'self'"
    )


def style_hash(html: str) -> str:
    """What lets in the one style element of a page that must do without any other file."""
    return f"'sha256-{_digest(html.partition('<style>')[2].partition('</style>')[0])}'"


def _inline_scripts(html: str) -> Iterator[str]:
    for opening, text in _SCRIPT.findall(html):
        kind = _TYPE.search(opening)
        if not SOURCE.search(opening) and (kind[1].lower() if kind else "") in RUNS:
            yield text


def _digest(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def slot_addresses(html: str, address: str) -> str:
    """The page with every relative address, in tags and in scripts, resolved and written from a `@@root@@` slot."""
    pieces = _SCRIPT.split(html)
    for index in range(0, len(pieces), 3):
        pieces[index] = _LINK.sub(lambda found: f'{found[1]}"{_from_root(found[2], address)}"', pieces[index])
    for index in range(1, len(pieces), 3):
        pieces[index] = _LINK.sub(lambda found: f'{found[1]}"{_from_root(found[2], address)}"', pieces[index])
        pieces[index + 1] = _UP.sub(lambda found: f'"{_from_root(found[1], address)}"', pieces[index + 1]) + "</script>"
    return "".join(pieces)


def _from_root(link: str, address: str) -> str:
    if _ELSEWHERE.match(link):
        return link
    return ROOT + urljoin(f"/{address}", link).lstrip("/")


def find_scripts(html: str, address: str) -> frozenset[str]:
    """Every script and style element of a page, written so that pages at different depths can be compared."""
    return frozenset(found[0] for found in ACTIVE.finditer(slot_addresses(html, address)))


def find_intruders(html: str, address: str, trusted: frozenset[str], file: str) -> Iterator[Problem]:
    """Outside its article a page may hold only the theme's scripts and styles: a title can smuggle in others."""
    rest = ACTIVE.sub(lambda found: "" if found[0] in trusted else found[0], slot_addresses(html, address))
    found = INTRUDER.search(rest)
    if found:
        yield intruder(file, found[0])
