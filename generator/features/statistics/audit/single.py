"""Published rows become weaknesses that need no calculation: small counts, money without its count, wrong totals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.features.statistics.audit.cases import MeasureCase
from generator.features.statistics.audit.sums import Sums
from generator.features.statistics.audit.weaknesses import Weakness, WeaknessKind
from generator.features.statistics.cells import Cell


def find_small(case: MeasureCase) -> Iterator[Weakness]:
    """A count from 1 to k-1 is never published."""
    for cell, value in case.newest.items():
        if value is not None and 0 < value < case.demand.k:
            yield case.report(cell, (float(value), float(value)), WeaknessKind.SMALL, ())


def find_money(case: MeasureCase) -> Iterator[Weakness]:
    """Money is withheld wherever its count is."""
    for cell, value in case.newest.items():
        count = Cell(case.measure.counted_by or "", cell.place)
        if value is not None and case.counts.get(count, 0) is None:
            yield case.report(cell, (float(value), float(value)), WeaknessKind.MONEY, (count,))


def find_wrong_sums(case: MeasureCase, sums: Sums) -> Iterator[Weakness]:
    """A total is the sum of its parts, and no less than the parts that are published; where a household may be in
    several parts, no less than the largest."""
    for total, parts, axis in sums.over(case.newest):
        claimed = case.newest.get(total)
        given = {part: value for part in parts if (value := case.newest.get(part)) is not None}
        if claimed is None:
            continue
        made, overlap = sum(given.values()), axis in case.overlaps
        if overlap and max(given.values(), default=0) > claimed:
            yield case.report(total, (float(claimed), None), WeaknessKind.CONTRADICTION, tuple(given))
        elif (made > claimed and not overlap) or (made < claimed and len(given) == len(parts)):
            low, high = float(made), float(claimed)
            yield Weakness(case.homes[total], total, low, high, 0.0, WeaknessKind.SUM, tuple(given))


def find_conflicts(case: MeasureCase) -> Iterator[Weakness]:
    """Two tables say the same of the same cell: neither another value, nor a value that one of them withholds."""
    rows = {table.name: case.rows(table) for table in case.tables}
    published = {cell: row.value for each in rows.values() for cell, row in each.items() if row.value is not None}
    for name, each in rows.items():
        for cell, row in each.items():
            value = float(published.get(cell, 0))
            if row.value is None and cell in published:
                yield replace(case.report(cell, (value, value), WeaknessKind.OVERLAP, (cell,)), table=name)
            elif row.value is not None and row.value != published[cell]:
                bounds = (float(row.value), value)
                yield replace(case.report(cell, bounds, WeaknessKind.CONTRADICTION, (cell,)), table=name)


def find_revisions(case: MeasureCase) -> Iterator[Weakness]:
    """A published count does not change by 1 to k-1, whatever it was in between: the difference is a small count."""
    shown: dict[Cell, dict[float, None]] = {}
    for edition in case.shown:
        for cell, value in edition.items():
            if value is None:
                continue
            now, before = float(value), shown.setdefault(cell, {})
            for then in before:
                if 0 < abs(now - then) < case.demand.k:
                    yield Weakness(
                        case.homes[cell], cell, then, now, float(case.demand.k), WeaknessKind.REVISION, (cell,)
                    )
            before[now] = None


def find_marks(case: MeasureCase) -> Iterator[Weakness]:
    """Gaps of one table are marked alike: a mark that tells them apart tells which are small."""
    for table in case.tables:
        gaps: dict[str, list[Cell]] = {}
        for cell, row in case.rows(table).items():
            if row.value is None:
                gaps.setdefault(row.said, []).append(cell)
        for cells in sorted(gaps.values(), key=len)[:-1]:
            yield replace(case.report(cells[0], (0.0, None), WeaknessKind.MARK, ()), table=table.name)
