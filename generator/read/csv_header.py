"""The first row of a CSV file to the fields its columns hold, and the faults of that row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.problem import Location, Problem
from generator.read.csv_problems import (
    duplicate_column,
    missing_columns,
    no_header,
    odd_delimiter,
    unknown_column,
    unnamed_column,
)
from generator.read.csv_text import DELIMITERS, CsvRow, CsvText, header_names
from generator.read.names_in_messages import field_titles, shown
from generator.read.rows import Shape

_SHOWN_UNKNOWN = 10
"""Unknown columns named in one file."""


@dataclass(frozen=True, slots=True)
class Header:
    """`columns[i]` is the field that column `i` holds; None for columns nobody declared or that come twice."""

    columns: tuple[str | None, ...]
    problems: tuple[Problem, ...]
    is_usable: bool
    """Whether rows can be read: else the header's problem stands for all of them."""


def read_header(shape: Shape, sheet: CsvText, row: CsvRow, given: Mapping[str, str]) -> Header:
    """The header's cells to fields; `given` are the columns that the path already supplies."""
    titles = field_titles(shape.fields)
    names = header_names(titles)
    cells = [cell.strip() for cell in row.cells]
    while cells and not cells[-1]:
        cells.pop()
    columns = [names.get(cell) for cell in cells]
    if not any(columns):
        return Header((), (no_header(_row_place(sheet, row), (field.title for field in shape.fields.values())),), False)
    unknown = [index for index, column in enumerate(columns) if column is None]
    repeated = [index for index, column in enumerate(columns) if column and column in columns[:index]]
    missing = sorted(shape.required - set(columns) - set(given))
    problems = [_unknown(shape, sheet, row, index) for index in unknown[:_SHOWN_UNKNOWN]]
    problems += [duplicate_column(_header_place(sheet, row, index), cells[index], columns[index]) for index in repeated]
    if missing and not unknown:
        fields = [shape.fields[name] for name in missing if name in shape.fields]
        problems.append(missing_columns(_row_place(sheet, row), fields))
    kept = tuple(None if index in repeated else column for index, column in enumerate(columns))
    return Header(kept, tuple(problems), not missing)


def find_odd_delimiter(sheet: CsvText, row: CsvRow) -> Iterator[Problem]:
    """Any delimiter but the comma is read, but other programs will see one wide column."""
    if sheet.delimiter != ",":
        yield odd_delimiter(_row_place(sheet, row), DELIMITERS[sheet.delimiter])


def _unknown(shape: Shape, sheet: CsvText, row: CsvRow, index: int) -> Problem:
    name, place = row.cells[index].strip(), _header_place(sheet, row, index)
    if not name:
        return unnamed_column(place, index + 1)
    return unknown_column(place, name, shape.dataset, field_titles(shape.fields))


def _row_place(sheet: CsvText, row: CsvRow) -> Location:
    return Location(sheet.file, row.line, row=row.number)


def _header_place(sheet: CsvText, row: CsvRow, index: int) -> Location:
    return sheet.place(row.line, row.number, index, shown(row.cells[index].strip()) or None)
