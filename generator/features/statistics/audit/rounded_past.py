"""Rounded editions that were withdrawn, beside those of today: what they told together is told still.

Whoever keeps copies holds a table that was taken back beside one that stands, and exact figures of before beside those
that are rounded now. All that was ever printed is one release: of a cell printed twice, what was printed last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.features.statistics.audit.rounded import RoundedCase, examine_rounded, rounded_cases
from generator.features.statistics.audit.rounded_together import TogetherCase, examine_together, together_cases
from generator.features.statistics.audit.weaknesses import Demand, Weakness, WeaknessKind
from generator.features.statistics.cells import Cell
from generator.features.statistics.periods import join_dimensions
from generator.features.statistics.stages import Stages
from generator.features.statistics.tables import Observation, StatisticTable

_Attacked = RoundedCase | TogetherCase
_TELLING = frozenset({WeaknessKind.ROUNDED, WeaknessKind.TOGETHER, WeaknessKind.STORY})


@dataclass(frozen=True, slots=True)
class PastCase:
    """A district of rounded tables with columns that stand no more."""

    case: _Attacked

    @property
    def title(self) -> str:
        """What is attacked, in a word."""
        return self.case.title


def past_cases(
    releases: Sequence[Sequence[StatisticTable]],
    today: Iterable[RoundedCase | TogetherCase],
    stages: Stages,
    demand: Demand,
    least: Mapping[Cell, int],
) -> Iterator[PastCase]:
    """Districts printed otherwise than in the cases of `today`: in each earlier release, and in all ever printed."""
    if not any(table.rounding for release in releases for table in release):
        return

    def cases(release: Sequence[StatisticTable]) -> Iterator[_Attacked]:
        yield from rounded_cases(release, stages, demand, least)
        yield from together_cases(release, stages, demand, least)

    seen = list(today)
    for release in (*_that_differ(releases), ever_printed(releases)):
        fresh = [each for each in cases(release) if each not in seen]
        seen += fresh
        yield from map(PastCase, fresh)


def _that_differ(releases: Sequence[Sequence[StatisticTable]]) -> Iterator[Sequence[StatisticTable]]:
    """Earlier releases whose rounded tables are others than in the next."""
    for before, after in pairwise(releases):
        if _rounded(before) and _rounded(before) != _rounded(after):
            yield before


def _rounded(release: Iterable[StatisticTable]) -> dict[str, tuple[Observation, ...]]:
    return {each.name: each.observations for each in release if each.rounding is not None}


def ever_printed(releases: Sequence[Sequence[StatisticTable]]) -> tuple[StatisticTable, ...]:
    """One table of each name: every row that any release had, as it was given last."""
    tables: dict[str, StatisticTable] = {}
    rows: dict[str, dict[tuple[str, tuple[str, ...]], Observation]] = {}
    for release in releases:
        for table in release:
            known = tables.get(table.name)
            axes = join_dimensions((*known.dimensions, *table.dimensions)) if known else table.dimensions
            tables[table.name] = replace(table, dimensions=axes)
            given = rows.setdefault(table.name, {})
            for row in table.observations:
                if row.value is not None or (row.measure, row.codes) not in given:
                    given[row.measure, row.codes] = row
    return tuple(replace(each, observations=tuple(rows[name].values())) for name, each in tables.items())


def examine_past(case: PastCase) -> list[Weakness]:
    """What is known too well of it. That old figures do not fit new ones is a revision, and no weakness."""
    attacked = case.case
    found = examine_rounded(attacked) if isinstance(attacked, RoundedCase) else examine_together(attacked)
    return [replace(each, kind=WeaknessKind.PAST) for each in found if each.kind in _TELLING]
