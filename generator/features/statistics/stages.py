"""Counts of which one is part of another become one count on an axis of stages.

Whoever was accepted had asked. If 20 asked and 18 were accepted, two were turned away, and a township knows which two.
So the rest of a stage is a cell like any other, though nobody publishes it: it is worked out by subtraction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.features.statistics.cells import Cell
from generator.features.statistics.dimensions import Dimension, build_dimension
from generator.features.statistics.tables import Measure, Observation, StatisticTable

REST = "∖"
"""Between two measures: the first without the second."""


@dataclass(frozen=True, slots=True)
class Stages:
    """`axes` hold measures and rests as codes; `homes` give each measure its root, its axis and its code there."""

    axes: tuple[Dimension, ...]
    homes: Mapping[str, tuple[str, str]]
    """Measures that are part of another: their root, and the name of their axis."""

    parents: Mapping[str, str]
    """Measures that are part of another, with the one next above."""

    def below(self, measure: str) -> tuple[str, ...]:
        """Every count that is part of this one, directly or through others."""
        return tuple(each for each in self.parents if measure in self._above(each))

    def _above(self, measure: str) -> Iterator[str]:
        while (above := self.parents.get(measure)) is not None:
            yield above
            measure = above

    def root(self, measure: str) -> str:
        """The count that all stages of a measure are part of."""
        return self.homes[measure][0] if measure in self.homes else measure

    def fold(self, cell: Cell) -> Cell:
        """The cell of the root count that a cell of a stage is."""
        if cell.measure not in self.homes:
            return cell
        root, axis = self.homes[cell.measure]
        return Cell(root, tuple(sorted((*cell.place, (axis, cell.measure)))))

    def rest(self, part: str, whole: str, place: Iterable[tuple[str, str]]) -> Cell:
        """The cell of what `part` leaves over of `whole` at a place."""
        root, axis = self.homes[part]
        return Cell(root, tuple(sorted((*place, (axis, f"{whole}{REST}{part}")))))

    def unfold(self, cell: Cell) -> Cell:
        """The cell as it is published; of a rest, under a measure of its own."""
        names = {axis.name for axis in self.axes}
        measure = next((code for name, code in cell.place if name in names), cell.measure)
        return Cell(measure, tuple(pair for pair in cell.place if pair[0] not in names))

    def fold_table(self, table: StatisticTable) -> StatisticTable:
        """The table with its counts as stages of their roots; money is left out."""
        counts = {measure.name for measure in table.measures if measure.is_count}
        rows = (
            Observation(
                (*row.codes, *self._codes(row.measure)),
                self.root(row.measure),
                row.value,
                row.obs_status,
                row.conf_status,
                row.said,
            )
            for row in table.observations
            if row.measure in counts
        )
        measures = tuple({self.root(each.name): each for each in table.measures if each.is_count}.items())
        overlaps = frozenset[str]().union(*(each.overlaps for each in table.measures))
        roots = tuple(Measure(name, each.title, each.unit, overlaps=overlaps) for name, each in measures)
        return StatisticTable(table.name, (*table.dimensions, *self.axes), roots, tuple(rows))

    def _codes(self, measure: str) -> tuple[str, ...]:
        home = self.homes.get(measure)
        return tuple(measure if home and axis.name == home[1] else axis.total or "" for axis in self.axes)


def find_stages(measures: Iterable[Measure]) -> Stages:
    """The stages among measures of all tables; one that several tables have is believed where it says most."""
    above: dict[str, str] = {}
    for measure in measures:
        if measure.part_of:
            above.setdefault(measure.name, measure.part_of)
    homes = {name: _home(name, above) for name in above}
    parents: dict[str, dict[str, str | None]] = {}
    for name, (root, axis) in homes.items():
        codes = parents.setdefault(axis, {root: None})
        whole = above[name]
        codes |= {name: whole, f"{whole}{REST}{name}": whole}
    axes = (
        build_dimension(
            axis,
            axis,
            codes,
            next(iter(codes)),
            inner=True,
            beside=tuple(_skips(axis, next(iter(codes)), homes, above)),
        )
        for axis, codes in parents.items()
    )
    return Stages(tuple(axes), homes, above)


def _skips(axis: str, root: str, homes: Mapping[str, tuple[str, str]], above: Mapping[str, str]) -> Iterator[Dimension]:
    """What a later stage leaves over of one that is not the next above: the rows between may be missing."""
    for part in (name for name, home in homes.items() if home == (root, axis)):
        whole = above.get(above[part])
        while whole is not None:
            rest = f"{whole}{REST}{part}"
            yield build_dimension(axis, rest, {whole: None, part: whole, rest: whole}, root, inner=True)
            whole = above.get(whole)


def is_rest(cell: Cell) -> bool:
    """Whether a folded cell is what a stage leaves over."""
    return any(REST in code for _, code in cell.place)


def _home(name: str, above: Mapping[str, str]) -> tuple[str, str]:
    """The root of a chain, and the chain's axis, called after the stage next to the root."""
    stage = name
    while above[stage] in above:
        stage = above[stage]
    return above[stage], f"stage:{stage}"
