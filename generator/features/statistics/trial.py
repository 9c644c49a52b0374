"""A table that is about to be published, beside all that was: what the audit says of it. Protection is not believed."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.features.statistics.audit.places import find_audit_problems
from generator.features.statistics.audit.weaknesses import Demand, Weakness, WeaknessKind
from generator.features.statistics.cells import Cell
from generator.features.statistics.labels import make_label
from generator.features.statistics.layouts import Layout
from generator.features.statistics.neighbours.contained import Least
from generator.features.statistics.tables import StatisticTable
from generator.model.problem import Location, Problem


def find_exposed(
    file: str,
    newest: StatisticTable,
    earlier: Sequence[StatisticTable],
    demand: Demand,
    site: tuple[tuple[Layout, ...], Least],
) -> tuple[Problem, ...]:
    """The attacker's own verdict on the cells of the `newest` table, which comes from a `file`, and on those of others
    that it tells; the `site` has its layouts, and what its other records say."""
    cells = newest.cells().keys()
    before = [table for table in earlier if table.name == newest.name and not cells.isdisjoint(table.cells())]
    beside = [table for table in earlier if table not in before and not _is_superseded(table, newest, earlier)]
    releases = [[*beside, table] for table in before] + [[*beside, newest]]
    from generator.features.statistics.audit.audit import audit, audit_rounded

    layouts, least = site
    weaknesses = audit_rounded(releases, demand, least) if newest.rounding else audit(releases, demand, least=least)
    of_it = (each for each in weaknesses if each.kind is not WeaknessKind.PAST)  # no new edition can mend that
    found = [each for each in of_it if each.cell in cells or _is_told_by(each, cells)]
    places = {(newest.name, cell): Location(file) for cell in cells}
    return tuple(find_audit_problems(found, make_label(layouts), places))


def _is_told_by(weakness: Weakness, cells: Collection[Cell]) -> bool:
    """Whether figures of another table are told by those of the new one."""
    overlap = weakness.kind is WeaknessKind.OVERLAP and not set(weakness.explained_by).isdisjoint(cells)
    return overlap or weakness.kind is WeaknessKind.TOGETHER


def _is_superseded(table: StatisticTable, newest: StatisticTable, earlier: Sequence[StatisticTable]) -> bool:
    """Whether rounded figures stand below a later edition of an exact table, which they are held against."""
    later = earlier[earlier.index(table) + 1 :]
    return newest.rounding is not None and any(
        each.name == table.name and not table.cells().keys().isdisjoint(each.cells()) for each in later
    )
