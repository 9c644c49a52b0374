"""Money, protected together with the counts behind it: a published standard makes one tell the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from generator.features.statistics.cells import Cell
from generator.features.statistics.periods import join_dimensions
from generator.features.statistics.protect.arena import settle
from generator.features.statistics.protect.insiders import Knows
from generator.features.statistics.protect.policy import Policy, WithholdingReason
from generator.features.statistics.protect.primary import Reasons, find_decoys, find_money
from generator.features.statistics.protect.settling import Withheld, withhold
from generator.features.statistics.protect.system import Row, System, build_equations
from generator.features.statistics.protect.tasks import Task, figures_of, system_of
from generator.features.statistics.stages import Stages
from generator.features.statistics.tables import Measure, StatisticTable
from generator.features.statistics.totals import Figure, FullTable
from generator.model.figure import Amount

Bounds = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Hidden:
    """The counts that are withheld, folded upon the first of their stages."""

    stages: Stages
    reasons: Reasons

    def holds(self, measure: str, cell: Cell) -> bool:
        """Whether the count of a measure at a cell's place is withheld."""
        return self.stages.fold(Cell(measure, cell.place)) in self.reasons


def protect_money(
    tables: Sequence[FullTable],
    counts: Task,
    earlier: Sequence[StatisticTable],
    hidden: Hidden,
    required: frozenset[Cell],
) -> Withheld:
    """Every amount of money of every table."""
    measures = {each.name: each for table in tables for each in table.measures if not each.is_count}
    found = Withheld({}, ())
    for _, measure in sorted(measures.items()):
        task = _task(tables, measure, counts.policy, earlier)
        one = _protect(task, measure, counts, hidden, required)
        found = Withheld(found.reasons | one.reasons, (*found.exposed, *one.exposed))
    return found


def _protect(task: Task, measure: Measure, counts: Task, hidden: Hidden, required: frozenset[Cell]) -> Withheld:
    counted_by = measure.counted_by or ""
    behind = {
        cell: figure
        for cell in task.figures
        if (figure := counts.figures.get(hidden.stages.fold(Cell(counted_by, cell.place)))) is not None
    }
    gone = {Cell(counted_by, cell.place) for cell in task.figures if hidden.holds(counted_by, cell)}
    primary = find_money(task, counted_by, gone)
    wanted = {cell: WithholdingReason.DECOY for cell in required if cell in task.figures}
    nobody = {cell for cell, figure in behind.items() if figure.value == 0} - primary.keys()
    reasons = wanted | find_decoys(task, behind, primary.keys() | nobody) | primary
    knows = _knows(tuple(task.figures), counted_by, hidden) if task.policy.insiders else None
    found = withhold(task, reasons, knows, nobody)
    bounds = _bounds(task)
    return _with_counts(task, counts, found, MoneyLink(counted_by, bounds, hidden)) if bounds else found


def _task(tables: Iterable[FullTable], measure: Measure, policy: Policy, earlier: Sequence[StatisticTable]) -> Task:
    mine = tuple(table for table in tables if any(each.name == measure.name for each in table.measures))
    figures: dict[Cell, Figure] = {}
    homes: dict[Cell, str] = {}
    for table in mine:
        for cell, figure in figures_of(table, measure.name).items():
            most = max((each.most for each in table.standards if each.covers(cell)), default=None)
            figures.setdefault(cell, replace(figure, most=most))
            homes.setdefault(cell, table.name)
    own = join_dimensions(axis for table in mine for axis in table.dimensions)
    return Task(
        figures=dict(sorted(figures.items())),
        homes=homes,
        axes=own,
        policy=policy,
        money=True,
        past=tuple(release for each in earlier if (release := _shown(each, measure))),
        wide_axes=join_dimensions((*(axis for each in earlier for axis in each.dimensions), *own)),
        standards=tuple(each for table in mine for each in table.standards),
    )


def _shown(table: StatisticTable, measure: Measure) -> Mapping[Cell, Amount | None]:
    return {cell: row.value for cell, row in table.cells().items() if cell.measure == measure.name}


def _knows(cells: tuple[Cell, ...], counted_by: str, hidden: Hidden) -> Knows:
    """Whoever may be alone in a gap knows its money, and what follows of another's that may be a few households'."""

    def knows(insider: int, victim: int, _value: float) -> bool:
        return hidden.holds(counted_by, cells[insider]) and hidden.holds(counted_by, cells[victim])

    return knows


def _bounds(task: Task) -> dict[Cell, Bounds]:
    found: dict[Cell, Bounds] = {}
    for cell in task.figures:
        rules = [each for each in task.standards if each.covers(cell)]
        if rules:
            found[cell] = min(float(each.least) for each in rules), max(float(each.most) for each in rules)
    return found


@dataclass(frozen=True, slots=True)
class MoneyLink:
    """How money and counts are tied: by what one household gets."""

    counted_by: str
    bounds: Mapping[Cell, Bounds]
    hidden: Hidden


def _with_counts(task: Task, counts: Task, found: Withheld, link: MoneyLink) -> Withheld:
    """Further money that must go so that it does not tell counts; the counts themselves are settled."""
    cells = tuple(task.figures)
    number = len(counts.figures) + len(counts.rests)
    system = _joint_system(task, counts, link)
    gone = [cell in link.hidden.reasons for cell in counts.figures] + [False] * len(counts.rests)
    required = np.zeros(len(system.values), np.bool_)
    required[:number] = gone
    required[number : number + len(cells)] = [cell in found.reasons for cell in cells]
    published = np.arange(len(required)) < len(counts.figures)
    outcome = settle(replace(system, fixed=published & ~required), required, None)
    further = [cells[at] for at in np.flatnonzero((outcome.hidden & ~required)[number : number + len(cells)])]
    hopeless = tuple(cells[at] for at in np.flatnonzero(outcome.hopeless[number : number + len(cells)]))
    lost = tuple(cell for cell, flag in zip(counts.figures, outcome.hopeless, strict=False) if flag)
    return Withheld(
        dict.fromkeys(further, WithholdingReason.COMPLEMENT) | found.reasons,
        (*found.exposed, *hopeless, *map(link.hidden.stages.unfold, lost)),
    )


def _joint_system(task: Task, counts: Task, link: MoneyLink) -> System:
    """Counts, then money, then what an amount has above the least and below the most of its households."""
    one, other = system_of(counts), system_of(task)
    start, end = len(one.values), len(one.values) + len(other.values)
    place = {cell: at for at, cell in enumerate(counts.figures)}
    rows: list[Row] = [*one.rows, *(tuple((start + at, weight) for at, weight in row) for row in other.rows)]
    spare: list[float] = []
    for at, cell in enumerate(task.figures):
        count = place.get(link.hidden.stages.fold(Cell(link.counted_by, cell.place)))
        if cell in link.bounds and count is not None:
            for sign, factor in zip((1.0, -1.0), link.bounds[cell], strict=True):
                rows.append(((start + at, sign), (count, -sign * factor), (end + len(spare), -1.0)))
                spare.append(sign * (float(other.values[at]) - factor * float(one.values[count])))
    aids = np.zeros(len(spare))
    joined = {
        name: np.concatenate([getattr(one, name), getattr(other, name), aids.astype(getattr(one, name).dtype)])
        for name in ("fixed", "whole", "gap", "rest", "finest", "share", "price")
    }
    values = np.concatenate([one.values, other.values, np.array(spare)])
    return System(rows=tuple(rows), equations=build_equations(rows, len(values)), values=values, k=one.k, **joined)
