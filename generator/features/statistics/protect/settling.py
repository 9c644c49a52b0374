"""The figures of a task become the cells of it to withhold, each with its reason: today's table, then with its past."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from generator.features.statistics.cells import Cell
from generator.features.statistics.margins import find_margins
from generator.features.statistics.protect.arena import ArenaOutcome, settle
from generator.features.statistics.protect.earlier import LinkedEditions, Release, link_releases
from generator.features.statistics.protect.insiders import Knows
from generator.features.statistics.protect.overlaps import is_made, is_people
from generator.features.statistics.protect.policy import WithholdingReason
from generator.features.statistics.protect.primary import Reasons
from generator.features.statistics.protect.ranges import find_torn
from generator.features.statistics.protect.system import Flags, System, build_equations
from generator.features.statistics.protect.tasks import Task, cells_of, floors, prices, system_of
from generator.features.statistics.totals import Figure

_ROUNDS = 6
"""How often today's table and its past are made safe in turn, until neither asks the other for more."""
LOOSENINGS = 4
"""How often an attacker gives up believing that figures stayed the same, where that belief contradicts itself."""
PUBLIC_PRICE = 1.0


@dataclass(frozen=True, slots=True)
class Withheld:
    """The cells to withhold with their reasons, and those that stay exposed whatever is done."""

    reasons: Reasons
    exposed: tuple[Cell, ...]


def withhold(task: Task, required: Reasons, knows: Knows | None, standing: Collection[Cell] = ()) -> Withheld:
    """What to withhold so that nobody learns a withheld figure; figures in `standing` stay published.

    A decoy that everybody could work out, since others are public for good, is none; nor is a complement.
    """
    found, standing = Withheld({}, ()), set(standing)
    for _attempt in range(LOOSENINGS):
        settle_all = _settle_with_past if task.past else _settle_today
        found = settle_all(task, required, knows, set(standing))
        idle = {cell for cell in found.exposed if required.get(cell) is WithholdingReason.DECOY}
        useless = {cell for cell in found.exposed if cell in found.reasons and cell not in required} - standing
        if not (idle or useless):
            break
        required = {cell: reason for cell, reason in required.items() if cell not in idle}
        standing |= useless
    return found


def _settle_today(task: Task, reasons: Reasons, knows: Knows | None, standing: set[Cell]) -> Withheld:
    cells = cells_of(task)
    required = np.array([cell in reasons for cell in cells])
    system = system_of(task)
    system = replace(system, fixed=np.array([cell in standing for cell in cells]) & ~required)
    outcome = settle(system, required, knows, task.policy.acquainted)
    return Withheld(_reasons(cells, outcome, required) | reasons, _named(cells, outcome.hopeless))


def _reasons(cells: tuple[Cell, ...], outcome: ArenaOutcome, required: Flags) -> Reasons:
    visible = np.arange(len(cells)) < len(cells)
    found = dict.fromkeys(_named(cells, outcome.hidden & ~required & visible), WithholdingReason.COMPLEMENT)
    return found | dict.fromkeys(_named(cells, outcome.insiders), WithholdingReason.INSIDER)


def _settle_with_past(task: Task, primary: Reasons, knows: Knows | None, standing: set[Cell]) -> Withheld:
    """Small revisions are withheld; where that is not enough, every revision is."""
    known = link_releases(task.past, task.wide_axes, overlaps=task.overlaps)
    spoken = {cell for release in task.past for cell in release}
    change = {cell: _change(task.past, known, cell, figure) for cell, figure in task.figures.items()}
    changed = {cell for cell, size in change.items() if size}
    slightly = {cell for cell in changed if not task.money and change[cell] < task.policy.k}
    silent = {cell for cell in task.figures if cell in spoken and known.known(cell) is None}
    public = {cell for cell, figure in task.figures.items() if known.known(cell) == figure.value}
    standing |= public
    primary = {
        cell: reason for cell, reason in primary.items() if reason is not WithholdingReason.DECOY or cell not in public
    }
    standing |= _follow(task, standing)
    withheld = Withheld({}, ())
    for revised in (slightly, changed) if slightly != changed else (changed,):
        reasons = (
            dict.fromkeys(silent, WithholdingReason.EARLIER)
            | dict.fromkeys(revised, WithholdingReason.REVISION)
            | primary
        )
        withheld = _settle_in_turn(task, reasons, knows, standing)
        if not withheld.exposed:
            break
    return withheld


