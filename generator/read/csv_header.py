"""The first row of a CSV file to the fields its columns hold, and the faults of that row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.problem import Location, Problem
from generator.model.problems import DUPLICATE_COLUMN, MISSING_COLUMN, MISSING_HEADER, UNKNOWN_COLUMN
from generator.read.csv_text import DELIMITERS, CsvRow, CsvText, header_names
from generator.read.names import field_titles, shown, suggestion
from generator.read.problems import DELIMITER
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
        return Header((), (_no_header(shape, sheet, row),), False)
    unknown = [index for index, column in enumerate(columns) if column is None]
    repeated = [index for index, column in enumerate(columns) if column and column in columns[:index]]
    missing = sorted(shape.required - set(columns) - set(given))
    problems = [_unknown_column(shape, sheet, row, index) for index in unknown[:_SHOWN_UNKNOWN]]
    problems += [_duplicate_column(sheet, row, index, columns[index]) for index in repeated]
    if missing and not unknown:
        problems.append(_missing_columns(shape, sheet, row, missing))
    kept = tuple(None if index in repeated else column for index, column in enumerate(columns))
    return Header(kept, tuple(problems), not missing)


def find_odd_delimiter(sheet: CsvText, row: CsvRow) -> Iterator[Problem]:
    """Any delimiter but the comma is read, but other programs will see one wide column."""
    if sheet.delimiter != ",":
        yield Problem(
            DELIMITER,
            Location(sheet.file, row.line, row=row.number),
            f"这份表用{DELIMITERS[sheet.delimiter]}分隔，已照此读取。",
            "CSV 请用英文逗号分隔：Excel 选“另存为 → CSV UTF-8（逗号分隔）”。",
        )


def _header_place(sheet: CsvText, row: CsvRow, index: int) -> Location:
    return sheet.place(row.line, row.number, index, shown(row.cells[index].strip()) or None)


def _no_header(shape: Shape, sheet: CsvText, row: CsvRow) -> Problem:
    """The first row names no declared column; its cells may be somebody's data and are not repeated."""
    return Problem(
        MISSING_HEADER,
        Location(sheet.file, row.line, row=row.number),
        "第一行不是列名，整份表没有读取。",
        "第一行写列名：" + "、".join(field.title for field in shape.fields.values()) + "。",
    )


def _unknown_column(shape: Shape, sheet: CsvText, row: CsvRow, index: int) -> Problem:
    """A column that is not declared: what stands in it would be lost without a word."""
    name = row.cells[index].strip()
    what = f"列“{shown(name)}”不是“{shape.dataset.title}”的列。" if name else f"第 {index + 1} 列没有列名。"
    hint = suggestion(name, field_titles(shape.fields)) if name else "写上列名，或删去这一列。"
    return Problem(UNKNOWN_COLUMN, _header_place(sheet, row, index), what, hint)


def _duplicate_column(sheet: CsvText, row: CsvRow, index: int, column: str | None) -> Problem:
    """Two columns for one field (by name or by title): the second is not read."""
    return Problem(
        DUPLICATE_COLUMN,
        _header_place(sheet, row, index),
        f"列“{shown(row.cells[index].strip())}”（{column}）重复出现。",
        "只保留一列，另一列删去或改成正确的列名。",
    )


def _missing_columns(shape: Shape, sheet: CsvText, row: CsvRow, missing: list[str]) -> Problem:
    """Columns that must be filled do not exist at all; no row of the file can be complete."""
    named = "、".join(f"{shape.fields[name].title}（{name}）" for name in missing if name in shape.fields)
    return Problem(
        MISSING_COLUMN,
        Location(sheet.file, row.line, row=row.number),
        f"缺少必填的列：{named}，整份表没有读取。",
        "补上这些列；列名可以写中文名称，也可以写英文代号。",
    )
