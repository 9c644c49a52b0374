"""A raw sheet, aggregated or one row a case, becomes detailed rows; its faults are named by place, never by content."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.features.statistics.column_roles import ColumnRoles, assign_roles
from generator.features.statistics.entries import missing_columns, place_of, repeated_columns
from generator.features.statistics.figures import read_figure
from generator.features.statistics.layouts import Layout
from generator.features.statistics.problems import MISSING_COLUMNS, NO_ROWS, RAW_DATA
from generator.features.statistics.tables import Measure
from generator.features.statistics.tallies import gather_rows
from generator.features.statistics.totals import Codes, RawRow
from generator.model.figure import Amount
from generator.model.figure_columns import MEASURE, VALUE
from generator.model.grid import Grid, GridRow
from generator.model.problem import Location, Problem

_ANSWERS = {
    "是": 1,
    "否": 0,
    "y": 1,
    "n": 0,
    "yes": 1,
    "no": 0,
    "true": 1,
    "false": 0,
    "有": 1,
    "无": 0,
    "√": 1,
    "×": 0,
}
"""How a case sheet says whether a case counts for a measure."""

Figures = Mapping[str, Amount]


_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+")
"""Twenty thousand to some, twenty to others; no yuan has three decimals."""
_DAY = re.compile(r"[\d\s./:年月日-]+")


@dataclass(frozen=True, slots=True)
class Raw:
    """Detailed rows; while there are problems they must not be used."""

    rows: tuple[RawRow, ...]
    problems: tuple[Problem, ...]


class _Line(NamedTuple):
    """`within` are the codes as fine as the sheet gives them, `codes` those of the table that they lie in."""

    row: GridRow
    within: tuple[str | None, ...]
    codes: Codes
    figures: Figures
    largest: Mapping[str, tuple[Amount, ...]]


def read_raw(grid: Grid, layout: Layout) -> Raw:
    """Everything a raw sheet says for one table. A sheet in which no count is above one has one row a case."""
    roles = assign_roles(grid.header, layout)
    unclear = missing_columns(grid, layout, roles) or _missing_measures(grid, layout, roles)
    if unclear := (*unclear, *repeated_columns(grid, layout), *_headed_by_days(grid)):
        return Raw((), unclear)
    lines: list[_Line] = []
    problems: list[Problem] = []
    for each in _read_lines(grid, layout, roles):
        (problems if isinstance(each, Problem) else lines).append(each)  # type: ignore[arg-type]
    counts = [measure.name for measure in layout.measures if measure.is_count]
    if any(line.figures.get(name, 0) > 1 for line in lines for name in counts):
        problems += _repeats(grid, lines)
    problems += [fault for line in lines for fault in _contradictions(grid, layout, line)]
    if not lines and not problems:
        problems.append(_nothing(grid))
    return Raw(gather_rows(_rows(layout, lines)), tuple(problems))


def _missing_measures(grid: Grid, layout: Layout, roles: ColumnRoles) -> tuple[Problem, ...]:
    """A published table may leave out a measure, a raw one may not."""
    absent = [each.title for each in layout.measures if not roles.is_tidy and each.name not in roles.measures]
    said = f"这份表缺少这些指标：{'、'.join(absent)}。"
    hint = f"“{layout.title}”的每个指标要有一列，列名写指标的名称。"
    return (Problem(MISSING_COLUMNS, Location(grid.file, row=1), said, hint),) if absent else ()


def _headed_by_days(grid: Grid) -> Iterator[Problem]:
    """Figures below a day or a number belong to something that no table asks for: left out, they would be missed."""
    for at, heading in enumerate(grid.header):
        row = next((row for row in grid.rows if row.cells[at]), None)
        if row and _DAY.fullmatch(heading):
            said = "这一列的列名是日期或数字，下面却填着内容，不知道算在哪一项里。"
            yield _fault(grid, row, heading, said, "列名写指标的名称；每个期间的数各写一行，期间写在“期间”一列。")


def _read_lines(grid: Grid, layout: Layout, roles: ColumnRoles) -> Iterator[_Line | Problem]:
    names = {word: each.name for each in layout.measures for word in (each.title, each.name)}
    measures = {measure.name: measure for measure in layout.measures}
    for row in grid.rows:
        columns = roles.measures
        if roles.is_tidy:
            named = row.cells[roles.fixed[MEASURE]] if MEASURE in roles.fixed else layout.measures[0].name
            if named not in names:
                yield _fault(
                    grid,
                    row,
                    grid.header[roles.fixed[MEASURE]],
                    "这一行的指标不在这张表里。",
                    f"可以写：{'、'.join(names)}。",
                )
                continue
            columns = {names[named]: roles.fixed[VALUE]}
        read = {name: _read_amount(row.cells[at], measures[name]) for name, at in columns.items()}
        wrong = [columns[name] for name, amount in read.items() if amount is None]
        if wrong:
            yield from (_not_an_amount(grid, row, grid.header[at]) for at in wrong)
            continue
        figures = {name: amount for name, amount in read.items() if amount is not None}
        forgotten = [at for name, at in columns.items() if _is_forgotten(row.cells[at], measures[name], figures)]
        yield from (_not_filled_in(grid, row, grid.header[at]) for at in forgotten)
        codes = {column: layout.code_around(column, row.cells[at]) for column, at in roles.dimensions.items()}
        unknown = [column for column, code in codes.items() if code is None]
        if unknown and any(figures.values()):
            yield from (_unknown_code(grid, layout, row, column) for column in unknown)
        elif not unknown:
            largest = {name: tuple(_largest(row, places)) for name, places in roles.contributions.items()}
            within = tuple(layout.code_within(column, row.cells[at]) for column, at in roles.dimensions.items())
            yield _Line(row, within, tuple(code for code in codes.values() if code), figures, largest)


def _measure(layout: Layout, name: str) -> Measure:
    return next(each for each in layout.measures if each.name == name)


def _read_amount(text: str, measure: Measure) -> Amount | None:
    """A figure, or whether a case counts; an empty cell is no money, but it is no count either."""
    if text.lower() in _ANSWERS and measure.is_count:
        return _ANSWERS[text.lower()]
    if not text:
        return None if measure.is_count else 0
    written = None if _DOTTED.fullmatch(text) else read_figure(text)
    value = written.value if written else None
    if value is None or value < 0 or (measure.is_count and not isinstance(value, int)):
        return None
    return value


def _is_forgotten(text: str, measure: Measure, figures: Figures) -> bool:
    """A total of many households that nobody filled in; a single one may have got something else than money."""
    return not text and not measure.is_count and figures.get(measure.counted_by or "", 0) > 1


def _largest(row: GridRow, places: Iterable[int]) -> Iterator[Amount]:
    for at in places:
        written = read_figure(row.cells[at]) if row.cells[at] else None
        if written and written.value:
            yield written.value


def _rows(layout: Layout, lines: Iterable[_Line]) -> Iterator[RawRow]:
    """Single amounts are known where there is one household, or where the sheet tells the largest."""
    gathered = tuple(lines)
    counts: dict[tuple[str, Codes], Amount] = {}
    for line in gathered:
        for name, amount in line.figures.items():
            counts[name, line.codes] = max(counts.get((name, line.codes), 0), amount)
    measures = {measure.name: measure for measure in layout.measures}
    for line in gathered:
        for name, amount in line.figures.items():
            measure = measures[name]
            largest = None if measure.is_count else _contributions(line, measure, counts)
            yield RawRow(line.codes, name, amount, largest)


def _contributions(
    line: _Line, measure: Measure, counts: Mapping[tuple[str, Codes], Amount]
) -> tuple[Amount, ...] | None:
    amount = line.figures[measure.name]
    if not amount:
        return ()
    behind = line.figures.get(measure.counted_by or "", counts.get((measure.counted_by or "", line.codes), 0))
    return (amount,) if behind <= 1 else line.largest.get(measure.name) or None


def _contradictions(grid: Grid, layout: Layout, line: _Line) -> Iterator[Problem]:
    """Money without anybody who got it, and a part that is more than its whole."""
    for measure in layout.measures:
        mine = line.figures.get(measure.name, 0)
        for name, words in ((measure.counted_by, "有金额，{}却是 0"), (measure.part_of, "比{}还多")):
            if name is None or name not in line.figures:
                continue
            whole = line.figures[name]
            if (measure.counted_by and mine and not whole) or (measure.part_of and mine > whole):
                said = f"“{measure.title}”{words.format(f'“{_measure(layout, name).title}”')}。"
                yield _fault(grid, line.row, measure.title, said, "核对这一行，改正写错的一个数。")


def _repeats(grid: Grid, lines: Iterable[_Line]) -> Iterator[Problem]:
    seen: dict[tuple[tuple[str | None, ...], tuple[str, ...]], int] = {}
    for line in lines:
        first = seen.setdefault((line.within, tuple(line.figures)), line.row.number)
        if first != line.row.number:
            said = f"这一行的期间、地区等和第 {first} 行相同。"
            yield _fault(grid, line.row, None, said, "汇总表里每种情况只写一行；删去或合并重复的行。")


def _unknown_code(grid: Grid, layout: Layout, row: GridRow, column: str) -> Problem:
    title = layout.titles.get(column, column)
    if layout.columns[column] is None:
        said, hint = f"“{title}”不是期间，或者比这张表的期间还长。", "写成 2026-03、2026-03-15 或 2026H1 这样。"
    else:
        said, hint = f"“{title}”的内容不在代码表里。", "写代码表里的代码，或者没有重名的名称。"
    return _fault(grid, row, title, said, hint)


def _not_an_amount(grid: Grid, row: GridRow, header: str) -> Problem:
    return _fault(
        grid,
        row,
        header,
        f"“{header}”应当是不小于 0 的数，户数和人数要是整数，这一格不是。",
        "只写数字；一户一行的表写“是”或“否”。",
    )


def _not_filled_in(grid: Grid, row: GridRow, header: str) -> Problem:
    said = f"“{header}”没有填，同一行却有不止一户得到帮扶。"
    return _fault(grid, row, header, said, "填上金额；确实没有花钱的写 0。")


def _nothing(grid: Grid) -> Problem:
    return Problem(NO_ROWS, Location(grid.file), "这份表里没有数据。", "列名下面每行写一条。")


def _fault(grid: Grid, row: GridRow, field: str | None, said: str, hint: str) -> Problem:
    """A fault of a raw row: told by its place, since what stands there may be about a person."""
    return Problem(RAW_DATA, place_of(grid, row, field), said, hint)
