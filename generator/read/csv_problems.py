"""What is wrong with a CSV table: its separators, quotes, heading and the number of its cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.model.chapters import CHAPTERS_FILES
from generator.model.dataset import Dataset, Field
from generator.model.problem import Location, Problem
from generator.model.problems import (
    DUPLICATE_COLUMN,
    MISSING_COLUMN,
    MISSING_HEADER,
    PATH_MISMATCH,
    RAGGED_ROW,
    UNKNOWN_COLUMN,
)
from generator.model.rule import Rule, Severity
from generator.read.names_in_messages import shown, suggestion

DELIMITER = Rule(
    "delimiter",
    Severity.ADVICE,
    CHAPTERS_FILES,
    21,
    title="表格不是用逗号分隔的",
    cause="有的电脑上 Excel 存出的 CSV 用分号或 Tab 分隔。程序照样读了，只是提醒。",
    mending="Excel 里选“另存为 → CSV UTF-8（逗号分隔）”，以后就不再提醒。",
)


def odd_delimiter(place: Location, delimiter: str) -> Problem:
    """The table was read; other programs will not read it."""
    return Problem(
        DELIMITER,
        place,
        f"这份表用{delimiter}分隔，已照此读取。",
        "CSV 请用英文逗号分隔：Excel 选“另存为 → CSV UTF-8（逗号分隔）”。",
    )


UNCLOSED_QUOTE = Rule(
    "unclosed-quote",
    Severity.ERROR,
    CHAPTERS_FILES,
    27,
    title="双引号没有成对",
    cause="单元格里有英文双引号，而 CSV 用双引号来括住一格，程序找不到这一格的结尾。",
    mending='改用中文引号“ ”；或者把里面的双引号写成两个（""），整格再用一对双引号括起来。',
)


def broken_quotes(place: Location, last_line: int) -> Problem:
    """A quote that is not closed, or text after a closing quote: where the cell ends is anybody's guess."""
    reach = f"第 {place.line} 行" if last_line <= (place.line or 0) else f"第 {place.line} 行到第 {last_line} 行"
    return Problem(
        UNCLOSED_QUOTE,
        place,
        f"{reach}的双引号没有成对，这一段没有读取。",
        '单元格内容里有英文双引号时，写两个（""），并用一对双引号括起整个单元格；或改用中文引号“ ”。',
    )


def too_many_cells(place: Location, row: int, filled: int, columns: int) -> Problem:
    """Cells beyond the last column: a delimiter inside a cell has cut it in two, and all behind it has moved."""
    return Problem(
        RAGGED_ROW,
        place,
        f"第 {row} 行有 {filled} 个单元格，比列名（{columns} 个）多，这一行没有读取。",
        "单元格内容里有逗号时，请用英文双引号把整个单元格括起来；或删去多余的逗号。",
    )


def too_few_cells(place: Location, row: int, filled: int, missing: Field) -> Problem:
    """A row that ends before a column that must be filled: cut off, or not a record at all."""
    return Problem(
        RAGGED_ROW,
        place,
        f"第 {row} 行只有 {filled} 个单元格，缺必填的“{missing.title}”，这一行没有读取。",
        "补齐这一行；合计、注释等不是记录的行请删去。",
    )


def short_rows(place: Location, rows: str) -> Problem:
    """Rows that end before the last column, as Excel writes them when the last cells are empty."""
    return Problem(
        RAGGED_ROW.at(Severity.ADVICE),
        place,
        f"{rows}的单元格比列名少，缺的按空白读取。",
        "行末的空单元格也写上逗号，可以避免错位。",
    )


def path_mismatch(place: Location, rows: str, name: str, given: str) -> Problem:
    """A column that the path supplies says something else inside the file: one of the two was copied over."""
    return Problem(
        PATH_MISMATCH,
        place,
        f"{rows}的 {name} 与文件所在的位置（{shown(given)}）不一致，没有读取。",
        f"改正这一列或把文件移到正确的位置；也可以删去 {name} 列，它会从位置得出。",
    )


def no_header(place: Location, titles: Iterable[str]) -> Problem:
    """The first row names no declared column; its cells may be somebody's data and are not repeated."""
    return Problem(
        MISSING_HEADER,
        place,
        "第一行不是列名，整份表没有读取。",
        "第一行写列名：" + "、".join(titles) + "。",
    )


def unknown_column(place: Location, name: str, dataset: Dataset, titles: Mapping[str, str]) -> Problem:
    """A column that is not declared, and would be lost without a word; `titles` are those of all that are."""
    message = f"列“{shown(name)}”不是“{dataset.title}”的列。"
    return Problem(UNKNOWN_COLUMN, place, message, suggestion(name, titles))


def unnamed_column(place: Location, number: int) -> Problem:
    """A column without a heading: nobody knows what stands in it."""
    return Problem(UNKNOWN_COLUMN, place, f"第 {number} 列没有列名。", "写上列名，或删去这一列。")


def duplicate_column(place: Location, name: str, column: str | None) -> Problem:
    """Two columns for one field (by name or by title): the second is not read."""
    return Problem(
        DUPLICATE_COLUMN,
        place,
        f"列“{shown(name)}”（{column}）重复出现。",
        "只保留一列，另一列删去或改成正确的列名。",
    )


def missing_columns(place: Location, missing: Iterable[Field]) -> Problem:
    """Columns that must be filled do not exist at all; no row of the file can be complete."""
    named = "、".join(f"{field.title}（{field.name}）" for field in missing)
    return Problem(
        MISSING_COLUMN,
        place,
        f"缺少必填的列：{named}，整份表没有读取。",
        "补上这些列；列名可以写中文名称，也可以写英文代号。",
    )


CSV_RULES = (
    DELIMITER,
    UNCLOSED_QUOTE,
)
