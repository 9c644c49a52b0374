"""What the attacker found out, as a value: which figure, between which bounds, by which way, from which others."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.features.statistics.cells import Cell


class WeaknessKind(StrEnum):
    """The ways in which a release gives somebody away; each has a message of its own in `messages`."""

    SMALL = "small"
    """A count from 1 to k-1 is published."""
    SUM = "sum"
    """A total is not the sum of its parts."""
    CONTRADICTION = "contradiction"
    """No table of people could give all these figures at once."""
    MONEY = "money"
    """Money is published though its count is withheld."""
    ALONE = "alone"
    """The only withheld figure beside a total: a subtraction gives it."""
    COMBINED = "combined"
    """Several subtractions together give a withheld figure exactly."""
    NARROW = "narrow"
    """A withheld figure can be narrowed down too far."""
    LEFT_OUT = "left-out"
    """A row that is simply missing can be worked out and is small."""
    REST = "rest"
    """One count less another that is part of it leaves a small count: those turned away, those still waiting."""
    AGAIN = "again"
    """A total and its parts, each with every household once, tell that a few were counted in several parts."""
    ELSEWHERE = "elsewhere"
    """A total and one of its parts tell that a few of the total are not in that part."""
    MARK = "mark"
    """The mark that says why a figure is withheld gives it away together with the others."""
    OVERLAP = "overlap"
    """Tables or periods that overlap give a figure away together, none of them alone."""
    JOINT = "joint"
    """Money and a published standard together say how many households got it."""
    STORY = "story"
    """Somebody's published case, or a project's result, together with the tables gives a figure away."""
    DIFFERENCE = "difference"
    """Releases of different dates give a figure away together."""
    REVISION = "revision"
    """A count changed by 1 to k-1 from one release to the next."""
    UNROUNDED = "unrounded"
    """A figure of a rounded table is not rounded as it must be, or is a sum that stands beside its parts."""
    WHOLE = "whole"
    """Places print rounded figures though the exact one of their district is not published, or not all places do."""
    ROUNDED = "rounded"
    """A rounded figure, or what one leaves over of another, has fewer than k values left."""
    TOGETHER = "together"
    """Rounded figures of several tables or periods tell together what none of them does alone."""
    BESIDE = "beside"
    """Exact figures of a place stand beside its rounded ones of the same year."""
    CORRECTION = "correction"
    """Rounded figures changed though the exact ones of their district changed by very few."""
    PAST = "past"
    """An earlier edition published a figure that must not be, and the newest one no longer does."""


@dataclass(frozen=True, slots=True)
class Weakness:
    """One weakness. `high` is None where nothing bounds a figure; `required` is the width the rules ask for.

    REVISION, CORRECTION: `low` and `high` are the two published values. SUM: what the parts give and what is published.
    """

    table: str
    cell: Cell
    low: float
    high: float | None
    required: float
    kind: WeaknessKind
    explained_by: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Demand:
    """What the attacker must not reach: counts below `k`, ranges narrower than `k`, money closer than `percent`."""

    k: int = 5
    percent: int = 10

    def width(self, is_count: bool, high: float) -> float:
        """How wide a withheld figure's range must be when it ends at `high`."""
        return float(self.k) if is_count else max(float(self.k), high * self.percent / 100)


def weakness_document(weakness: Weakness) -> dict[str, object]:
    """The weakness as a document for other programs: cells written out, whole numbers as such."""
    return {
        "table": weakness.table,
        "cell": str(weakness.cell),
        "low": _plain(weakness.low),
        "high": None if weakness.high is None else _plain(weakness.high),
        "required": _plain(weakness.required),
        "kind": str(weakness.kind),
        "explained_by": [str(cell) for cell in weakness.explained_by],
    }


def _plain(value: float) -> int | float:
    return int(value) if value == int(value) else value


def weakness_order(weakness: Weakness) -> tuple[str, str, str]:
    """Sort key: by table, then by cell, then by kind."""
    return weakness.table, str(weakness.cell), weakness.kind
