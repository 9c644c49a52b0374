"""The text of one CSV file to rows of its dataset."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.dataset import Field
from generator.model.problem import Problem
from generator.model.table import Cell, Origin
from generator.read.csv_header import find_odd_delimiter, read_header
from generator.read.csv_rows import CsvSheet, agreeing_rows, whole_rows
from generator.read.csv_text import CsvRow, CsvText, find_delimiter, header_names
from generator.read.names_in_messages import field_titles
from generator.read.rows import Row, Shape
from generator.read.sources import SourceFile

FULL_WIDTH = {",": "，", ";": "；", "|": "｜"}


def read_csv(shape: Shape, source: SourceFile, text: str) -> Iterator[Row | Problem]:
    """The header, then a row for each line that is not blank; what the path says fills the columns it names."""
    raw = CsvText(source.file, text, find_delimiter(text, header_names(field_titles(shape.fields))))
    rows = raw.rows()
    first = next((row for row in rows if isinstance(row, Problem) or any(map(str.strip, row.cells))), None)
    if not isinstance(first, CsvRow):
        yield from [first] if first else []
        return
    header = read_header(shape, raw, first, source.columns)
    yield from header.problems
    if header.columns and not source.file.endswith(".tsv"):
        yield from find_odd_delimiter(raw, first)
    if header.is_usable:
        sheet = CsvSheet(shape, raw, header.columns, source.columns)
        yield from _filled_rows(sheet, agreeing_rows(sheet, whole_rows(sheet, rows)))


def _filled_rows(sheet: CsvSheet, rows: Iterator[CsvRow | Problem]) -> Iterator[Row | Problem]:
    """Cells in declared order; runs once a row of the largest tables, so everything else is worked out before."""
    dataset, file = sheet.shape.dataset.name, sheet.raw.file
    tail = [*sheet.given.values(), ""]
    picks = _picks(sheet)
    blank = [([""] * len(sheet.columns) + tail)[at] or None for at in picks]
    lists = [(at, _splitter(field)) for at, field in enumerate(sheet.shape.fields.values()) if field.is_list]
    for row in rows:
        if isinstance(row, Problem):
            yield row
            continue
        line, number, written = row
        written += tail
        cells: list[Cell] = [written[at].strip() or None for at in picks]
        if cells == blank:
            continue
        for at, splitter in lists:
            cells[at] = _split(cells[at], splitter)
        yield Row(dataset, Origin(file, line, number), cells)


def _picks(sheet: CsvSheet) -> list[int]:
    """Where each declared field stands in a row to which the path's columns and one empty cell were added."""
    width = len(sheet.columns)
    places = {name: at for at, name in enumerate(sheet.columns)} | {
        name: at for at, name in enumerate(sheet.given, start=width)
    }
    return [places.get(name, width + len(sheet.given)) for name in sheet.shape.fields]


def _splitter(field: Field) -> re.Pattern[str]:
    """The declared delimiter, also as a full-width mark; lists of codes are also cut where Chinese writing pauses.

    Lists of free text are not: "身份证原件、复印件" is one item.
    """
    delimiter = str(field.descriptor.get("delimiter") or ",")
    marks = {delimiter, FULL_WIDTH.get(delimiter, delimiter)}
    if field.target or field.categories:
        marks |= {"、", "；", "，"}
    return re.compile("|".join(re.escape(mark) for mark in sorted(marks)))


def _split(cell: Cell, splitter: re.Pattern[str]) -> Cell:
    if not isinstance(cell, str):
        return cell
    return [item for part in splitter.split(cell) if (item := part.strip())] or None
