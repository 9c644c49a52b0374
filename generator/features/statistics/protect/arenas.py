"""A measure's figures become the system to solve: today's table alone, or together with what was shown before."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from generator.features.statistics.cells import Cell
from generator.features.statistics.dimensions import Dimension
from generator.features.statistics.margins import find_margins
from generator.features.statistics.protect.arena import Arena
from generator.features.statistics.protect.earlier import LinkedEditions, Release
from generator.features.statistics.protect.policy import PRIMARY_REASONS, Policy, WithholdingReason
from generator.features.statistics.protect.primary import Reasons
from generator.features.statistics.protect.system import (
    Flags,
    Floats,
    IndexMargin,
    System,
    build_equations,
    highest_rise,
)
from generator.features.statistics.protect.weights import price_cells
from generator.features.statistics.tables import Measure
from generator.features.statistics.totals import Figure

PUBLIC_PRICE = 1.0
VALUES = 3
"""So many values of a small count must stay possible, or all k-1 where there are no more."""
SENSITIVE = PRIMARY_REASONS | {WithholdingReason.COUNT}


@dataclass(frozen=True, slots=True)
class Task:
    """One measure to protect: its true figures, those of the count behind it, and what was shown before."""

    measure: Measure
    dimensions: tuple[Dimension, ...]
    figures: Mapping[Cell, Figure]
    counts: Mapping[Cell, Figure]
    axes: tuple[Dimension, ...]
    """The dimensions, wide enough for the past as well."""
    past: Sequence[Release]
    marked: frozenset[Cell]
    """Gaps of the past that were marked as small."""
    policy: Policy
    rests: frozenset[Cell] = frozenset()
    """Figures that are never published, since they are what one stage leaves over of another."""


def arena_of_today(task: Task, reasons: Reasons, standing: Collection[Cell]) -> Arena:
    """Today's table: positions follow `task.figures`; cells in `standing` stay published."""
    cells = tuple(task.figures)
    place = {cell: position for position, cell in enumerate(cells)}
    margins = [
        (place[margin.total], *(place[part] for part in margin.parts))
        for margin in find_margins(cells, task.dimensions)
    ]
    rests = np.array([cell in task.rests for cell in cells])
    hidden = np.array([cell in reasons for cell in cells]) | rests
    base = np.array([float(figure.value) for figure in task.figures.values()])
    fixed = np.array([cell in standing for cell in cells]) & ~hidden
    system = _system(task, margins, base, fixed, price_cells(task.figures, task.dimensions))
    system = replace(system, lenient=rests)
    primary = np.array([reasons.get(cell) in SENSITIVE for cell in cells])
    return Arena(system, hidden, primary, _lonely(task, cells))


def arena_of_all(task: Task, linked: LinkedEditions, today: Release, standing: Collection[Cell]) -> Arena:
    """All releases: positions follow `linked`; only figures first published today may still be withheld."""
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
        elif today.get(cell) is not None:
            fixed[position] = cell in standing
    spoken = today.keys() | {cell for release in task.past for cell in release}
    left_out = np.array([cell not in spoken for cell in linked.cells])
    system = replace(_system(task, linked.margins, base, fixed, price), lenient=left_out & task.measure.is_count)
    nobody = np.zeros(width, np.bool_)
    return Arena(system, hidden, nobody, nobody)


def believe_marks(arena: Arena, marked: Flags) -> Arena:
    """The same for somebody who believes of each marked gap that it is small: several values must stay possible."""
    system, k = arena.system, arena.system.k
    base = np.where(marked, np.maximum(system.base, 1.0), system.base)
    believed = replace(
        system,
        base=base,
        rise=np.where(marked, np.maximum(k - 1.0 - base, 0.0), system.rise),
        fall=np.where(marked, base - 1.0, base),
        least=np.full(len(base), min(VALUES, k - 1.0) - 1.0),
        lenient=np.full(len(base), True),
    )
    return replace(arena, system=believed)


def _lonely(task: Task, cells: tuple[Cell, ...]) -> Flags:
    """Cells with one person behind them, as far as counts tell."""
    if not task.policy.insiders:
        return np.zeros(len(cells), np.bool_)
    counts = task.counts or task.figures
    name = task.measure.counted_by or task.measure.name
    return np.array([counts[Cell(name, cell.place)].value == 1 and cell not in task.rests for cell in cells])


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
        rise=highest_rise(base),
        fall=base,
        lenient=np.zeros(width, np.bool_),
        k=float(task.policy.k),
    )
