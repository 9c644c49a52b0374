"""Rows of a CSV file to those that have a cell for each column and agree with the file's path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.problem import Location, Problem
from generator.read.csv_problems import path_mismatch, short_rows, too_few_cells, too_many_cells
from generator.read.csv_text import CsvRow, CsvText
from generator.read.rows import Shape


@dataclass(frozen=True, slots=True)
class CsvSheet:
    """What all rows of one file have in common; `given` are the columns that the path supplies."""

    shape: Shape
    raw: CsvText
    columns: tuple[str | None, ...]
    given: Mapping[str, str]


def whole_rows(sheet: CsvSheet, rows: Iterator[CsvRow | Problem]) -> Iterator[CsvRow | Problem]:
    """Rows as wide as the header; cells missing at the end are empty, more cells than columns are a problem."""
    width = len(sheet.columns)
    short: list[CsvRow] = []
    in_doubt = False
    for row in rows:
        if isinstance(row, Problem):
            in_doubt = True
            yield row
        elif len(row.cells) == width:
            in_doubt = False
            yield row
        elif any(map(str.strip, row.cells)):
            fitted = _fit(sheet, row)
            if isinstance(fitted, CsvRow):
                short += [row] if len(row.cells) < width else []
                yield fitted
            elif not in_doubt:  # else it is the rest of a row whose quotes went wrong, and already told
                yield fitted
    if short:
        yield short_rows(_row_place(sheet, short[0]), _among(short))


def _fit(sheet: CsvSheet, row: CsvRow) -> CsvRow | Problem:
    width = len(sheet.columns)
    if any(map(str.strip, row.cells[width:])):
        filled = max(at for at, cell in enumerate(row.cells) if cell.strip()) + 1
        return too_many_cells(sheet.raw.place(row.line, row.number, width, None), row.number, filled, width)
    beyond = [sheet.shape.fields[name] for name in sheet.columns[len(row.cells) :] if name in sheet.shape.required]
    if beyond:
        return too_few_cells(_row_place(sheet, row, beyond[0].name), row.number, len(row.cells), beyond[0])
    return row._replace(cells=(row.cells + [""] * width)[:width])


def agreeing_rows(sheet: CsvSheet, rows: Iterator[CsvRow | Problem]) -> Iterator[CsvRow | Problem]:
    """Rows that say of the path's columns what the path says, or nothing."""
    checked = [(sheet.columns.index(name), name) for name in sheet.given if name in sheet.columns]
    return _compared_rows(sheet, rows, checked) if checked else rows


def _compared_rows(
    sheet: CsvSheet, rows: Iterator[CsvRow | Problem], checked: list[tuple[int, str]]
) -> Iterator[CsvRow | Problem]:
    disagreeing: dict[int, list[CsvRow]] = {}
    for row in rows:
        if isinstance(row, CsvRow):
            wrong = [at for at, name in checked if row.cells[at].strip() not in ("", sheet.given[name])]
            if wrong:
                disagreeing.setdefault(wrong[0], []).append(row)
                continue
        yield row
    for at, found in disagreeing.items():
        name, first = sheet.columns[at] or "", found[0]
        place = sheet.raw.place(first.line, first.number, at, name)
        yield path_mismatch(place, _among(found), name, sheet.given[name])


def _row_place(sheet: CsvSheet, row: CsvRow, field: str | None = None) -> Location:
    return Location(sheet.raw.file, row.line, row=row.number, field=field)


def _among(rows: list[CsvRow]) -> str:
    return f"第 {rows[0].number} 行" + (f"等 {len(rows)} 行" if len(rows) > 1 else "")
