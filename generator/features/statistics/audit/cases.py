"""Releases become one case for each measure: what was shown of it, when, and in which table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.features.statistics.audit.knowledge import Shown
from generator.features.statistics.audit.weaknesses import Demand, Weakness, WeaknessKind
from generator.features.statistics.cells import Cell
from generator.features.statistics.dimensions import Dimension
from generator.features.statistics.periods import join_dimensions
from generator.features.statistics.stages import Stages
from generator.features.statistics.tables import Measure, Observation, StatisticTable
from generator.model.figure import Amount


@dataclass(frozen=True, slots=True)
class MeasureCase:
    """One measure under attack. `shown` holds each release with its tables laid together, oldest first."""

    measure: Measure
    tables: tuple[StatisticTable, ...]
    axes: tuple[Dimension, ...]
    shown: tuple[Shown, ...]
    counts: Shown
    homes: Mapping[Cell, str]
    demand: Demand
    home: str = ""
    """The table that a cell which none has is laid to."""
    least: Mapping[Cell, int] = field(default_factory=dict)
    """What single cells are surely not below: somebody's case was told, or a project said how many it helped."""
    overlaps: frozenset[str] = frozenset()
    """Dimensions of which a household may stand in several codes, whichever table says so."""

    @property
    def title(self) -> str:
        """What is attacked, in a word."""
        return self.measure.title

    @property
    def newest(self) -> Shown:
        """The release that is examined."""
        return self.shown[-1]

    def rows(self, table: StatisticTable) -> Mapping[Cell, Observation]:
        """The rows of this measure in one table."""
        return {cell: row for cell, row in table.cells().items() if cell.measure == self.measure.name}

    def report(
        self, cell: Cell, bounds: tuple[float, float | None], kind: WeaknessKind, given: tuple[Cell, ...]
    ) -> Weakness:
        """A weakness about a cell; what width is required follows from the bounds."""
        low, high = bounds
        required = self.demand.width(self.measure.is_count, low if high is None else high)
        return Weakness(self.homes.get(cell) or self.home, cell, low, high, required, kind, given)


def build_cases(
    releases: Sequence[Sequence[StatisticTable]], demand: Demand, stages: Stages, least: Mapping[Cell, int]
) -> Iterator[MeasureCase]:
    """A case for each amount of money, and for each count with all its stages, also where they were withdrawn."""
    folded_least = {stages.fold(cell): number for cell, number in least.items()}
    folded = [[stages.fold_table(table) for table in release] for release in releases]
    for seen in (folded, releases):
        measures = {
            each.name: each
            for release in seen
            for table in release
            for each in table.measures
            if each.is_count == (seen is folded)
        }
        axes = join_dimensions(axis for release in seen for table in release for axis in table.dimensions)
        homes = {cell: table.name for release in seen for table in release for cell in table.cells()}
        for measure in measures.values():
            case = _build_case(seen, measure, axes, homes, demand)
            yield replace(case, least=folded_least) if measure.is_count else case


def _build_case(
    releases: Sequence[Sequence[StatisticTable]],
    measure: Measure,
    axes: tuple[Dimension, ...],
    homes: Mapping[Cell, str],
    demand: Demand,
) -> MeasureCase:
    newest = releases[-1]
    home = next((each.name for release in reversed(releases) for each in release if _counts(each, measure)), "")
    return MeasureCase(
        measure=measure,
        tables=tuple(table for table in newest if _counts(table, measure)),
        axes=axes,
        shown=_distinct(_show(release, measure) for release in releases),
        counts=_lay_together(newest, measure.counted_by or ""),
        homes=homes,
        demand=demand,
        home=home,
        overlaps=frozenset(
            axis
            for release in releases
            for table in release
            for each in table.measures
            if each.name == measure.name
            for axis in each.overlaps
        ),
    )


def _counts(table: StatisticTable, measure: Measure) -> bool:
    return any(row.measure == measure.name for row in table.observations)


def _show(release: Sequence[StatisticTable], measure: Measure) -> Shown:
    """What a release shows; where nobody is counted, everybody knows that no money was given."""
    shown = _lay_together(release, measure.name)
    if measure.counted_by is None:
        return shown
    nobody = {cell.place for cell, value in _lay_together(release, measure.counted_by).items() if value == 0}
    return {cell: 0 if value is None and cell.place in nobody else value for cell, value in shown.items()}


def _distinct(releases: Iterable[Shown]) -> tuple[Shown, ...]:
    """Releases that differ from the one before: a version of the site often leaves a table as it was."""
    kept: list[Shown] = []
    for shown in releases:
        if not kept or shown != kept[-1]:
            kept.append(shown)
    return tuple(kept)


def _lay_together(release: Sequence[StatisticTable], measure: str) -> dict[Cell, Amount | None]:
    """All tables as one: a figure that any of them publishes is published."""
    shown: dict[Cell, Amount | None] = {}
    for table in release if measure else ():
        for cell, row in table.cells(measure).items():
            if shown.get(cell) is None:
                shown[cell] = row.value
    return shown
