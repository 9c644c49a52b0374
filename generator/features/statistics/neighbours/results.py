"""What projects disclose of whom they helped, to the numbers that say it of a handful of people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from generator.features.statistics.cells import Cell
from generator.features.statistics.layouts import find_layouts
from generator.features.statistics.neighbours.contained import published_cells, result_cells
from generator.features.statistics.neighbours.problems import result_beyond_table, result_grew_by_few, result_small
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.figure import Amount
from generator.model.problem import Location, Problem
from generator.model.project import Project
from generator.model.record import Record

PEOPLE_FIELDS = ("beneficiaries", "households")
"""Counts of people, each once; services are visits, behind which there may be few or many."""
_CUMULATIVE = "cumulative"


class SmallResult(NamedTuple):
    """A count from 1 to k-1 that a disclosure gives, or by which it is more than the one before."""

    record: Record
    field: str
    number: int
    is_growth: bool


def audit_results(project: Project, catalogue: Catalogue, *_: object) -> tuple[Problem, ...]:
    """What anybody reads from numbers that projects disclose, as a part of checking."""
    k = project.settings.smallest_count
    found = find_small_results(tuple(catalogue.with_role("disclosure").values()), k)
    return (*(_problem(each, k) for each in found), *_find_beyond(catalogue))


def _find_beyond(catalogue: Catalogue) -> Iterator[Problem]:
    """Results that are more than the figure of the table that declares to hold them."""
    figures: dict[Cell, Amount] = {}
    for layout in find_layouts(catalogue):
        tabulation = catalogue.datasets[layout.name].directory.tabulation
        if tabulation and tabulation.contains and layout.rounding is None:
            figures |= published_cells(catalogue, layout)
    for record, cell, number in result_cells(catalogue) if figures else ():
        if cell in figures and figures[cell] < number:
            origin = record.origin
            yield result_beyond_table(Location(origin.file, origin.line, row=origin.row), record.key)


def find_small_results(records: Sequence[Record], k: int) -> Iterator[SmallResult]:
    """Small counts, and small steps between cumulative ones of one project; a correction takes an older one's place."""
    for record in records:
        for field in PEOPLE_FIELDS:
            if 0 < (count := _count(record, field)) < k:
                yield SmallResult(record, field, count, is_growth=False)
    standing = [each for each in records if text_in(each, "basis") == _CUMULATIVE]
    corrected = {(_whose(each), text_in(each, "correction_of")) for each in records}

    ordered = sorted(
        standing, key=lambda each: (_whose(each), text_in(each, "period_to"), text_in(each, "published_on"))
    )
    for _, found in groupby(ordered, _whose):
        steps = [each for each in found if (_whose(each), text_in(each, "id")) not in corrected]
        for before, after in pairwise(steps):
            for field in PEOPLE_FIELDS:
                then, now = _count(before, field), _count(after, field)
                if then and now and 0 < now - then < k:
                    yield SmallResult(after, field, now - then, is_growth=True)


def _whose(record: Record) -> str:
    """The project that a disclosure is of."""
    return text_in(record, "project")


def _count(record: Record, field: str) -> int:
    value = record.values.get(field)
    return value if isinstance(value, int) else 0


def _problem(found: SmallResult, k: int) -> Problem:
    origin = found.record.origin
    place = Location(origin.file, origin.line, row=origin.row, field=found.field)
    tell = result_grew_by_few if found.is_growth else result_small
    return tell(place, found.record.key, k)
