"""A full table becomes its public release: what must be withheld is, and enough beside it that nobody can undo it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.domain.statistics.cells import Cell, build_cell
from generator.domain.statistics.periods import join_dimensions
from generator.domain.statistics.tables import (
    ConfStatus,
    Measure,
    Observation,
    ObsStatus,
    StatisticTable,
)
from generator.domain.statistics.totals import Figure, FullTable
from generator.domain.suppression.arenas import Task
from generator.domain.suppression.earlier import Release
from generator.domain.suppression.measures import withhold
from generator.domain.suppression.policy import Policy, Reason
from generator.domain.suppression.report import Report, build_report

Reasons = Mapping[Cell, Reason]


@dataclass(frozen=True, slots=True)
class Protection:
    """The public table and its report. While anything is `unprotected`, the table must not be published."""

    table: StatisticTable
    report: Report
    unprotected: tuple[Cell, ...]


def protect(table: FullTable, policy: Policy, earlier: Sequence[StatisticTable] = ()) -> Protection:
    """Protects every measure in turn, counts before the money they stand behind; `earlier` from oldest to newest."""
    reasons: dict[Cell, Reason] = {}
    exposed: list[Cell] = []
    called_small: set[Cell] = set()
    axes = join_dimensions(axis for axes in (*(each.dimensions for each in earlier), table.dimensions) for axis in axes)
    for measure in sorted(table.measures, key=lambda each: (not each.is_count, each.name)):
        figures = _figures(table, measure.name)
        counts = _figures(table, measure.counted_by) if measure.counted_by else {}
        past = tuple(release for each in earlier if (release := _shown(each, measure)))
        marked = _marked(earlier, measure) if measure.is_count else frozenset[Cell]()
        task = Task(measure, table.dimensions, figures, counts, axes, past, marked, policy)
        withheld = withhold(task, {cell for cell in reasons if cell.measure == measure.counted_by})
        reasons |= withheld.reasons
        exposed += withheld.exposed
        called_small |= withheld.marked
    public = _publish(table, reasons, called_small)
    return Protection(public, build_report(public, reasons, policy), tuple(sorted(exposed)))


def _figures(table: FullTable, measure: str | None) -> dict[Cell, Figure]:
    return {
        build_cell(name, table.dimensions, codes): figure
        for (name, codes), figure in sorted(table.figures.items(), key=lambda each: each[0])
        if name == measure
    }


def _shown(table: StatisticTable, measure: Measure) -> Release:
    return {cell: row.value for cell, row in table.cells().items() if cell.measure == measure.name}


def _marked(earlier: Iterable[StatisticTable], measure: Measure) -> frozenset[Cell]:
    """The cells that were marked as small when they were last spoken of."""
    last = {cell: row.conf_status for each in earlier for cell, row in each.cells().items()}
    return frozenset(cell for cell, mark in last.items() if mark is ConfStatus.PRIMARY and cell.measure == measure.name)


def _publish(table: FullTable, reasons: Reasons, marked: Collection[Cell]) -> StatisticTable:
    rows = tuple(_rows(table, reasons, marked))
    return StatisticTable(table.name, table.dimensions, table.measures, rows)


def _rows(table: FullTable, reasons: Reasons, marked: Collection[Cell]) -> Iterable[Observation]:
    for (measure, codes), figure in table.figures.items():
        cell = build_cell(measure, table.dimensions, codes)
        if cell not in reasons:
            yield Observation(codes, measure, figure.value)
        else:
            mark = ConfStatus.PRIMARY if _is_primary(cell, table, reasons, marked) else ConfStatus.SECONDARY
            yield Observation(codes, measure, None, ObsStatus.SUPPRESSED, mark)


def _is_primary(cell: Cell, table: FullTable, reasons: Reasons, marked: Collection[Cell]) -> bool:
    """Whether the mark may say so. Money withheld with its count takes its count's mark."""
    if reasons[cell] is Reason.COUNT:
        count = next(measure.counted_by for measure in table.measures if measure.name == cell.measure)
        return Cell(count or "", cell.place) in marked
    return reasons[cell] is Reason.DOMINANCE or cell in marked