def _follow(task: Task, standing: Collection[Cell]) -> set[Cell]:
    """Sums of figures that stay published, such as a service area of districts: no gap there would hide anything."""
    found: set[Cell] = set()
    margins = tuple(find_margins(task.figures, task.axes))
    while further := {
        total
        for total, parts, axis in margins
        if axis not in task.overlaps
        if total not in standing and total not in found and all(each in standing or each in found for each in parts)
    }:
        found |= further
    return found


def _change(past: Sequence[Release], known: LinkedEditions, cell: Cell, figure: Figure) -> float:
    """How far a figure that is not what it was last is from the nearest of all that were ever published."""
    if known.known(cell) in (None, figure.value):
        return 0.0
    before = (value for release in past if (value := release.get(cell)) not in (None, figure.value))
    return min((abs(float(figure.value) - float(value or 0)) for value in before), default=0.0)


def _settle_in_turn(task: Task, reasons: Reasons, knows: Knows | None, standing: set[Cell]) -> Withheld:
    """Today's table alone, then with its past, until neither asks for more."""
    withheld = Withheld(reasons, ())
    for _round in range(_ROUNDS):
        withheld = _settle_today(task, withheld.reasons, knows, standing - withheld.reasons.keys())
        further, exposed = _ask_past(task, withheld.reasons, standing)
        withheld = Withheld(withheld.reasons | further, (*withheld.exposed, *exposed))
        if not further:
            break
    return withheld


def _ask_past(
    task: Task, reasons: Mapping[Cell, WithholdingReason], standing: set[Cell]
) -> tuple[Reasons, tuple[Cell, ...]]:
    """Today's cells that must go as well so that nothing follows from all releases together, and what still does."""
    today: Release = {cell: None if cell in reasons else figure.value for cell, figure in task.figures.items()}
    loose: set[Cell] = set()
    for _attempt in range(LOOSENINGS):
        linked = link_releases((*task.past, today), task.wide_axes, loose, task.overlaps)
        system, hidden = _system_of_all(task, linked, today, standing)
        if not (torn := _named(linked.cells, find_torn(system, hidden))):
            break
        loose |= set(torn)
    outcome = settle(system, hidden, None)
    further = _named(linked.cells, outcome.hidden & ~hidden)
    return dict.fromkeys(further, WithholdingReason.COMPLEMENT), _named(linked.cells, outcome.hopeless)


def _system_of_all(task: Task, linked: LinkedEditions, today: Release, standing: set[Cell]) -> tuple[System, Flags]:
    """All releases: positions follow `linked`; only figures first published today may still be withheld."""
    hidden = np.array([value is None for value in linked.values])
    spoken = today.keys() | {cell for release in task.past for cell in release}
    left_out = np.array([cell not in spoken for cell in linked.cells])
    people = np.array([not is_made(cell) or is_people(cell) for cell in linked.cells])
    fixed, price = ~hidden, np.full(len(hidden), PUBLIC_PRICE)
    own = prices(task, task.figures)
    for at, cell in enumerate(task.figures):
        position = linked.current[cell]
        price[position] = own[at]
        if not hidden[position]:
            fixed[position] = cell in standing
    system = System(
        rows=linked.margins,
        equations=build_equations(linked.margins, len(hidden)),
        values=np.array([float(value or 0) for value in linked.values]),
        fixed=fixed,
        whole=np.full(len(hidden), not task.money),
        gap=~left_out,
        rest=left_out & people & (not task.money),
        finest=np.zeros(len(hidden), np.bool_),
        share=np.full(len(hidden), task.policy.percent / 100 if task.money else 0.0),
        price=price,
        floor=floors(task, linked.cells, [float("inf") if value is None else float(value) for value in linked.values]),
        k=float(task.policy.k),
    )
    return system, hidden


def _named(cells: tuple[Cell, ...], flags: Flags) -> tuple[Cell, ...]:
    return tuple(cells[position] for position in np.flatnonzero(flags))
