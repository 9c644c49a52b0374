"""Period codes become a dimension: months add up to half-years, half-years to years."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from generator.features.statistics.dimensions import Dimension, build_dimension, with_former
from generator.model.figure_columns import PERIOD

MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
STATISTICS_HALF = re.compile(r"(\d{4})H([12])")
_YEAR = re.compile(r"\d{4}")
LENGTHS = ("month", "half-year", "year")
"""From the shortest."""


def is_period(code: str) -> bool:
    """Whether a code is a month `2026-03`, a half-year `2026H1` or a year `2026`."""
    return any(pattern.fullmatch(code) for pattern in (MONTH, STATISTICS_HALF, _YEAR))


def level_of(code: str) -> str:
    """How long a period is: `month`, `half-year` or `year`."""
    if MONTH.fullmatch(code):
        return "month"
    return "half-year" if STATISTICS_HALF.fullmatch(code) else "year"


def period_at_level(code: str, levels: Collection[str]) -> str | None:
    """The shortest period of these lengths that holds a period; None when it is longer than all of them."""
    found: str | None = code
    while found is not None and level_of(found) not in levels:
        found = period_above(found)
    return found


def period_above(code: str) -> str | None:
    """The next longer period: of a month its half-year, of a half-year its year."""
    if month := MONTH.fullmatch(code):
        return f"{month[1]}H{1 if int(month[2]) <= 6 else 2}"
    if half := STATISTICS_HALF.fullmatch(code):
        return half[1]
    return None


def periods_below(code: str) -> tuple[str, ...]:
    """The next shorter periods that make up this one."""
    if half := STATISTICS_HALF.fullmatch(code):
        first = 1 if half[2] == "1" else 7
        return tuple(f"{half[1]}-{month:02}" for month in range(first, first + 6))
    return (f"{code}H1", f"{code}H2") if _YEAR.fullmatch(code) else ()


def days_of(code: str) -> tuple[str, str]:
    """The first and the last day of a period, as dates are written; every month may have 31 days here."""
    months = [code] if level_of(code) == "month" else [each for half in _halves(code) for each in periods_below(half)]
    return f"{months[0]}-01", f"{months[-1]}-31"


def _halves(code: str) -> tuple[str, ...]:
    return (code,) if level_of(code) == "half-year" else periods_below(code)


def calendar_dimension(codes: Iterable[str], title: str = "期间") -> Dimension:
    """Every period that holds one of the codes, and every period those are made of.

    The attacker's calendar: he knows that a month left out is the half-year less the other five.
    """
    wanted = set(codes)
    for code in tuple(wanted):
        while (above := period_above(code)) is not None:
            wanted.add(above)
            code = above
    spread = {below for code in wanted for below in periods_below(code)}
    return _dimension(wanted | spread, title)


def reporting_dimension(codes: Iterable[str], title: str = "期间") -> Dimension:
    """The codes, and each longer period all of whose parts are there: half a year is never called a year."""
    present = set(codes)
    for _step in ("half-years", "years"):
        longer = {above for code in present if (above := period_above(code))}
        present |= {code for code in longer if set(periods_below(code)) <= present}
    return _dimension(present, title)


def join_dimensions(dimensions: Iterable[Dimension]) -> tuple[Dimension, ...]:
    """One dimension of each name, for tables laid side by side: all codes of all of them, and the whole calendar."""
    joined: dict[str, Dimension] = {}
    periods: set[str] = set()
    for dimension in dimensions:
        if dimension.name == PERIOD:
            periods.update(dimension.parents)
        known = joined.setdefault(dimension.name, dimension)
        if (known.parents, known.beside, known.former) != (dimension.parents, dimension.beside, dimension.former):
            joined[dimension.name] = _unite(known, dimension)
    if periods:
        joined[PERIOD] = calendar_dimension(periods, joined[PERIOD].title)
    return tuple(joined.values())


def _unite(one: Dimension, other: Dimension) -> Dimension:
    """All codes of both; where they put a code in different places, that which knows of old codes is believed, else
    the fuller codelist."""
    few, many = sorted((one, other), key=lambda each: (bool(each.former), len(each.parents)))
    beside, former = _unite_all((*few.beside, *many.beside)), _unite_all((*few.former, *many.former))
    old = {code for tree in former for code in tree.parents}
    parents = {**{code: above for code, above in few.parents.items() if code not in old}, **many.parents}
    total = many.total or few.total
    united = build_dimension(many.name, many.title, parents, total, beside=beside)
    return with_former(replace(united, holds={**few.holds, **many.holds}), former)


def _unite_all(hierarchies: Iterable[Dimension]) -> tuple[Dimension, ...]:
    """One of each title."""
    united: dict[str, Dimension] = {}
    for each in hierarchies:
        united[each.title] = _unite(united[each.title], each) if each.title in united else each
    return tuple(united.values())


def _dimension(codes: set[str], title: str) -> Dimension:
    parents = {code: above if (above := period_above(code)) in codes else None for code in sorted(codes)}
    return build_dimension(PERIOD, title, parents)
