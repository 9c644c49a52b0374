"""Rows of a CSV file to those that have a cell for each column and agree with the file's path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.dataset import Field
from generator.model.problem import Location, Problem
from generator.model.problems import PATH_MISMATCH, RAGGED_ROW
from generator.model.rule import Severity
from generator.read.csv_text import CsvRow, CsvText
from generator.read.names import shown
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
        yield _short_rows(sheet, short)


def _fit(sheet: CsvSheet, row: CsvRow) -> CsvRow | Problem:
    width = len(sheet.columns)
    if any(map(str.strip, row.cells[width:])):
        return _too_many_cells(sheet, row)
    beyond = [sheet.shape.fields[name] for name in sheet.columns[len(row.cells) :] if name in sheet.shape.required]
    if beyond:
        return _too_few_cells(sheet, row, beyond[0])
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
        yield _disagreement(sheet, at, found)


def _among(rows: list[CsvRow]) -> str:
    return f"第 {rows[0].number} 行" + (f"等 {len(rows)} 行" if len(rows) > 1 else "")


def _too_many_cells(sheet: CsvSheet, row: CsvRow) -> Problem:
    """Cells beyond the last column: a delimiter inside a cell has cut it in two, and all behind it has moved."""
    filled = max(at for at, cell in enumerate(row.cells) if cell.strip()) + 1
    return Problem(
        RAGGED_ROW,
        sheet.raw.place(row.line, row.number, len(sheet.columns), None),
        f"第 {row.number} 行有 {filled} 个单元格，比列名（{len(sheet.columns)} 个）多，这一行没有读取。",
        "单元格内容里有逗号时，请用英文双引号把整个单元格括起来；或删去多余的逗号。",
    )


def _too_few_cells(sheet: CsvSheet, row: CsvRow, missing: Field) -> Problem:
    """A row that ends before a column that must be filled: cut off, or not a record at all."""
    return Problem(
        RAGGED_ROW,
        Location(sheet.raw.file, row.line, row=row.number, field=missing.name),
        f"第 {row.number} 行只有 {len(row.cells)} 个单元格，缺必填的“{missing.title}”，这一行没有读取。",
        "补齐这一行；合计、注释等不是记录的行请删去。",
    )


def _short_rows(sheet: CsvSheet, rows: list[CsvRow]) -> Problem:
    """Rows that end before the last column, as Excel writes them when the last cells are empty."""
    return Problem(
        RAGGED_ROW.at(Severity.ADVICE),
        Location(sheet.raw.file, rows[0].line, row=rows[0].number),
        f"{_among(rows)}的单元格比列名少，缺的按空白读取。",
        "行末的空单元格也写上逗号，可以避免错位。",
    )


def _disagreement(sheet: CsvSheet, at: int, rows: list[CsvRow]) -> Problem:
    """A column that the path supplies says something else inside the file: one of the two was copied over."""
    name = sheet.columns[at] or ""
    return Problem(
        PATH_MISMATCH,
        sheet.raw.place(rows[0].line, rows[0].number, at, name),
        f"{_among(rows)}的 {name} 与文件所在的位置（{shown(sheet.given[name])}）不一致，没有读取。",
        f"改正这一列或把文件移到正确的位置；也可以删去 {name} 列，它会从位置得出。",
    )
