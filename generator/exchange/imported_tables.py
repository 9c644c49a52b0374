"""A sheet that somebody sent to a raw table of one dataset, every fault of which can be told by its cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.exchange.imported_cells import Labels, read_cell
from generator.exchange.imported_headings import Headings, find_headings, heading_names
from generator.exchange.imported_problems import (
    control_sign,
    disagrees_with_given,
    missing_headings,
    no_heading,
    repeated_heading,
    understood,
    unknown_heading,
)
from generator.exchange.imported_rows import SheetRow, record_rows
from generator.exchange.workbook_reading import Sheet
from generator.model.dataset import Dataset
from generator.model.feature import Filling
from generator.model.problem import Location, Problem
from generator.model.signs import CONTROL
from generator.model.table import Cell, Origin, RawTable


@dataclass(frozen=True, slots=True)
class SheetTable:
    """The rows of one sheet; `columns` says in which column (from 1) each field stands."""

    table: RawTable
    columns: Mapping[str, int]
    problems: tuple[Problem, ...]

    def locate(self, origin: Origin, name: str | None) -> Location:
        """The cell of a field in a row; a field without a column of its own is told at the row's first cell."""
        return Location(origin.file, column=self.columns.get(name or "", 1), row=origin.row, field=name)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What all rows of one sheet have in common; `late` are the fields that end a period."""

    dataset: Dataset
    columns: Mapping[str, int]
    labels: Labels
    filling: Filling
    late: frozenset[str]
    is_1904: bool


def read_sheet(dataset: Dataset, sheet: Sheet, labels: Labels, filling: Filling) -> SheetTable | None:
    """The table a sheet holds; None where no row of it is this dataset's headings.

    `labels` are folded by `fold_labels`. Where a required column is missing, its empty cells are not told again.
    """
    names = heading_names(dataset.fields)
    headings = find_headings(sheet, names)
    if headings is None:
        return None
    columns = {field: column for column, field in headings.columns.items()}
    late = frozenset(last for _, last in dataset.directory.order)
    reading = _Reading(dataset, columns, labels, filling, late, sheet.is_1904)
    problems = [*_heading_problems(dataset, sheet, headings, filling)]
    rows: list[list[Cell]] = []
    origins: list[Origin] = []
    beyond: dict[int, Location] = {}
    for item in record_rows(sheet, headings, names):
        if isinstance(item, Problem):
            problems.append(item)
            continue
        origin = Origin(sheet.label, row=item.number)
        for column in item.beyond:
            beyond.setdefault(column, Location(sheet.label, column=column + 1, row=item.number))
        if not any(_is_filled(item, column) for column in headings.columns):
            continue
        cells, noticed = _read_row(reading, item, origin)
        rows.append(cells)
        origins.append(origin)
        problems += noticed
    table = RawTable(dataset.name, tuple(dataset.columns), rows, origins)
    problems += map(no_heading, beyond.values())
    return SheetTable(table, {field: column + 1 for field, column in columns.items()}, tuple(problems))


def _is_filled(row: SheetRow, column: int) -> bool:
    return column < len(row.cells) and row.cells[column] not in (None, "")


def _read_row(reading: _Reading, row: SheetRow, origin: Origin) -> tuple[list[Cell], list[Problem]]:
    cells: list[Cell] = []
    problems: list[Problem] = []
    for each in reading.dataset.fields:
        column = reading.columns.get(each.name)
        written = row.cells[column] if column is not None and column < len(row.cells) else None
        read = read_cell(each, written, reading.labels.get(each.name, {}), each.name in reading.late, reading.is_1904)
        given = reading.filling.given.get(each.name)
        cells.append((given or reading.filling.usual.get(each.name)) if read.cell is None else read.cell)
        place = Location(origin.file, column=(column or 0) + 1, row=origin.row, field=each.name)
        if isinstance(written, str) and (unseen := CONTROL.search(written)):
            problems.append(control_sign(place, each.title, unseen[0]))
        if read.note:
            problems.append(understood(place, each.title, read.note))
        if given and read.cell not in (None, given):
            problems.append(disagrees_with_given(place, each.title))
    return cells, problems


def _heading_problems(dataset: Dataset, sheet: Sheet, headings: Headings, filling: Filling) -> Iterator[Problem]:
    def place(column: int) -> Location:
        return Location(sheet.label, column=column + 1, row=headings.row + 1)

    for column, text in headings.unknown.items():
        yield unknown_heading(place(column), dataset, text)
    for column, text in headings.repeated.items():
        yield repeated_heading(place(column), text)
    known = {*headings.columns.values(), *filling.given, *filling.usual, *filling.later}
    missing = [each.title for each in dataset.fields if each.required and each.name not in known]
    if missing:
        yield missing_headings(place(0), missing)
