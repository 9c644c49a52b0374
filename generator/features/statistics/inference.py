"""A sheet that nobody declared becomes a layout: what its columns hold is told from their names and contents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from generator.features.statistics.column_roles import STATISTICS_WORDS, assign_roles
from generator.features.statistics.dimensions import TOTAL, Parents, build_dimension
from generator.features.statistics.figures import read_figure
from generator.features.statistics.layouts import TOTAL_WORDS, CodeAxis, Layout, all_codes
from generator.features.statistics.tables import Measure
from generator.features.statistics.written_periods import read_period
from generator.model.figure_columns import FIXED, MEASURE, PERIOD, VALUE
from generator.model.grid import Grid, GridRow
from generator.model.grids import plain_header

ACROSS = "各列"
"""The dimension that the columns of a cross table are."""
TIME = ("期", "年", "月", "时间", "period", "year", "month", "time")
_CODES = ("代码", "编码", "编号", "序号", "code")
"""Digits under such a header are names, not figures."""
MONEY = ("元", "金额", "yuan", "amount")
Columns = Mapping[str, CodeAxis | None]


def choose_layout(grid: Grid, layouts: Iterable[Layout]) -> tuple[Grid, Layout]:
    """The sheet and the declared layout whose columns it has, the fullest first; else one made up from the sheet.

    A sheet whose columns are codes (types of help across, places down) is turned into one with a row for each figure.
    """
    known = tuple(layouts)
    for layout in sorted(known, key=lambda each: (each.name not in PurePosixPath(grid.file).parts, -len(each.columns))):
        roles = assign_roles(grid.header, layout)
        counted = roles.measures or (MEASURE in roles.fixed and VALUE in roles.fixed)
        others = len(grid.header) - len(roles.dimensions) - len(roles.fixed) - len(roles.measures)
        if len(roles.dimensions) == len(layout.columns) and counted and not others and _fits(grid, layout):
            return grid, layout
    codes = all_codes(known)
    grid = lengthen(grid, codes)
    return grid, infer_layout(grid, codes)


def infer_layout(grid: Grid, known: Mapping[str, CodeAxis]) -> Layout:
    """Dimensions and measures of a foreign sheet; a codelist we know is used where all of its codes are from it."""
    fixed = {plain_header(word): name for name, words in STATISTICS_WORDS.items() for word in words}
    roles = [fixed.get(plain_header(text)) for text in grid.header]
    tidy = VALUE in roles
    columns: dict[str, CodeAxis | None] = {}
    counted = [] if tidy else [grid.header[at] for at in _counted_columns(grid, known)]
    titles: dict[str, str] = {}
    for at, text in enumerate(grid.header):
        cells = [row.cells[at] for row in grid.rows]
        if roles[at] is not None or not any(cells) or text in counted:
            continue
        name, axis = _axis(text, cells, known, columns)
        columns[name] = axis
        titles[name] = text
    if tidy:
        counted = _named(grid, roles)
    return Layout(grid.file, grid.file, columns, (), _measures(counted), titles)


def lengthen(grid: Grid, known: Mapping[str, CodeAxis]) -> Grid:
    """A cross table becomes a long one; any other sheet stays as it is."""
    across = _counted_columns(grid, known)
    headers = [grid.header[at] for at in across]
    listed = any(all(text in axis.spellings for text in headers) for axis in known.values())
    if len(across) < 2 or not (listed or any(text in TOTAL_WORDS for text in headers)):
        return grid
    kept = [at for at in range(len(grid.header)) if at not in across]
    rows = tuple(
        GridRow(row.line, row.number, (*(row.cells[place] for place in kept), grid.header[at], row.cells[at]))
        for row in grid.rows
        for at in across
    )
    return Grid(grid.file, (*(grid.header[at] for at in kept), ACROSS, VALUE), rows)


def _counted_columns(grid: Grid, known: Mapping[str, CodeAxis]) -> list[int]:
    marks = {plain_header(word) for words in STATISTICS_WORDS.values() for word in words}
    if any(plain_header(word) in map(plain_header, grid.header) for word in STATISTICS_WORDS[VALUE]):
        return []
    return [
        at
        for at, text in enumerate(grid.header)
        if plain_header(text) not in marks
        and not any(word in text.lower() for word in _CODES)
        and not _is_time(text, [row.cells[at] for row in grid.rows])
        and _is_counted([row.cells[at] for row in grid.rows], known)
    ]


def _fits(grid: Grid, layout: Layout) -> bool:
    """Whether every code in the sheet is one of the layout's, and everything counted in it as well."""
    roles = assign_roles(grid.header, layout)
    named = {word for each in layout.measures for word in (each.name, each.title)}
    if roles.is_tidy and not {row.cells[roles.fixed[MEASURE]] for row in grid.rows} <= named:
        return False
    return all(
        layout.code(column, row.cells[at]) is not None for column, at in roles.dimensions.items() for row in grid.rows
    )


