"""Weaknesses become problems of the files they stand in, so that people read them where they read everything else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.features.statistics.audit.messages import tell_remedy, tell_weakness
from generator.features.statistics.audit.problems import AUDIT_MORE, STATISTICS_BY_KIND
from generator.features.statistics.audit.weaknesses import Weakness
from generator.features.statistics.cells import Cell
from generator.features.statistics.labels import Label
from generator.model.problem import Location, Problem

TOLD = 30
"""Weaknesses told of one table; a table made without protection may have thousands, all mended in one go."""

Places = Mapping[tuple[str, Cell], Location]
"""Where each cell stands, by table."""


def find_audit_problems(weaknesses: Sequence[Weakness], label: Label, places: Places) -> Iterator[Problem]:
    """One error a weakness; of those beyond the first of a table only their number."""
    told: Counter[str] = Counter()
    for weakness in weaknesses:
        told[weakness.table] += 1
        if told[weakness.table] <= TOLD:
            yield _problem(weakness, label, places)
    for table, count in told.items():
        if count > TOLD:
            yield _rest(table, count - TOLD, places)


def place_of_weakness(weakness: Weakness, places: Places) -> Location:
    """The row of the cell, else the file it would stand in."""
    return places.get((weakness.table, weakness.cell)) or _file_of(weakness.table, places)


def _file_of(table: str, places: Places) -> Location:
    return next((Location(place.file) for (name, _), place in places.items() if name == table), Location(table))


def _problem(weakness: Weakness, label: Label, places: Places) -> Problem:
    return Problem(
        STATISTICS_BY_KIND[weakness.kind],
        place_of_weakness(weakness, places),
        tell_weakness(weakness, label),
        tell_remedy(weakness),
        weakness.table,
    )


def _rest(table: str, count: int, places: Places) -> Problem:
    """A table gives away more than anybody would mend by hand."""
    return Problem(
        AUDIT_MORE,
        _file_of(table, places),
        f"这张表还有 {count} 处同样的问题没有在这里列出。",
        "用 mingshan audit --format json 查看全部；整张表用 mingshan protect 重新处理。",
        table,
    )
