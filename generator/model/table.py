"""A table as it was read: cells are text (or lists of text), and every row remembers where it stood."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.problem import Location

Cell = str | list[str] | None


class Origin(NamedTuple):
    """Where a row came from; a tuple for the same reason as records.

    CSV: `line` of the text and `row` of the sheet (header is 1). YAML: `trail`, the keys from the document's root.
    Markdown: `trail` in the front matter, and `body`, the line on which the text below it begins.
    """

    file: str
    line: int | None = None
    row: int | None = None
    trail: tuple[str | int, ...] = ()
    body: int | None = None


@dataclass(frozen=True, slots=True)
class RawTable:
    """Rows of one dataset; `rows[i]` has one cell for each of `columns`, and `origins[i]` says where it stood."""

    dataset: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Cell]]
    origins: Sequence[Origin]


Locate = Callable[[Origin, str | None], Location]
"""Finds the exact place (line, column) of a field of a row; called only when there is a problem to report."""
