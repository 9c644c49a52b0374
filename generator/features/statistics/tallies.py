"""One row per case becomes detailed figures: how many cases at each place, how much money, and who dominates it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.features.statistics.tables import Measure
from generator.features.statistics.totals import Codes, RawRow
from generator.model.figure import Amount


@dataclass(frozen=True, slots=True)
class Case:
    """One household's application: where it belongs, and what it adds to each measure it counts for."""

    codes: Codes
    adds: Mapping[str, Amount]


def tally_cases(measures: tuple[Measure, ...], cases: Iterable[Case]) -> tuple[RawRow, ...]:
    """Detailed rows from cases; of money the two largest single amounts are kept for the p % rule."""
    return gather_rows(
        RawRow(case.codes, measure.name, amount, (amount,))
        for case in cases
        for measure in measures
        if (amount := case.adds.get(measure.name, 0))
    )


def gather_rows(rows: Iterable[RawRow]) -> tuple[RawRow, ...]:
    """One row for each figure; where some of its single amounts are unknown, all are."""
    values: dict[tuple[str, Codes], Amount] = {}
    largest: dict[tuple[str, Codes], tuple[Amount, ...] | None] = {}
    for row in rows:
        place = (row.measure, row.codes)
        values[place] = values.get(place, 0) + row.value
        known = largest.get(place, ())
        both = None if known is None or row.contributions is None else (*known, *row.contributions)
        largest[place] = None if both is None else tuple(sorted(both, reverse=True)[:2])
    return tuple(RawRow(codes, name, values[name, codes], largest[name, codes]) for name, codes in sorted(values))
