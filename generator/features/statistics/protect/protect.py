"""A full table becomes its public release: what must be withheld is, and enough beside it that nobody can undo it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.features.statistics.cells import Cell, build_cell
from generator.features.statistics.dimensions import Dimension
from generator.features.statistics.periods import join_dimensions
from generator.features.statistics.protect.arenas import Task
from generator.features.statistics.protect.earlier import Release
from generator.features.statistics.protect.measures import withhold
from generator.features.statistics.protect.policy import Policy, WithholdingReason
from generator.features.statistics.protect.report import Report, build_report
from generator.features.statistics.stages import Stages, find_stages
from generator.features.statistics.tables import ConfStatus, Measure, Observation, ObsStatus, StatisticTable
from generator.features.statistics.totals import Figure, FullTable

Reasons = Mapping[Cell, WithholdingReason]


@dataclass(frozen=True, slots=True)
class Protection:
    """The public table and its report. While anything is `unprotected`, the table must not be published."""

    table: StatisticTable
    report: Report
    unprotected: tuple[Cell, ...]


def protect(table: FullTable, policy: Policy, earlier: Sequence[StatisticTable] = ()) -> Protection:
    """Protects every measure in turn, counts before the money they stand behind; `earlier` from oldest to newest.

    Counts that are parts of one another are protected together.
    """
    reasons: dict[Cell, WithholdingReason] = {}
    exposed: list[Cell] = []
    called_small: set[Cell] = set()
    stages = find_stages((*table.measures, *(measure for each in earlier for measure in each.measures)))
    for task in (*_count_tasks(table, policy, earlier, stages), *_money_tasks(table, policy, earlier)):
        withheld = withhold(task, {cell for cell in reasons if cell.measure == task.measure.counted_by})
        reasons |= {stages.unfold(cell): reason for cell, reason in withheld.reasons.items()}
        exposed += map(stages.unfold, withheld.exposed)
        called_small.update(map(stages.unfold, withheld.marked))
    public = _publish(table, reasons, called_small)
    return Protection(public, build_report(public, reasons, policy), tuple(sorted(exposed)))


def _count_tasks(table: FullTable, policy: Policy, earlier: Sequence[StatisticTable], stages: Stages) -> Iterator[Task]:
    """A task for each count that is part of no other, with all its stages and what they leave over."""
    folded = tuple(stages.fold_table(each) for each in earlier)
    axes = _all_axes(folded, (*table.dimensions, *stages.axes))
    counts = sorted((each for each in table.measures if each.is_count), key=lambda each: each.name)
    for root in dict.fromkeys(stages.root(each.name) for each in counts):
        members = [each for each in counts if stages.root(each.name) == root]
        shown = {stages.fold(cell): each for one in members for cell, each in _figures(table, one.name).items()}
        rests = {cell: each for one in members if one.part_of for cell, each in _rests(table, one, stages)}
        measure = replace(members[0], name=root, part_of=None)
        yield Task(
            measure=measure,
            dimensions=(*table.dimensions, *stages.axes),
            figures=shown | rests,
            counts={},
            axes=axes,
            past=tuple(release for each in folded if (release := _shown(each, measure))),
            marked=_marked(folded, measure),
            policy=policy,
            rests=frozenset(rests),
        )


def _money_tasks(table: FullTable, policy: Policy, earlier: Sequence[StatisticTable]) -> Iterator[Task]:
    axes = _all_axes(earlier, table.dimensions)
    for measure in sorted((each for each in table.measures if not each.is_count), key=lambda each: each.name):
        yield Task(
            measure=measure,
            dimensions=table.dimensions,
            figures=_figures(table, measure.name),
            counts=_figures(table, measure.counted_by),
            axes=axes,
            past=tuple(release for each in earlier if (release := _shown(each, measure))),
            marked=frozenset(),
            policy=policy,
        )


def _all_axes(earlier: Iterable[StatisticTable], own: tuple[Dimension, ...]) -> tuple[Dimension, ...]:
    return join_dimensions((*(axis for each in earlier for axis in each.dimensions), *own))


def _rests(table: FullTable, part: Measure, stages: Stages) -> Iterator[tuple[Cell, Figure]]:
    """What a stage leaves over of the one before it: those who asked and were not accepted."""
    wholes, parts = _figures(table, part.part_of), _figures(table, part.name)
    for cell, whole in wholes.items():
        value = whole.value - parts[Cell(part.name, cell.place)].value
        yield stages.rest(part.name, part.part_of or "", cell.place), Figure(value, None)


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
    if reasons[cell] is WithholdingReason.COUNT:
        count = next(measure.counted_by for measure in table.measures if measure.name == cell.measure)
        return Cell(count or "", cell.place) in marked
    return reasons[cell] is WithholdingReason.DOMINANCE or cell in marked
