"""Detailed rows become every total of every hierarchy; a total that was claimed and does not add up is a mismatch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product, zip_longest

from generator.features.statistics.dimensions import Dimension
from generator.features.statistics.tables import Measure
from generator.model.figure import Amount

Codes = tuple[str, ...]
Place = tuple[str, Codes]


@dataclass(frozen=True, slots=True)
class RawRow:
    """A figure before protection. `contributions` are the largest single amounts in it, where they are known.

    `households` are behind it, where the figure itself is not their number; those of a row that is `of` one household
    may be behind other rows too.
    """

    codes: Codes
    measure: str
    value: Amount
    contributions: tuple[Amount, ...] | None = None
    households: int | None = None
    of: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A computed cell: its true value, and the two largest contributions where all of them are known."""

    value: Amount
    largest: tuple[Amount, ...] | None


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A total that the raw rows claim and that its parts do not give. Carries no values: they are not public."""

    codes: Codes
    measure: str


@dataclass(frozen=True, slots=True)
class FullTable:
    """Every cell of a table with its true value: what protection starts from, and what is never written to disk."""

    name: str
    dimensions: tuple[Dimension, ...]
    measures: tuple[Measure, ...]
    figures: Mapping[Place, Figure]
    behind: Mapping[Place, int] = field(default_factory=dict)
    """How many households are surely behind a count of visits, or behind what one leaves over of another."""
    helpers: Mapping[Place, tuple[Amount, ...]] = field(default_factory=dict)
    """The two largest shares that one provider has in a figure, where the sheet tells who helped."""


def add_up(
    name: str,
    dimensions: tuple[Dimension, ...],
    measures: tuple[Measure, ...],
    rows: Iterable[RawRow],
    apart: bool = True,
) -> tuple[FullTable, tuple[Mismatch, ...]]:
    """The full table from its most detailed rows: zero where there is no row; claimed totals are compared.

    Households of different rows are different ones, but for rows of one household; where they are not `apart`, they may
    all be the same.
    """
    leaves = [frozenset(dimension.leaves) for dimension in dimensions]
    sums = _Sums(dimensions, apart, frozenset(each.name for each in measures if each.overlaps))
    claims: list[RawRow] = []
    spread: dict[str, list[RawRow]] = {}
    for row in rows:
        if all(code in codes for code, codes in zip(row.codes, leaves, strict=True)):
            if row.of:
                spread.setdefault(row.of, []).append(row)
            else:
                sums.add((row,))
        else:
            claims.append(row)
    for household in spread.values():
        sums.add(household)
    figures = {
        (measure.name, codes): sums.figure((measure.name, codes))
        for measure in measures
        for codes in product(*(dimension.codes for dimension in dimensions))
    }
    wrong = (row for row in claims if figures[row.measure, row.codes].value != row.value)
    return FullTable(name, dimensions, measures, figures, sums.behind), tuple(
        Mismatch(row.codes, row.measure) for row in wrong
    )


class _Sums:
    """What is known of every cell while rows are gone through: the one place where sums grow."""

    def __init__(self, dimensions: tuple[Dimension, ...], apart: bool, distinct: frozenset[str]) -> None:
        self._dimensions, self._apart, self._distinct = dimensions, apart, distinct
        self._values: dict[Place, Amount] = {}
        self._largest: dict[Place, tuple[Amount, ...] | None] = {}
        self.behind: dict[Place, int] = {}

    def figure(self, place: Place) -> Figure:
        return Figure(self._values.get(place, 0), self._largest.get(place, ()))

    def add(self, rows: Sequence[RawRow]) -> None:
        """Add a row to every total above it, or all rows of one household, which is behind each of these once."""
        for place, row in self._above(rows).items():
            self._values[place] = self._values.get(place, 0) + row.value
            self._largest[place] = self._join(self._largest.get(place, ()), row.contributions)
            if row.households is not None:
                known = self.behind.get(place, 0)
                self.behind[place] = known + row.households if self._apart else max(known, row.households)

    def _above(self, rows: Sequence[RawRow]) -> dict[Place, RawRow]:
        found: dict[Place, RawRow] = {}
        for row in rows:
            for codes in product(*(axis.path(code) for axis, code in zip(self._dimensions, row.codes, strict=True))):
                place = (row.measure, codes)
                other = found.get(place)
                found[place] = row if other is None else self._same_household(other, row)
        return found

    def _join(self, known: tuple[Amount, ...] | None, more: tuple[Amount, ...] | None) -> tuple[Amount, ...] | None:
        """The two largest; of rows that one household may all be behind, its share is at most their sum."""
        if known is None or more is None:
            return None
        if self._apart:
            return tuple(sorted((*known, *more), reverse=True)[:2])
        return tuple(one + other for one, other in zip_longest(known, more, fillvalue=0))

    def _same_household(self, one: RawRow, other: RawRow) -> RawRow:
        """Of one household: visits are added up, and so is money; where households are counted, it is one."""
        amounts = (*(one.contributions or ()), *(other.contributions or ()))
        value = max(one.value, other.value) if one.measure in self._distinct else one.value + other.value
        return replace(one, value=value, contributions=(sum(amounts),), households=_once(one, other))


def _once(one: RawRow, other: RawRow) -> int:
    return max(one.households or 0, other.households or 0)
