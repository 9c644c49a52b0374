"""The published folder to the links in it that lead nowhere."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from generator.base.folders import list_folder
from generator.model.problem import Problem
from generator.publish.content_problems import broken_link
from generator.publish.manifest import replace_file

_VERSION = 1
SKIPPED = re.compile(r"<!--.*?-->|(<script\b[^>]*>).*?</script\s*>", re.DOTALL | re.IGNORECASE)
_LINK = re.compile(r"""<[a-z][^>]*?\s(?:href|src|poster|action)=["']([^"'>]*)["']""", re.IGNORECASE)
IDENTIFIER = re.compile(r"""\s(?:id|name)=["']?([^"'\s>]+)""")
ROUTES = ("/", "?")
"""A fragment that begins so is no place in the page but read by its script (`admin/forms/`, answers of the finder)."""
OUTSIDE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def find_broken_links(
    site: Path, base: str = "/", digests: Mapping[str, str] | None = None, kept: Path | None = None
) -> tuple[Problem, ...]:
    """Every link of every page to a file or a place in a page that does not exist; one problem for each target.

    `base` is the path the site is hosted under; links from the host's root must begin with it. A page of which the
    digest is that of last time is not read again: what it links to stands in the file `kept`.
    """
    files = frozenset(list_folder(str(site)).files if site.is_dir() else ())
    links = _links_of_pages(site, base, sorted(file for file in files if file.endswith(".html")), digests or {}, kept)
    identifiers = cache(_identifiers)
    wrong = cache(lambda link: _wrong_name(site, files, identifiers, link))
    broken: dict[str, list[str]] = {}
    for page, found in links.items():
        for link in found.links:
            if name := wrong(link):
                broken.setdefault(name, []).append(page)
        for fragment in found.lost:
            broken.setdefault(f"{page}#{fragment}", []).append(page)
    return tuple(broken_link(target, pages) for target, pages in sorted(broken.items()))


def _wrong_name(
    site: Path, files: frozenset[str], identifiers: Callable[[Path], frozenset[str]], link: tuple[str, str]
) -> str:
    """What is not there of what a link leads to; empty where all is."""
    target, fragment = link
    file = target if target in files else f"{target}/index.html".lstrip("/")
    if file not in files:
        return target
    is_lost = fragment and file.endswith(".html") and fragment not in identifiers(site / file)
    return f"{file}#{fragment}" if is_lost else ""


class _PageLinks(NamedTuple):
    """File or folder, and fragment, of each link to elsewhere on the site; and the places in itself that it has not."""

    links: tuple[tuple[str, str], ...]
    lost: tuple[str, ...]


def _links_of_pages(
    site: Path, base: str, pages: Sequence[str], digests: Mapping[str, str], kept: Path | None
) -> Mapping[str, _PageLinks]:
    known = _read_known(kept, base) if kept else {}
    seen = {page: known[page] for page in pages if page in known and known[page][0] == digests.get(page)}
    links = {page: seen[page][1] if page in seen else _links_of(site, page, base) for page in pages}
    if kept and (len(seen) < len(pages) or len(known) > len(pages)):
        _write_known(kept, base, {page: (digests.get(page, ""), found) for page, found in links.items()})
    return links


def _links_of(site: Path, page: str, base: str) -> _PageLinks:
    html = (site / page).read_text("utf-8")
    found = dict.fromkeys(_targets(html, page, base))
    own = {fragment for target, fragment in found if target == page and fragment}
    lost = sorted(own - _identifiers_in(html)) if own else ()
    return _PageLinks(tuple(link for link in found if link[0] != page), tuple(lost))


def _read_known(kept: Path, base: str) -> dict[str, tuple[str, _PageLinks]]:
    try:
        document = json.loads(kept.read_bytes())
        if document["version"] != _VERSION or document["base"] != base:
            return {}
        table = [(target, fragment) for target, fragment in document["targets"]]
        return {
            page: (digest, _PageLinks(tuple(table[number] for number in links), tuple(lost)))
            for page, (digest, links, lost) in document["pages"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        return {}


def _write_known(kept: Path, base: str, known: Mapping[str, tuple[str, _PageLinks]]) -> None:
    """Pages link to the same few thousand places: each is written once, and named by its number."""
    numbers: dict[tuple[str, str], int] = {}
    pages = {
        page: (digest, [numbers.setdefault(link, len(numbers)) for link in found.links], found.lost)
        for page, (digest, found) in known.items()
    }
    document = {"version": _VERSION, "base": base, "targets": list(numbers), "pages": pages}
    replace_file(kept, json.dumps(document, ensure_ascii=False, separators=(",", ":")))


def _targets(html: str, page: str, base: str) -> Iterator[tuple[str, str]]:
    """File or folder, and fragment, of every link that stays on the site."""
    folder = page.rpartition("/")[0]
    for link in dict.fromkeys(_LINK.findall(SKIPPED.sub(r"\1", html))):
        if not OUTSIDE.match(link):
            path, _, fragment = unescape(link).partition("#")
            place = "" if fragment.startswith(ROUTES) else unquote(fragment)
            yield _resolve(folder, path.partition("?")[0], base) if path else page, place


@lru_cache(maxsize=100_000)
def _resolve(folder: str, path: str, base: str) -> str:
    """The file or folder a relative link means; what climbs out of the site is kept as written, and so is missing."""
    if path.startswith("/"):
        return _resolve("", path.removeprefix(base), base) if path.startswith(base) else path
    parts = folder.split("/") if folder else []
    for part in unquote(path).split("/"):
        if part == "..":
            if not parts:
                return path
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def _identifiers(file: Path) -> frozenset[str]:
    return _identifiers_in(file.read_text("utf-8"))


def _identifiers_in(html: str) -> frozenset[str]:
    return frozenset(unescape(name) for name in IDENTIFIER.findall(html)) | {"top"}
