"""A case becomes weaknesses by two attacks: on one release, and on all releases together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.features.statistics.audit.attack import Result, ToldFigure
from generator.features.statistics.audit.beliefs import attack, attack_editions
from generator.features.statistics.audit.cases import MeasureCase
from generator.features.statistics.audit.knowledge import gather
from generator.features.statistics.audit.overlaps import Derived
from generator.features.statistics.audit.sums import Sums
from generator.features.statistics.audit.weaknesses import Weakness, WeaknessKind
from generator.features.statistics.cells import Cell
from generator.features.statistics.stages import is_rest
from generator.features.statistics.tables import StatisticTable
from generator.model.figure_columns import PERIOD


def find_in_release(case: MeasureCase, sums: Sums) -> Iterator[Weakness]:
    """What the newest release gives away; a cell that no single table gives away is laid to their overlap."""
    result = attack(case, gather((case.newest,), sums))
    alone: dict[tuple[Cell, Derived | None], ToldFigure] = {}
    if result.exposures:
        for table in case.tables:
            alone |= {(each.cell, each.derived): each for each in _attack_table(case, table).exposures}
    for exposure in result.exposures:
        known = alone.get((exposure.cell, exposure.derived))
        yield _report(case, known or exposure, None if known else WeaknessKind.OVERLAP)
    for group in result.contradictions:
        yield case.report(group[0], (0.0, None), WeaknessKind.CONTRADICTION, group)


def find_by_history(case: MeasureCase, sums: Sums) -> Iterator[Weakness]:
    """What all releases together give away, also to whoever does not believe all that each of them said."""
    found: set[tuple[Cell, Derived | None]] = set()
    for _, result in attack_editions(case, sums) if len(case.shown) > 1 else ():
        for exposure in result.exposures:
            if (exposure.cell, exposure.derived) not in found:
                yield _report(case, exposure, WeaknessKind.DIFFERENCE)
        found |= {(each.cell, each.derived) for each in result.exposures}


def find_by_stories(case: MeasureCase, sums: Sums) -> Iterator[Weakness]:
    """What all releases give away to whoever knows somebody's case, or whom a project helped."""
    known = gather(case.shown, sums)
    least = {place: float(case.least[cell]) for place, cell in enumerate(known.cells) if cell in case.least}
    if least := {place: number for place, number in least.items() if place not in known.derived}:
        for exposure in attack(case, replace(known, least=least)).exposures:
            yield _report(case, exposure, WeaknessKind.STORY)


def _attack_table(case: MeasureCase, table: StatisticTable) -> Result:
    """One table as if there were no other, and each of its periods as if there were no other."""
    axes = tuple(axis for axis in table.dimensions if axis.name != PERIOD)
    shown = {cell: case.newest[cell] for cell in case.rows(table)}
    return attack(case, gather((shown,), Sums(axes, case.overlaps)))


def _report(case: MeasureCase, exposure: ToldFigure, kind: WeaknessKind | None) -> Weakness:
    return case.report(
        exposure.cell,
        exposure.bounds,
        kind if kind and exposure.derived is None else _kind(exposure),
        exposure.explained_by,
    )


def _kind(exposure: ToldFigure) -> WeaknessKind:
    if exposure.derived is not None:
        return WeaknessKind.AGAIN if exposure.derived is Derived.AGAIN else WeaknessKind.ELSEWHERE
    if not exposure.withheld:
        return WeaknessKind.REST if is_rest(exposure.cell) else WeaknessKind.LEFT_OUT
    if exposure.steps == 1:
        return WeaknessKind.ALONE
    return WeaknessKind.COMBINED if exposure.bounds[0] == exposure.bounds[1] else WeaknessKind.NARROW
