"""Folders of templates to the digest of each with all that it names: what a page drawn from it depends on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

_NAMING = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b(.*?)%\}", re.DOTALL)
_NAMED = re.compile(r"""["']([^"']+)["']""")


def template_digests(folders: tuple[Path, ...]) -> Mapping[str, str]:
    """By name; the first folder that has a template counts, as it does for Jinja.

    What a module of macros names is looked up once for all who import it, so that nobody notes it: it is told here.
    """
    texts = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for folder in reversed(folders)
        for path in sorted(folder.rglob("*.html"))
    }
    return {name: _digest(texts, sorted(_reached(texts, name))) for name in texts}


def _digest(texts: Mapping[str, str], names: list[str]) -> str:
    text = "\0".join(f"{name}\0{texts.get(name)}" for name in names)
    return blake2b(text.encode(), digest_size=16).hexdigest()


def _reached(texts: Mapping[str, str], name: str) -> set[str]:
    reached, open_ = {name}, [name]
    while open_:
        found = set(_names(texts, texts.get(open_.pop(), ""))) - reached
        reached |= found
        open_.extend(found)
    return reached


def _names(texts: Mapping[str, str], text: str) -> Iterator[str]:
    for tag in _NAMING.findall(text):
        yield from _NAMED.findall(tag) or texts  # a name that is worked out may be any
