"""The visits of one household become what it adds to each figure, so that six visits of one do not look like six.

Whoever came to one place for one case only is added up with others like that; whoever stands in several cells keeps
rows of its own, since it is behind a total of these once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from secrets import token_bytes
from typing import NamedTuple

from generator.features.statistics.stages import REST, find_stages
from generator.features.statistics.tables import Measure
from generator.features.statistics.totals import Codes, RawRow
from generator.model.figure import Amount
from generator.model.tabulation import DISTINCT, VISITS

_SALT = token_bytes(32)
"""Drawn anew in every run and written nowhere: what a household is called here tells nothing of it."""


class Visit(NamedTuple):
    """A row of a household."""

    household: str
    codes: Codes
    figures: Mapping[str, Amount]


def hide(household: str) -> str:
    """What a household is called in this run, whatever stands in the sheet."""
    return blake2b(household.strip().upper().encode(), digest_size=16, key=_SALT).hexdigest()


def read_visits(
    households: Iterable[Sequence[Visit]], measures: Sequence[Measure], kind: str = VISITS
) -> Iterator[RawRow]:
    """What every household adds to each finest figure, and to what one count leaves over of another.

    Where counts are `distinct`, that is one, however often it came.
    """
    distinct = kind == DISTINCT
    stages = find_stages(measures)
    money = {each.name for each in measures if not each.is_count}
    rests = [] if distinct else [(each.name, part) for each in measures for part in stages.below(each.name)]
    for visits in households:
        sums: dict[Codes, dict[str, Amount]] = {}
        for visit in visits:
            into = sums.setdefault(visit.codes, {})
            for name, amount in visit.figures.items():
                into[name] = into.get(name, 0) + amount
        of = visits[0].household if len(sums) > 1 else ""
        for codes, figures in sums.items():
            left = {f"{whole}{REST}{part}": figures.get(whole, 0) - figures.get(part, 0) for whole, part in rests}
            for name, amount in (*figures.items(), *left.items()):
                once = int(amount > 0) if distinct and name not in money else amount
                amounts = None if name not in money else (amount,) if amount else ()
                yield RawRow(codes, name, once, amounts, int(amount > 0), of)
