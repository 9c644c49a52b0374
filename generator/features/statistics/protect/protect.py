"""A full table becomes its public release: what must be withheld is, and enough beside it that nobody can undo it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf

from generator.features.statistics.cells import Cell, build_cell
from generator.features.statistics.periods import join_dimensions
from generator.features.statistics.protect.earlier import Release
from generator.features.statistics.protect.insiders import Knows
from generator.features.statistics.protect.insight import Insight, look_inside
from generator.features.statistics.protect.money import Hidden, protect_money
from generator.features.statistics.protect.policy import Policy, WithholdingReason
from generator.features.statistics.protect.primary import (
    Reasons,
    find_decoys,
    find_known_to_helpers,
    find_small,
    find_whole,
    is_dominated,
)
from generator.features.statistics.protect.report import Report, build_report
from generator.features.statistics.protect.settling import Withheld, withhold
from generator.features.statistics.protect.tasks import Task, figures_of
from generator.features.statistics.stages import REST, Stages, find_stages
from generator.features.statistics.tables import ConfStatus, Observation, ObsStatus, StatisticTable
from generator.features.statistics.totals import Figure, FullTable
from generator.model.figure import Amount


@dataclass(frozen=True, slots=True)
class Protection:
    """The public table and its report.

    What stays `unprotected` beside what was published before must not be published; `verbs/protect` does not take our
    word for there being none, and asks the audit, which shares no code with this.
    """

    table: StatisticTable
    report: Report
    unprotected: tuple[Cell, ...]
    inside: Insight


def protect(
    table: FullTable,
    policy: Policy,
    earlier: Sequence[StatisticTable] = (),
    required: Iterable[Cell] = (),
    least: Mapping[Cell, int] | None = None,
) -> Protection:
    """Protects the counts of a table, then the money they stand behind; `earlier` from oldest to newest.

    What is `required` is withheld in any case: a pattern, required all of it, is given back. Everybody knows the
    `least` that some figures can be.
    """
    stages = find_stages((*table.measures, *(one for each in earlier for one in each.measures)))
    wanted = frozenset(required)
    task = _count_task(table, policy, earlier, stages)
    task = replace(task, least={stages.fold(cell): number for cell, number in (least or {}).items()})
    shares = {
        stages.fold(build_cell(name, table.dimensions, codes)): largest
        for (name, codes), largest in table.helpers.items()
    }
    counts = _withhold_counts(task, frozenset(map(stages.fold, wanted)), shares)
    dominated = frozenset(_dominated(table, policy))
    money = protect_money(table, task, earlier, Hidden(stages, counts.reasons, dominated), wanted)
    reasons = {stages.unfold(cell): reason for cell, reason in counts.reasons.items()} | money.reasons
    exposed = {*map(stages.unfold, counts.exposed), *money.exposed}
    public = _publish(table, reasons)
    inside = look_inside(task, counts.reasons.keys(), {cell: s for cell, s in shares.items() if cell in task.figures})
    inside = replace(inside, telling=tuple(map(stages.unfold, inside.telling)))
    return Protection(public, build_report(public, reasons, policy), tuple(sorted(exposed)), inside)


def _withhold_counts(task: Task, required: frozenset[Cell], shares: Mapping[Cell, tuple[Amount, ...]]) -> Withheld:
    """The counts of a table, with all their stages, as one system."""
    if not task.figures:
        return Withheld({}, ())
    primary = find_small(task) | dict.fromkeys(_small_rests(task), WithholdingReason.SMALL)
    if task.policy.whole_rows:
        primary = dict.fromkeys(find_whole(task), WithholdingReason.WHOLE) | primary
    primary = find_known_to_helpers(task, shares, task.policy.colluding) | primary
    decoys = find_decoys(task, {}, primary)
    wanted = {cell: WithholdingReason.DECOY for cell in required if cell in task.figures}
    found = withhold(task, wanted | decoys | primary, _insiders(task.policy))
    visible = {cell: reason for cell, reason in found.reasons.items() if cell in task.figures}
    return Withheld(visible, found.exposed)


def _dominated(table: FullTable, policy: Policy) -> Iterator[Cell]:
    """The p % rule for providers: the second, knowing what it gave, comes near what the first did."""
    money = {each.name for each in table.measures if not each.is_count}
    for (name, codes), largest in table.helpers.items():
        value = table.figures[name, codes].value
        if name in money and value and is_dominated(value, largest, policy.percent):
            yield build_cell(name, table.dimensions, codes)


def _insiders(policy: Policy) -> Knows | None:
    k = policy.k
    return (lambda _insider, _victim, value: 0 < value < k) if policy.insiders else None


def _small_rests(task: Task) -> Iterator[Cell]:
    for rest, (whole, *parts) in task.rests.items():
        left = task.figures[whole].value - sum(task.figures[part].value for part in parts)
        if 0 < left < task.policy.k:
            yield rest
        elif left and _behind_rest(task, rest, whole, parts) < task.policy.k:
            yield from parts  # many visits of few households: no number that the rest may not have, so its part goes


def _behind_rest(task: Task, rest: Cell, whole: Cell, parts: Sequence[Cell]) -> float:
    """Households surely behind what a stage leaves over: as told, else those of the whole that no part can have."""
    if rest in task.behind:
        return task.behind[rest]
    if whole not in task.behind:
        return inf
    return max(1, task.behind[whole] - sum(task.behind.get(part, 0) for part in parts))


def _behind(table: FullTable, stages: Stages) -> Iterator[tuple[Cell, int]]:
    for (measure, codes), count in table.behind.items():
        whole, sign, part = measure.partition(REST)
        cell = build_cell(whole, table.dimensions, codes)
        yield (stages.rest(part, whole, cell.place) if sign else stages.fold(cell)), count


def _count_task(table: FullTable, policy: Policy, earlier: Sequence[StatisticTable], stages: Stages) -> Task:
    """Every count of a table, folded upon the first of its stages."""
    figures: dict[Cell, Figure] = {}
    for name in (each.name for each in table.measures if each.is_count):
        figures |= {stages.fold(cell): figure for cell, figure in figures_of(table, name).items()}
    own = join_dimensions(table.dimensions)
    past = tuple(stages.fold_table(each) for each in earlier)
    return Task(
        name=table.name,
        figures=dict(sorted(figures.items())),
        axes=own,
        policy=policy,
        rests=dict(_rests(figures, stages)),
        behind=dict(_behind(table, stages)),
        past=tuple(release for each in past if (release := _shown(each))),
        wide_axes=(*join_dimensions((*(axis for each in past for axis in each.dimensions), *own)), *stages.axes),
        overlaps=frozenset[str]().union(*(each.overlaps for each in table.measures)),
    )


def _rests(figures: Mapping[Cell, Figure], stages: Stages) -> Iterator[tuple[Cell, tuple[Cell, ...]]]:
    """What every later stage leaves over of every earlier one, wherever both are shown."""
    for cell in sorted(figures):
        measure = stages.unfold(cell).measure
        place = stages.unfold(cell).place
        for part in stages.below(measure):
            if (other := stages.fold(Cell(part, place))) in figures:
                yield stages.rest(part, measure, place), (cell, other)


def _shown(table: StatisticTable) -> Release:
    return {cell: row.value for cell, row in table.cells().items()}


def _publish(table: FullTable, reasons: Reasons) -> StatisticTable:
    rows = tuple(_row(table, measure, codes, figure, reasons) for (measure, codes), figure in table.figures.items())
    return StatisticTable(table.name, table.dimensions, table.measures, rows)


def _row(table: FullTable, measure: str, codes: tuple[str, ...], figure: Figure, reasons: Reasons) -> Observation:
    if build_cell(measure, table.dimensions, codes) in reasons:
        return Observation(codes, measure, None, ObsStatus.SUPPRESSED, ConfStatus.CONFIDENTIAL)
    return Observation(codes, measure, figure.value)
