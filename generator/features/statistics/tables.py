"""What is published: tidy rows under dimensions and measures, withheld values empty and marked with SDMX's codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.features.statistics.cells import Cell
from generator.features.statistics.dimensions import Dimension
from generator.features.statistics.successions import InForce
from generator.model.figure import Amount
from generator.model.figure_columns import PERIOD
from generator.model.tabulation import Standard


class ObsStatus(StrEnum):
    """The codes of SDMX's CL_OBS_STATUS that we write."""

    NORMAL = "A"
    ROUNDED = "E"
    """Estimated, as SDMX calls it: a multiple of the base, up or down as the bureau's key says."""
    SUPPRESSED = "Q"


class ConfStatus(StrEnum):
    """The codes of SDMX's CL_CONF_STATUS that we write."""

    FREE = "F"
    CONFIDENTIAL = "C"
    """Withheld, for whatever reason: a mark that told reasons apart would tell figures."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure counts. `counted_by` names the count behind an amount of money; a count has none.

    `part_of` names the count whose households these are a part of: who was accepted had asked.
    """

    name: str
    title: str
    unit: str
    counted_by: str | None = None
    part_of: str | None = None
    standards: tuple[Standard, ...] = ()
    """What the law or a published rule gives one household; everybody knows it."""
    overlaps: frozenset[str] = frozenset()
    """Dimensions of which a household may stand in several codes, counted once in each and once in their total."""

    @property
    def is_count(self) -> bool:
        """Whether figures are people or households rather than money."""
        return self.counted_by is None


@dataclass(frozen=True, slots=True)
class Observation:
    """One published row; `value` is None where it is withheld. `codes` follow the table's dimensions."""

    codes: tuple[str, ...]
    measure: str
    value: Amount | None
    obs_status: ObsStatus = ObsStatus.NORMAL
    conf_status: ConfStatus = ConfStatus.FREE
    said: str = ""
    """Of a gap in anybody's table: how that table marks it."""


@dataclass(frozen=True, slots=True)
class Rounding:
    """The level of a table that is rounded: its codes on `axis`, and where nothing can be (`never`).

    `base` is what figures are multiples of; a figure is off by less than that.
    """

    axis: str
    codes: frozenset[str]
    base: int
    never: tuple[tuple[tuple[str, str], ...], ...] = ()
    spans: Mapping[str, InForce] = field(default_factory=dict)
    """Of codes that began or ended: when they were in force."""
    drawn_as: str = ""
    """The table by whose thresholds figures are rounded; empty where they are its own."""

    def can_be(self, place: Mapping[str, str]) -> bool:
        """Whether the case can exist at a place, given as codes by dimension."""
        span = self.spans.get(place.get(self.axis, ""))
        if span is not None and not span.begins_within(place[PERIOD]):
            return False
        return not any(all(place.get(name) == code for name, code in each) for each in self.never)

    def holder_of(self, axis: Dimension, code: str) -> str | None:
        """The place above a place of the rounded level, over codes that it has become by now."""
        return next((each for each in axis.path(code)[1:] if each not in self.codes), None)


@dataclass(frozen=True, slots=True)
class StatisticTable:
    """One release of one table, as the public sees it."""

    name: str
    dimensions: tuple[Dimension, ...]
    measures: tuple[Measure, ...]
    observations: tuple[Observation, ...]
    rounding: Rounding | None = None
    """How the figures of a table are rounded, if they are."""

    def cells(self, measure: str = "") -> Mapping[Cell, Observation]:
        """The rows by the cell they speak of; of one measure, if one is named."""
        rows = [row for row in self.observations if row.measure == measure] if measure else self.observations
        axes = sorted((axis.name, at, axis.total) for at, axis in enumerate(self.dimensions))
        return {
            Cell(row.measure, tuple([(name, row.codes[at]) for name, at, total in axes if row.codes[at] != total])): row
            for row in rows
        }
