"""One measure of a table becomes the cells of it to withhold, each with its reason."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generator.domain.statistics.cells import Cell
from generator.domain.statistics.dimensions import Dimension
from generator.domain.statistics.margins import find_margins
from generator.domain.statistics.tables import Measure
from generator.domain.statistics.totals import Figure
from generator.domain.suppression.arena import Arena, settle
from generator.domain.suppression.earlier import Linked, Release, link_releases
from generator.domain.suppression.policy import PRIMARY_REASONS, Policy, Reason
from generator.domain.suppression.primary import Reasons, find_primary
from generator.domain.suppression.system import Flags, Floats, IndexMargin, System, build_equations
from generator.domain.suppression.weights import price_cells

ROUNDS = 6
"""How often today's table and its past are made safe in turn, each undoing nothing of the other."""
PUBLIC_PRICE = 1.0


@dataclass(frozen=True, slots=True)
class Task:
    """One measure to protect: its true figures, those of the count behind it, and what was shown before."""

    measure: Measure
    dimensions: tuple[Dimension, ...]
    figures: Mapping[Cell, Figure]
    counts: Mapping[Cell, Figure]
    past: Sequence[Release]
    policy: Policy


@dataclass(frozen=True, slots=True)
class Withheld:
    """The cells to withhold with their reasons, and those that stay exposed whatever is done."""

    reasons: Reasons
    exposed: tuple[Cell, ...]


def withhold(task: Task, withheld_counts: Collection[Cell]) -> Withheld:
    """What to withhold of one measure, `withheld_counts` being withheld already of the count behind it."""
    primary = find_primary(task.measure, task.figures, task.policy, withheld_counts)
    if not task.past:
        return _settle_today(task, primary, _empty(task))
    known = link_releases(task.past, task.dimensions)
    changed = {cell for cell, figure in task.figures.items() if _change(known, cell, figure)}
    small = {
        cell for cell in changed if task.measure.is_count and _change(known, cell, task.figures[cell]) < task.policy.k
    }
    for attempt in (small, changed):
        reasons = _because(known, attempt, task.figures) | primary
        withheld = _settle_with_past(task, reasons, _empty(task) | _standing(known, task.figures))
        if not withheld.exposed:
            break
    return withheld


def _empty(task: Task) -> set[Cell]:
    """Money where nobody is counted: everybody knows that it is nothing."""
    name = task.measure.name
    return {Cell(name, cell.place) for cell, figure in task.counts.items() if figure.value == 0}


def _change(known: Linked, cell: Cell, figure: Figure) -> float:
    before = known.known(cell)
    return 0.0 if before is None else abs(float(figure.value) - float(before))


def _standing(known: Linked, figures: Mapping[Cell, Figure]) -> set[Cell]:
    """Published before and unchanged: withholding it now would hide nothing."""
    return {cell for cell, figure in figures.items() if known.known(cell) == figure.value}


def _because(known: Linked, changed: set[Cell], figures: Mapping[Cell, Figure]) -> Reasons:
    silent = {cell for cell in figures if cell in known.current and known.known(cell) is None}
    return dict.fromkeys(silent, Reason.EARLIER) | dict.fromkeys(changed, Reason.REVISION)


def _settle_with_past(task: Task, reasons: Reasons, standing: set[Cell]) -> Withheld:
    """Today's table alone, then with its past, until neither asks for more."""
    withheld = Withheld(reasons, ())
    for _round in range(ROUNDS):
        withheld = _settle_today(task, withheld.reasons, standing)
        further, exposed = _ask_past(task, withheld.reasons, standing)
        withheld = Withheld(withheld.reasons | further, (*withheld.exposed, *exposed))
        if not further:
            break
    return withheld


def _settle_today(task: Task, reasons: Reasons, standing: set[Cell]) -> Withheld:
    cells = tuple(task.figures)
    place = {cell: position for position, cell in enumerate(cells)}
    margins = [
        (place[margin.total], *(place[part] for part in margin.parts))
        for margin in find_margins(cells, task.dimensions)
    ]
    hidden = np.array([cell in reasons for cell in cells])
    base = np.array([float(figure.value) for figure in task.figures.values()])
    fixed = np.array([cell in standing for cell in cells]) & ~hidden
    system = _system(task, margins, base, fixed, price_cells(task.figures, task.dimensions))
    primary = np.array([reasons.get(cell) in PRIMARY_REASONS | {Reason.COUNT} for cell in cells])
    outcome = settle(Arena(system, hidden, primary, _lonely(task, cells)), thorough=True)
    found = {cells[at]: Reason.COMPLEMENT for at in _places(outcome.hidden & ~hidden)}
    found |= {cells[at]: Reason.INSIDER for at in _places(outcome.insiders)}
    return Withheld(found | reasons, tuple(cells[at] for at in _places(outcome.hopeless)))


def _lonely(task: Task, cells: tuple[Cell, ...]) -> Flags:
    """Cells with one person behind them, as far as counts tell."""
    if not task.policy.insiders:
        return np.zeros(len(cells), np.bool_)
    counts = task.counts or task.figures
    name = task.measure.counted_by or task.measure.name
    return np.array([counts[Cell(name, cell.place)].value == 1 for cell in cells])


def _ask_past(task: Task, reasons: Reasons, standing: set[Cell]) -> tuple[Reasons, tuple[Cell, ...]]:
    """Today's cells that must go as well so that nothing follows from all releases together, and what still does."""
    today: Release = {cell: None if cell in reasons else figure.value for cell, figure in task.figures.items()}
    linked = link_releases((*task.past, today), task.dimensions)
    outcome = settle(_joint(task, linked, today, standing), thorough=False)
    names = {position: cell for cell, position in linked.current.items()}
    hidden = np.array([value is None for value in linked.values])
    further = {names[at]: Reason.COMPLEMENT for at in _places(outcome.hidden & ~hidden)}
    exposed = tuple(names[at] for at in _places(outcome.hopeless) if at in names)
    return further, exposed


def _places(flags: Flags) -> list[int]:
    return [int(position) for position in np.flatnonzero(flags)]


def _joint(task: Task, linked: Linked, today: Release, standing: set[Cell]) -> Arena:
    width = len(linked.values)
    hidden = np.array([value is None for value in linked.values])
    base = np.array([float(value or 0) for value in linked.values])
    fixed = ~hidden
    price = np.full(width, PUBLIC_PRICE)
    prices = price_cells(task.figures, task.dimensions)
    for at, (cell, figure) in enumerate(task.figures.items()):
        position = linked.current[cell]
        price[position] = prices[at]
        if hidden[position]:
            base[position] = float(figure.value)
        elif today[cell] is not None:
            fixed[position] = cell in standing
    nobody = np.zeros(width, np.bool_)
    return Arena(_system(task, linked.margins, base, fixed, price), hidden, nobody, nobody)


def _system(task: Task, margins: Sequence[IndexMargin], base: Floats, fixed: Flags, price: Floats) -> System:
    width = len(base)
    share = 0.0 if task.measure.is_count else task.policy.percent / 100
    return System(
        margins=tuple(margins),
        equations=build_equations(margins, width),
        base=base,
        fixed=fixed,
        whole=np.full(width, task.measure.is_count),
        least=np.full(width, float(task.policy.k)),
        share=np.full(width, share),
        price=price,
    )
