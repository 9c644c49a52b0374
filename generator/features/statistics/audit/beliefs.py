"""Editions in order become what an attacker believes of them: which figures stayed, and which were never true.

Where all editions together contradict themselves, figures were not what they had been, and are new unknowns. Besides,
who reads a figure that others before and after do not have, or an edition that no table fits, leaves it out.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.statistics.audit.attack import Attack, Result, find_impossible
from generator.features.statistics.audit.cases import MeasureCase
from generator.features.statistics.audit.knowledge import Knowledge, Shown, gather
from generator.features.statistics.audit.sums import Sums
from generator.features.statistics.cells import Cell

_ATTEMPTS = 4
"""How often the attacker gives up believing that figures stayed the same."""


def attack(case: MeasureCase, knowledge: Knowledge) -> Result:
    """What this knowledge tells of a case."""
    return Attack(knowledge, case.demand, case.measure.is_count).run()


def attack_editions(case: MeasureCase, sums: Sums) -> Iterator[tuple[Knowledge, Result]]:
    """All editions as they stand; then, where some were wrong for a time, without what was wrong."""
    known, result, torn = _attack_all(case, case.shown, sums)
    yield known, result
    left = tuple(_believed(case, sums, torn))
    if left != case.shown:
        yield _attack_all(case, left, sums)[:2]


def _attack_all(case: MeasureCase, shown: tuple[Shown, ...], sums: Sums) -> tuple[Knowledge, Result, bool]:
    """Also whether they contradicted themselves before figures were taken to be new."""
    distrusted, torn = set[Cell](), False
    for _attempt in range(_ATTEMPTS):
        known = gather(shown, sums, distrusted)
        result = attack(case, known)
        if not result.contradictions:
            break
        torn = True
        distrusted.update(cell for group in result.contradictions for cell in group)
    return known, result, torn


def _believed(case: MeasureCase, sums: Sums, torn: bool) -> Iterator[Shown]:
    """Each edition without the figures that an earlier one and the newest have otherwise, and those that cannot be."""
    *earlier, newest = case.shown
    before: dict[Cell, set[object]] = {}
    for shown in earlier:
        wrong = {
            cell
            for cell, value in shown.items()
            if value not in (None, newest.get(cell)) and newest.get(cell) in before.get(cell, ())
        }
        if torn:
            wrong |= _impossible(case, shown, sums)
        for cell, value in shown.items():
            if value is not None and cell not in wrong:
                before.setdefault(cell, set()).add(value)
        yield {cell: value for cell, value in shown.items() if cell not in wrong} if wrong else shown
    yield newest


def _impossible(case: MeasureCase, shown: Shown, sums: Sums) -> set[Cell]:
    """Figures of one edition in sums that no values would fit."""
    dark = set(find_impossible(gather((shown,), sums), case.measure.is_count))
    return {cell for each in sums.over(shown) if not dark.isdisjoint(each.members) for cell in each.members}
