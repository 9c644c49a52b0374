"""A piece of text taken out of a file, and what a picture is: what is looked at before anything is published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Passage(NamedTuple):
    """`where` says in plain words which part of the file the text stood in; `line` is set for text files."""

    where: str
    text: str
    line: int | None = None


class PassageSheet(NamedTuple):
    """Rows of cells as they stand; `lines` of each row in a text file, else the first row's number in a workbook."""

    where: str
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...] = ()
    first: int = 1


@dataclass(frozen=True, slots=True)
class Picture:
    """`width` and `height` in pixels, as shown upright; `has_place`: the camera wrote down where it was."""

    file: str
    digest: str
    width: int
    height: int
    has_place: bool
