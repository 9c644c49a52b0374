"""A sheet and its headings to the rows that are records, each with its number; the rest is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.exchange.imported_headings import Headings, Names, plain_heading
from generator.exchange.imported_problems import not_a_record
from generator.exchange.workbook_problems import second_table
from generator.exchange.workbook_reading import Sheet, Written
from generator.model.problem import Location, Problem

EXAMPLE = "示例行，导入时不读"
"""What stands first in a row that only shows how to fill in the others; a name may begin with its first word."""
_EXAMPLES = frozenset({EXAMPLE, "示例行"})
_FOOTNOTE = re.compile(
    r"(?:合计|总计|小计|共计)(?:$|[\s\d:：（(])"
    r"|(?:(?:填表|填报|制表|审核|审批|复核|经办)(?:人|员|单位|部门|日期|时间)|(?:单位)?负责人|联系人|联系电话)(?:$|[\s:：（(])"
    r"|(?:填表|填报|制表|审核|审批|复核|经办)\s*[:：]"
    r"|(?:注|备注|说明)[:：]"
)
"""Sums, signatures and notes end where their word ends; 审批期间 and 填表看不懂 are what somebody wrote."""


class SheetRow(NamedTuple):
    """`number` as spreadsheets count; `beyond` are filled cells of which no heading says what they are."""

    number: int
    cells: Sequence[Written]
    beyond: tuple[int, ...] = ()


def record_rows(sheet: Sheet, headings: Headings, names: Names) -> Iterator[SheetRow | Problem]:
    """Rows below the headings; blank ones and headings repeated on each printed page are no records."""
    rows = _filled_down(sheet, headings.row + 1)
    for number in range(headings.row + 1, len(rows)):
        cells = rows[number]
        written = [str(cells[column]).strip() for column in headings.columns if _at(cells, column) not in (None, "")]
        beyond = tuple(at for at, cell in enumerate(cells) if _says_anything(cell) and not headings.is_known(at))
        first = next((str(cell).strip() for cell in cells if cell not in (None, "")), "")
        if not (written or beyond) or first in _EXAMPLES:
            continue
        if _repeats_headings(written, names):
            yield from _other_table(sheet, number, headings, names)
        elif _FOOTNOTE.match(first) and len(set(written)) < max(2, len(headings.columns) // 2):
            yield not_a_record(Location(sheet.label, column=1, row=number + 1))
        else:
            yield SheetRow(number + 1, cells, beyond)


def _says_anything(cell: Written) -> bool:
    return cell is not None and bool(str(cell).strip())


def _other_table(sheet: Sheet, number: int, headings: Headings, names: Names) -> Iterator[Problem]:
    """Headings are repeated on each printed page; in another order they begin another table."""
    for at, cell in enumerate(sheet.rows[number]):
        name = names.get(plain_heading(str(cell))) if _says_anything(cell) else None
        if name and headings.columns.get(at) != name:
            yield second_table(Location(sheet.label, column=at + 1, row=number + 1))
            return


def _repeats_headings(written: list[str], names: Names) -> bool:
    return len(written) > 1 and all(plain_heading(text) in names for text in written)


def _filled_down(sheet: Sheet, start: int) -> list[list[Written]]:
    """Rows in which a cell merged with those below it says the same in each of them."""
    rows = [list(row) for row in sheet.rows]
    for area in sheet.merged:
        if area.first_row >= start and area.first_column == area.last_column:
            written = rows[area.first_row][area.first_column]
            for row in rows[area.first_row + 1 : area.last_row + 1]:
                row[area.first_column] = written
    return rows


def _at(cells: Sequence[Written], column: int) -> Written:
    return cells[column] if column < len(cells) else None
