"""The published folder to the links in it that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from generator.model.problem import Problem
from generator.publish.content_problems import broken_link

SKIPPED = re.compile(r"<!--.*?-->|(<script\b[^>]*>).*?</script\s*>", re.DOTALL | re.IGNORECASE)
_LINK = re.compile(r"""<[a-z][^>]*?\s(?:href|src|poster|action)=["']([^"'>]*)["']""", re.IGNORECASE)
IDENTIFIER = re.compile(r"""\s(?:id|name)=["']?([^"'\s>]+)""")
ROUTES = ("/", "?")
"""A fragment that begins so is no place in the page but read by its script (`admin/forms/`, answers of the finder)."""
OUTSIDE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def find_broken_links(site: Path, base: str = "/") -> tuple[Problem, ...]:
    """Every link of every page to a file or a place in a page that does not exist; one problem for each target.

    `base` is the path the site is hosted under; links from the host's root must begin with it.
    """
    files = frozenset(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    identifiers = cache(_identifiers)
    broken: dict[str, list[str]] = {}
    for page in sorted(file for file in files if file.endswith(".html")):
        for target, fragment in _targets((site / page).read_text("utf-8"), page, base):
            file = target if target in files else f"{target}/index.html".lstrip("/")
            if file not in files:
                broken.setdefault(target, []).append(page)
            elif (
                fragment
                and not fragment.startswith(ROUTES)
                and file.endswith(".html")
                and fragment not in identifiers(site / file)
            ):
                broken.setdefault(f"{file}#{fragment}", []).append(page)
    return tuple(broken_link(target, pages) for target, pages in sorted(broken.items()))


def _targets(html: str, page: str, base: str) -> Iterator[tuple[str, str]]:
    """File or folder, and fragment, of every link that stays on the site."""
    folder = page.rpartition("/")[0]
    for link in dict.fromkeys(_LINK.findall(SKIPPED.sub(r"\1", html))):
        if not OUTSIDE.match(link):
            path, _, fragment = unescape(link).partition("#")
            yield _resolve(folder, path.partition("?")[0], base) if path else page, unquote(fragment)


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
    return frozenset(unescape(name) for name in IDENTIFIER.findall(file.read_text("utf-8"))) | {"top"}
