"""Rows, one for each case or many, become one for each figure: how many, how much money, and who dominates it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.features.statistics.totals import Codes, RawRow
from generator.model.figure import Amount


def gather_rows(rows: Iterable[RawRow]) -> tuple[RawRow, ...]:
    """One row for each figure; where some of its single amounts are unknown, all are.

    Households that are behind several figures keep rows of their own.
    """
    values: dict[tuple[str, Codes], Amount] = {}
    largest: dict[tuple[str, Codes], tuple[Amount, ...] | None] = {}
    households: dict[tuple[str, Codes], int] = {}
    spread: list[RawRow] = []
    for row in rows:
        if row.of:
            spread.append(row)
            continue
        place = (row.measure, row.codes)
        if row.households is not None:
            households[place] = households.get(place, 0) + row.households
        values[place] = values.get(place, 0) + row.value
        known = largest.get(place, ())
        both = None if known is None or row.contributions is None else (*known, *row.contributions)
        largest[place] = None if both is None else tuple(sorted(both, reverse=True)[:2])
    gathered = (
        RawRow(codes, name, values[name, codes], largest[name, codes], households.get((name, codes)))
        for name, codes in sorted(values)
    )
    return (*gathered, *spread)
