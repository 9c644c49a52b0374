"""Successions and the published tables to whatever keeps old codes from being laid beside new ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from generator.features.statistics.layouts import CodeAxis, Layout, find_layouts
from generator.features.statistics.periods import days_of, is_period, level_of
from generator.features.statistics.succession_problems import (
    code_used_after,
    codes_unexplained,
    succession_from_nowhere,
    succession_says_nothing,
    succession_to_nothing,
    succession_within_year,
)
from generator.features.statistics.successions import (
    COLUMN,
    NEW,
    OLD,
    OLD_ABOVE,
    SINCE,
    SUCCESSION_ROLE,
    read_successions,
)
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, text_in
from generator.model.figure_columns import PERIOD
from generator.model.problem import Problem
from generator.model.table import Locate
from generator.read.paths import path_pattern


def find_succession_problems(catalogue: Catalogue, locate: Locate) -> Iterable[Problem]:
    """All of them; nothing where no table has codes."""
    layouts = find_layouts(catalogue)
    return (*_find_wrong_rows(catalogue, locate, layouts), *_find_wrong_codes(catalogue, locate, layouts))


def _find_wrong_rows(catalogue: Catalogue, locate: Locate, layouts: Iterable[Layout]) -> Iterator[Problem]:
    known: dict[str, set[str]] = {}
    for layout in layouts:
        for column, axis in layout.columns.items():
            known.setdefault(column, set()).update((*axis.spellings, *axis.inside) if axis else ())
    successions = catalogue.with_role(SUCCESSION_ROLE)
    replaced = {text_in(record, OLD) for record in successions.values()}
    for key, record in successions.items():
        column, old, new, since = *(text_in(record, name) for name in (COLUMN, OLD, NEW)), day_in(record, SINCE)
        if old == new or not (old or new):
            yield succession_says_nothing(locate(record.origin, NEW), key)
        elif new and new not in known.get(column, ()) and new not in replaced:
            yield succession_to_nothing(locate(record.origin, NEW), key, column, new)
        if (above := text_in(record, OLD_ABOVE)) and above not in known.get(column, ()):
            yield succession_from_nowhere(locate(record.origin, OLD_ABOVE), key, column, above)
        if since is not None and (since.month, since.day) != (1, 1):
            yield succession_within_year(locate(record.origin, SINCE), key)


def _find_wrong_codes(catalogue: Catalogue, locate: Locate, layouts: Iterable[Layout]) -> Iterator[Problem]:
    successions = read_successions(catalogue)
    for layout in layouts:
        columns = {name: axis for name, axis in layout.columns.items() if axis}
        used = {name: _periods_of(catalogue, layout, name) for name in columns}
        origins = next(iter(catalogue.records[layout.name].values()), None)
        if origins is None:
            continue
        place = locate(origins.origin, None)
        for name, axis in columns.items():
            yield from (code_used_after(place, code, rows) for code, rows in _used_after(axis, used[name]))
            explained = {code for each in successions if each.column == name for code in (each.old, each.new)}
            explained |= _sums_beside(axis)
            if _is_complete(catalogue, layout):
                for codes, period in _changes(used[name], explained):
                    yield codes_unexplained(place, layout.titles[name], codes, period)


def _periods_of(catalogue: Catalogue, layout: Layout, column: str) -> Counter[tuple[str, str]]:
    """How many rows there are of each code in each period."""
    rows = catalogue.records[layout.name].values()
    return Counter((text_in(each, PERIOD), text_in(each, column)) for each in rows)


def _used_after(axis: CodeAxis, used: Mapping[tuple[str, str], int]) -> Iterator[tuple[str, int]]:
    found: Counter[str] = Counter()
    for (period, code), rows in used.items():
        span = axis.traced.spans.get(code)
        if span is not None and is_period(period) and days_of(period)[0] >= span.until:
            found[code] += rows
    yield from found.items()


def _is_complete(catalogue: Catalogue, layout: Layout) -> bool:
    """Whether a table has a row for every code: rounded columns may have none, nor places that keep files of their
    own."""
    return layout.rounding is None and not path_pattern(catalogue.datasets[layout.name].path).columns


def _sums_beside(axis: CodeAxis) -> set[str]:
    """Codes of further hierarchies: a table may have them from any period on, and no place begins or ends with them."""
    return {code for each in axis.dimension.beside for code in each.parents} - axis.dimension.parents.keys()


def _changes(used: Iterable[tuple[str, str]], explained: set[str]) -> Iterator[tuple[list[str], str]]:
    """Codes that begin or end from one year to the next without a word."""
    by_period: dict[str, set[str]] = {}
    for period, code in used:
        if is_period(period):
            by_period.setdefault(period, set()).add(code)
    for level in ("month", "half-year", "year"):
        periods = sorted(each for each in by_period if level_of(each) == level)
        for before, after in pairwise(periods):
            if codes := sorted((by_period[before] ^ by_period[after]) - explained):
                yield codes, after