def _is_counted(cells: Sequence[str], known: Mapping[str, CodeAxis]) -> bool:
    """Figures and marks only, at least one figure, and neither all of them periods nor all of them codes."""
    written = [read_figure(cell) for cell in cells]
    if any(each is None for each in written) or all(each is None or each.value is None for each in written):
        return False
    filled = {cell for cell in cells if cell}
    return not any(filled.issubset(axis.dimension.codes) for axis in known.values())


def _axis(
    text: str, cells: Sequence[str], known: Mapping[str, CodeAxis], taken: Columns
) -> tuple[str, CodeAxis | None]:
    filled = dict.fromkeys(cell for cell in cells if cell)
    if PERIOD not in taken and _is_time(text, filled):
        return PERIOD, None
    for name, axis in known.items():
        if name not in taken and TOTAL_WORDS.isdisjoint(filled) and all(cell in axis.spellings for cell in filled):
            return name, axis
    return text, CodeAxis(build_dimension(text, text, _guess_parents(filled, known), TOTAL), {})


def _is_time(header: str, filled: Iterable[str]) -> bool:
    """Digits alone may be years or anything: then the header must say so."""
    named = any(word in header.lower() for word in TIME)
    return all(read_period(cell) and (named or not cell.isdigit()) for cell in filled)


def _guess_parents(filled: Iterable[str], known: Mapping[str, CodeAxis]) -> Parents:
    """A code lies under the longest other code it begins with, or where a codelist we know puts it; else under all."""
    codes = [code for code in filled if code not in TOTAL_WORDS]
    listed = next((axis for axis in known.values() if all(code in axis.spellings for code in codes)), None)
    parents: dict[str, str | None] = {TOTAL: None}
    for code in codes:
        above = _listed_parent(code, codes, listed) if listed else _prefix(code, codes)
        parents[code] = above or TOTAL
    return parents


def _listed_parent(code: str, codes: Sequence[str], axis: CodeAxis) -> str | None:
    spelt = {axis.spellings[each]: each for each in codes}
    return next((spelt[each] for each in axis.dimension.path(axis.spellings[code])[1:] if each in spelt), None)


def _prefix(code: str, codes: Sequence[str]) -> str | None:
    if not code.isdigit():
        return None
    return max((each for each in codes if each != code and code.startswith(each)), key=len, default=None)


def _named(grid: Grid, roles: Sequence[str | None]) -> list[str]:
    if MEASURE not in roles:
        return [VALUE]
    return list(dict.fromkeys(row.cells[roles.index(MEASURE)] for row in grid.rows))


def _measures(names: Sequence[str]) -> tuple[Measure, ...]:
    """What sounds like money belongs to the nearest count before it, or the first one after."""
    counts = [name for name in names if not _is_money(name)]
    found: list[Measure] = []
    behind = counts[0] if counts else None
    for name in names:
        if _is_money(name):
            found.append(Measure(name, name, "元", counted_by=behind or ""))
        else:
            found.append(Measure(name, "数值" if name == VALUE else name, ""))
            behind = name
    return tuple(found)


def _is_money(name: str) -> bool:
    return any(word in name.lower() for word in MONEY) and name not in FIXED
