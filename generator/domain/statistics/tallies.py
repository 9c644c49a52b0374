"""One row per case becomes detailed figures: how many cases at each place, how much money, and who dominates it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.domain.statistics.tables import Amount, Measure
from generator.domain.statistics.totals import Codes, RawRow


@dataclass(frozen=True, slots=True)
class Case:
    """One household's application: where it belongs, and what it adds to each measure it counts for."""

    codes: Codes
    adds: Mapping[str, Amount]


def tally_cases(measures: tuple[Measure, ...], cases: Iterable[Case]) -> tuple[RawRow, ...]:
    """Detailed rows from cases; of money the two largest single amounts are kept for the p % rule."""
    gathered: dict[tuple[str, Codes], list[Amount]] = {}
    for case in cases:
        for measure in measures:
            if amount := case.adds.get(measure.name, 0):
                gathered.setdefault((measure.name, case.codes), []).append(amount)
    return tuple(
        RawRow(codes, name, sum(amounts), tuple(sorted(amounts, reverse=True)[:2]))
        for (name, codes), amounts in sorted(gathered.items())
    )
