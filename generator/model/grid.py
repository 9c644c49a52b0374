"""A sheet as it lies on disk, before anybody knows what its columns mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class GridRow(NamedTuple):
    """`line` of the text (None in a workbook) and `number` of the row as a spreadsheet counts; `cells` are trimmed."""

    line: int | None
    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A header and rows of text, each as wide as the header; `file` is what messages call it.

    `asides` are titles and notes that stand above and below the table.
    """

    file: str
    header: tuple[str, ...]
    rows: tuple[GridRow, ...]
    asides: tuple[str, ...] = ()
