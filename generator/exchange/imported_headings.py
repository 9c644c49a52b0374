"""A sheet to the row of its headings and the fields its columns hold, whatever stands above and in any order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.exchange.workbook_reading import Sheet, Written
from generator.model.dataset import Field

SEARCHED_ROWS = 20
"""Titles and notes above the headings take some rows; nobody writes more of them than this."""
_FEWEST = 2
"""Known headings a row must hold: one alone may be a word of the title."""
COUNTERS = frozenset({"序号", "编号", "行号", "no", "no.", "#"})
"""Columns that only count rows; nothing is lost without them."""

_REMARK = re.compile(r"[（(\[【].*?[)）\]】]")
_NOISE = re.compile(r"[\s*＊:：。、]+")

Names = Mapping[str, str]
"""Field names by what may stand above their column, as `plain_heading` gives it."""


@dataclass(frozen=True, slots=True)
class Headings:
    """`row` counts from 0; `columns` are fields by column, `unknown` and `repeated` texts by column.

    `counters` are columns that only number the rows. A column in none of them has no heading that says anything.
    """

    row: int
    columns: Mapping[int, str]
    unknown: Mapping[int, str]
    repeated: Mapping[int, str]
    counters: frozenset[int] = frozenset()

    def is_known(self, column: int) -> bool:
        """Whether something is known, or was told, of what stands in a column."""
        return any(column in each for each in (self.columns, self.unknown, self.repeated, self.counters))


def plain_heading(text: str) -> str:
    """A heading without what people decorate it with: width, case, blanks, stars, colons and remarks in brackets."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return _NOISE.sub("", _REMARK.sub("", folded) or folded)


def heading_names(fields: Sequence[Field]) -> Names:
    """What stands for which field: aliases, titles and names; a text that two fields claim stands for neither."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for field in fields:
        for text in {plain_heading(each) for each in (*field.aliases, field.title, field.name)}:
            if found.setdefault(text, field.name) != field.name:
                shared.add(text)
    return {text: name for text, name in found.items() if text not in shared}


def find_headings(sheet: Sheet, names: Names) -> Headings | None:
    """The row that names the most fields, the first of equals; None where no row names enough."""
    found = [_read(sheet, row, names) for row in range(min(SEARCHED_ROWS, len(sheet.rows)))]
    best = max(found, key=lambda each: len(each.columns), default=None)
    return best if best and len(best.columns) >= _FEWEST else None


def _read(sheet: Sheet, row: int, names: Names) -> Headings:
    columns: dict[int, str] = {}
    unknown: dict[int, str] = {}
    repeated: dict[int, str] = {}
    counters: set[int] = set()
    for column, texts in enumerate(_texts(sheet, row)):
        field = next((names[plain] for text in texts if (plain := plain_heading(text)) in names), None)
        if field is None:
            if texts and plain_heading(texts[0]) in COUNTERS:
                counters.add(column)
            elif texts:
                unknown[column] = texts[0]
        elif field in columns.values():
            repeated[column] = texts[0]
        else:
            columns[column] = field
    return Headings(row, columns, unknown, repeated, frozenset(counters))


def _texts(sheet: Sheet, row: int) -> Iterator[tuple[str, ...]]:
    """What may be the heading of each column: its own text, else that of the cell it is merged with.

    Under a heading that spans several columns both are read together: 有效期 over 起 and 止.
    """
    for column, cell in enumerate(sheet.rows[row]):
        own = _text(cell)
        above = _spanning(sheet, row, column)
        yield tuple(text for text in (own, above + own if own else above) if text)


def _spanning(sheet: Sheet, row: int, column: int) -> str:
    """The text of a merged cell that reaches down to this one, or stands over it and its neighbours."""
    for area in sheet.merged:
        beside = area.first_column <= column <= area.last_column
        if beside and area.first_row < row <= area.last_row + 1 and (area.last_row == row or _is_wide(area)):
            return _text(sheet.rows[area.first_row][area.first_column])
    return ""


def _is_wide(area: tuple[int, int, int, int]) -> bool:
    return area[3] > area[1]


def _text(cell: Written) -> str:
    return cell.strip() if isinstance(cell, str) else ""
