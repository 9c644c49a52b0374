"""The bytes of any CSV file to a grid."""

from __future__ import annotations

from generator.model.grid import Grid, GridRow
from generator.model.grids import shape_grid
from generator.model.problem import Problem
from generator.model.problems import no_table
from generator.read.csv_text import DELIMITERS, CsvRow, CsvText
from generator.read.text import decode

_MANY = 10_000
"""More different cells than codes and small numbers are: names, numbers of households."""
Read = tuple[Grid | None, tuple[Problem, ...]]


def decode_grid(data: bytes, name: str) -> Read:
    """The grid in the bytes of a CSV file that messages call `name`, on disk or in an old commit."""
    text, problems = decode(data, name)
    if text is None:
        return None, problems
    rows: list[GridRow] = []
    faults: list[Problem] = []
    share = _Shared()
    for row in CsvText(name, text, _delimiter(text)).rows():
        if isinstance(row, CsvRow):
            rows.append(GridRow(row.line, row.number, tuple(map(share, row.cells))))
        else:
            faults.append(row)
    grid, lost = shape_grid(name, rows)
    return grid, (*problems, *faults, *(lost if grid else (no_table(name),)))


class _Shared:
    """Cells that say the same as one before are that one: a million rows of codes hold few different words."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def __call__(self, cell: str) -> str:
        known = self._known.get(cell)
        if known is None and len(self._known) < _MANY:
            self._known[cell] = cell
        return cell if known is None else known


def _delimiter(text: str) -> str:
    """The mark that stands most often in the line that has most of them: titles above have none."""
    lines = text.splitlines()[:20]
    return max(DELIMITERS, key=lambda mark: max((line.count(mark) for line in lines), default=0))
