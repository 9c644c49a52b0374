"""The bytes of any CSV file to a grid."""

from __future__ import annotations

from generator.model.grid import Grid, GridRow
from generator.model.grids import shape_grid
from generator.model.problem import Problem
from generator.model.problems import no_table
from generator.read.csv_text import DELIMITERS, CsvRow, CsvText
from generator.read.text import decode

Read = tuple[Grid | None, tuple[Problem, ...]]


def decode_grid(data: bytes, name: str) -> Read:
    """The grid in the bytes of a CSV file that messages call `name`, on disk or in an old commit."""
    text, problems = decode(data, name)
    if text is None:
        return None, problems
    found = tuple(CsvText(name, text, _delimiter(text)).rows())
    problems = (*problems, *(row for row in found if isinstance(row, Problem)))
    rows = [GridRow(row.line, row.number, tuple(row.cells)) for row in found if isinstance(row, CsvRow)]
    grid, lost = shape_grid(name, rows)
    return grid, (*problems, *(lost if grid else (no_table(name),)))


def _delimiter(text: str) -> str:
    """The mark that stands most often in the line that has most of them: titles above have none."""
    lines = text.splitlines()[:20]
    return max(DELIMITERS, key=lambda mark: max((line.count(mark) for line in lines), default=0))
