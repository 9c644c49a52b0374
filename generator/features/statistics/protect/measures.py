"""One measure of a table becomes the cells of it to withhold, each with its reason."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np

from generator.features.statistics.cells import Cell
from generator.features.statistics.protect.arena import find_torn, settle
from generator.features.statistics.protect.arenas import Task, arena_of_all, arena_of_today, believe_marks
from generator.features.statistics.protect.earlier import LinkedEditions, Release, link_releases
from generator.features.statistics.protect.marks import choose_marks
from generator.features.statistics.protect.policy import WithholdingReason
from generator.features.statistics.protect.primary import Reasons, find_primary
from generator.features.statistics.protect.system import Flags, find_parts
from generator.features.statistics.totals import Figure

_ROUNDS = 6
"""How often today's table and its past are made safe in turn, until neither asks the other for more."""
LOOSENINGS = 4
"""How often an attacker gives up believing that figures stayed the same, where that belief contradicts itself."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """The cells to withhold with their reasons, and those that stay exposed whatever is done."""

    reasons: Reasons
    exposed: tuple[Cell, ...]
    marked: frozenset[Cell] = frozenset()
    """Those that may be called small without telling how small."""


def withhold(task: Task, withheld_counts: Collection[Cell]) -> Withheld:
    """What to withhold of one measure, `withheld_counts` being withheld already of the count behind it."""
    published = {cell: figure for cell, figure in task.figures.items() if cell not in task.rests}
    primary = find_primary(task.measure, published, task.policy, withheld_counts)
    withheld = _settle_with_past(task, primary) if task.past else _settle_today(task, primary, _empty(task))
    return replace(withheld, marked=_mark(task, withheld.reasons)) if task.measure.is_count else withheld


def _mark(task: Task, reasons: Reasons) -> frozenset[Cell]:
    """Marks only where the past has no part in it: what others were told then may make them tell more now."""
    cells = tuple(task.figures)
    marked = frozenset(_named(cells, choose_marks(arena_of_today(task, reasons, ())))) - task.rests
    if not task.past:
        return marked
    linked = link_releases((*task.past, {cell: None for cell in cells if cell not in task.rests}), task.axes)
    parts = ({linked.cells[place] for place in part} for part in find_parts(linked.margins, len(linked.cells)))
    spoken = {cell for release in task.past for cell in release}
    return marked.intersection(*(marked - part for part in parts if not part.isdisjoint(spoken)))


def _empty(task: Task) -> set[Cell]:
    """Money where nobody is counted: everybody knows that it is nothing."""
    name = task.measure.name
    return {Cell(name, cell.place) for cell, figure in task.counts.items() if figure.value == 0}


def _settle_today(task: Task, reasons: Reasons, standing: set[Cell]) -> Withheld:
    arena = arena_of_today(task, reasons, standing)
    cells = tuple(task.figures)
    outcome = settle(arena, thorough=True)
    found = dict.fromkeys(_named(cells, outcome.hidden & ~arena.hidden), WithholdingReason.COMPLEMENT)
    found |= dict.fromkeys(_named(cells, outcome.insiders), WithholdingReason.INSIDER)
    return Withheld(found | reasons, _named(cells, outcome.hopeless))


def _settle_with_past(task: Task, primary: Reasons) -> Withheld:
    """Small revisions are withheld; where that is not enough, every revision is."""
    known = link_releases(task.past, task.axes)
    spoken = {cell for release in task.past for cell in release}
    change = {cell: _change(known, cell, figure) for cell, figure in task.figures.items()}
    changed = {cell for cell, size in change.items() if size}
    slightly = {cell for cell in changed if task.measure.is_count and change[cell] < task.policy.k}
    silent = {cell for cell in task.figures if cell in spoken and known.known(cell) is None}
    standing = {cell for cell, figure in task.figures.items() if known.known(cell) == figure.value} | _empty(task)
    withheld = Withheld({}, ())
    for revised in (slightly, changed):
        reasons = (
            dict.fromkeys(silent, WithholdingReason.EARLIER)
            | dict.fromkeys(revised, WithholdingReason.REVISION)
            | primary
        )
        withheld = _settle_in_turn(task, reasons, standing)
        if not withheld.exposed:
            break
    return withheld


def _change(known: LinkedEditions, cell: Cell, figure: Figure) -> float:
    before = known.known(cell)
    return 0.0 if before is None else abs(float(figure.value) - float(before))


def _settle_in_turn(task: Task, reasons: Reasons, standing: set[Cell]) -> Withheld:
    """Today's table alone, then with its past, until neither asks for more."""
    withheld = Withheld(reasons, ())
    for _round in range(_ROUNDS):
        withheld = _settle_today(task, withheld.reasons, standing)
        further, exposed = _ask_past(task, withheld.reasons, standing)
        withheld = Withheld(withheld.reasons | further, (*withheld.exposed, *exposed))
        if not further:
            break
    return withheld


def _ask_past(
    task: Task, reasons: Mapping[Cell, WithholdingReason], standing: set[Cell]
) -> tuple[Reasons, tuple[Cell, ...]]:
    """Today's cells that must go as well so that nothing follows from all releases together, and what still does."""
    today: Release = {
        cell: None if cell in reasons else figure.value
        for cell, figure in task.figures.items()
        if cell not in task.rests
    }
    loose: set[Cell] = set()
    for _attempt in range(LOOSENINGS):
        linked = link_releases((*task.past, today), task.axes, loose)
        arena = arena_of_all(task, linked, today, standing)
        if not (torn := _named(linked.cells, find_torn(arena))):
            break
        loose |= set(torn)
    outcome = settle(arena, thorough=False)
    hidden, hopeless = outcome.hidden, outcome.hopeless
    if task.marked:
        marked = np.array([cell in task.marked for cell in linked.cells]) & arena.hidden
        outcome = settle(believe_marks(replace(arena, hidden=hidden), marked), thorough=False)
        hidden, hopeless = outcome.hidden, hopeless | outcome.hopeless
    further = _named(linked.cells, hidden & ~arena.hidden)
    return dict.fromkeys(further, WithholdingReason.COMPLEMENT), _named(linked.cells, hopeless)


def _named(cells: tuple[Cell, ...], flags: Flags) -> tuple[Cell, ...]:
    return tuple(cells[position] for position in np.flatnonzero(flags))
