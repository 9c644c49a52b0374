"""Detailed rows become every total of every hierarchy; a total that was claimed and does not add up is a mismatch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from generator.features.statistics.dimensions import Dimension
from generator.features.statistics.tables import Measure
from generator.model.figure import Amount

Codes = tuple[str, ...]
Place = tuple[str, Codes]


@dataclass(frozen=True, slots=True)
class RawRow:
    """A figure before protection. `contributions` are the largest single amounts in it, where they are known."""

    codes: Codes
    measure: str
    value: Amount
    contributions: tuple[Amount, ...] | None = None


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


def add_up(
    name: str, dimensions: tuple[Dimension, ...], measures: tuple[Measure, ...], rows: Iterable[RawRow]
) -> tuple[FullTable, tuple[Mismatch, ...]]:
    """The full table from its most detailed rows: zero where there is no row; claimed totals are compared."""
    leaves = [frozenset(dimension.leaves) for dimension in dimensions]
    values: dict[Place, Amount] = {}
    largest: dict[Place, tuple[Amount, ...] | None] = {}
    claims: list[RawRow] = []
    for row in rows:
        if all(code in codes for code, codes in zip(row.codes, leaves, strict=True)):
            _add_row(row, dimensions, values, largest)
        else:
            claims.append(row)
    figures = {
        (measure.name, codes): Figure(values.get((measure.name, codes), 0), largest.get((measure.name, codes), ()))
        for measure in measures
        for codes in product(*(dimension.codes for dimension in dimensions))
    }
    wrong = (row for row in claims if figures[row.measure, row.codes].value != row.value)
    return FullTable(name, dimensions, measures, figures), tuple(Mismatch(row.codes, row.measure) for row in wrong)


def _add_row(
    row: RawRow,
    dimensions: tuple[Dimension, ...],
    values: dict[Place, Amount],
    largest: dict[Place, tuple[Amount, ...] | None],
) -> None:
    for codes in product(*(dimension.path(code) for dimension, code in zip(dimensions, row.codes, strict=True))):
        place = (row.measure, codes)
        values[place] = values.get(place, 0) + row.value
        known = largest.get(place, ())
        both = None if known is None or row.contributions is None else (*known, *row.contributions)
        largest[place] = None if both is None else tuple(sorted(both, reverse=True)[:2])
