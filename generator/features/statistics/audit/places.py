"""Weaknesses become problems of the files they stand in, so that people read them where they read everything else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.features.statistics.audit.messages import tell_remedy, tell_weakness
from generator.features.statistics.audit.problems import more_weaknesses, weakness_found
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
    counts: Counter[str] = Counter()
    for weakness in weaknesses:
        counts[weakness.table] += 1
        if counts[weakness.table] <= TOLD:
            place = place_of_weakness(weakness, places)
            yield weakness_found(weakness, place, tell_weakness(weakness, label), tell_remedy(weakness))
    for table, count in counts.items():
        if count > TOLD:
            yield more_weaknesses(_file_of(table, places), table, count - TOLD)


def place_of_weakness(weakness: Weakness, places: Places) -> Location:
    """The row of the cell, else the file it would stand in."""
    return places.get((weakness.table, weakness.cell)) or _file_of(weakness.table, places)


def _file_of(table: str, places: Places) -> Location:
    return next((Location(place.file) for (name, _), place in places.items() if name == table), Location(table))
