"""A format in which data are given away, as the page 开放数据 tells of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from generator.model.source import Source


class OpenFile(NamedTuple):
    """One file of a format: where it lies, and what is in it. Its size and hash the site tells that holds it."""

    address: str
    title: str


@dataclass(frozen=True, slots=True)
class OpenFormat:
    """`position` is its place on the page; `standard` names what it follows, with version, and `reference` its text.

    `files` lists them, which only those ask for who want them.
    """

    position: int
    anchor: str
    title: str
    summary: str
    standard: str
    reference: str
    files: Callable[[Source], Iterable[OpenFile]]
    ways: tuple[tuple[str, str], ...]
    """How to open it: (program, sentence)."""
    more: tuple[str, ...] = ()
    """Sentences on what cannot be listed file by file, and on what a reader must know of it."""
    details: tuple[str, str] | None = None
    """(title, address) of a page that says more."""
    is_apart: bool = True
    """Whether the catalogue of data tells of it by itself: not of what it tells table by table, nor of itself."""
