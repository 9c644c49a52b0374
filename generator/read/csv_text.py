"""CSV text to rows that know their line, and a cell back to its place in the text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from generator.model.problem import Location, Problem
from generator.read.csv_problems import broken_quotes

DELIMITERS = {",": "英文逗号", ";": "分号", "\t": "制表符", "，": "中文逗号", "；": "中文分号", "|": "竖线"}

_LINE_END = re.compile(r"\r\n?|\n")


class CsvRow(NamedTuple):
    """`line` of the text and `number` of the row, as a spreadsheet counts; both start at 1."""

    line: int
    number: int
    cells: list[str]


@dataclass(frozen=True)
class CsvText:
    """The text of one CSV file and the delimiter it is read with."""

    file: str
    text: str
    delimiter: str

    def rows(self) -> Iterator[CsvRow | Problem]:
        """All rows, blank ones too; a row whose quotes go wrong is a problem, and reading goes on behind it."""
        reader = csv.reader(_lines_of(self.text), delimiter=self.delimiter, skipinitialspace=True, strict=True)
        number = 0
        while True:
            line = reader.line_num + 1
            number += 1
            try:
                yield CsvRow(line, number, next(reader))
            except StopIteration:
                return
            except csv.Error as error:
                yield broken_quotes(Location(self.file, line, row=number), reader.line_num)
                if "limit" in str(error):  # a cell of 131,072 characters: everything behind is inside it
                    return

    def place(self, line: int, number: int, index: int, field: str | None) -> Location:
        """Where cell `index` of the row that starts in `line` begins; it may stand some lines further down."""
        starts = _cell_starts(islice(self._lines, line - 1, None), self.delimiter)
        below, column = next(islice(starts, index, None), (0, None))
        return Location(self.file, line + below, column, number, field)

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _lines_of(text: str) -> Iterator[str]:
    """Lines with their ends, one at a time: a buffer of the whole would take four bytes for each character."""
    start = 0
    for end in _LINE_END.finditer(text):
        yield text[start : end.end()]
        start = end.end()
    if start < len(text):
        yield text[start:]


def _cell_starts(lines: Iterable[str], delimiter: str) -> Iterator[tuple[int, int]]:
    """Lines below the row's first and column of each of its cells; quotes count only in cells that begin with one."""
    yield 0, 1
    fresh, wraps, quoted = True, False, False
    for below, line in enumerate(lines):
        for column, character in enumerate(line, start=1):
            if fresh and character != " ":
                fresh, wraps = False, character == '"'
            quoted ^= wraps and character == '"'
            if character == delimiter and not quoted:
                fresh, wraps = True, False
                yield below, column + 1
        if not quoted:
            return


def find_delimiter(text: str, names: Mapping[str, str]) -> str:
    """The delimiter by which the first line gives most of the known names; the comma when in doubt."""
    first = text.lstrip()[:10_000].partition("\n")[0].partition("\r")[0]

    def known(delimiter: str) -> int:
        return sum(cell.strip() in names for cell in next(csv.reader([first], delimiter=delimiter), []))

    return max(DELIMITERS, key=known)


def header_names(titles: Mapping[str, str]) -> Mapping[str, str]:
    """Field names by what may stand in a header: the title (unless two fields share it) or the name itself."""
    spoken = list(titles.values())
    return {title: name for name, title in titles.items() if spoken.count(title) == 1} | {name: name for name in titles}


def read_loosely(text: str, separator: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """The rows of anything, with the line each ends on, for looking through; ValueError where it is no table."""
    rows = csv.reader(io.StringIO(text, newline=None), delimiter=separator)
    try:
        for row in rows:
            yield tuple(row), rows.line_num
    except csv.Error as error:
        raise ValueError from error
