"""Published figures become rates, averages and medians; where one of them is withheld, so is what follows from it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from generator.model.figure import ABSENT, FIGURE_WITHHELD, FigureState, Shown


def out_of_hundred(part: Shown, whole: Shown) -> Shown:
    """How many of a hundred, rounded to whole ones."""
    return _divide(part, whole, 100)


def average(amount: Shown, count: Shown) -> Shown:
    """An amount for each household, rounded to whole yuan."""
    return _divide(amount, count, 1)


def median_band(counts: Sequence[Shown], total: Shown) -> int | None:
    """The position of the band in which the middle household lies; None where withheld figures hide it."""
    if not total.value:
        return None
    so_far = 0
    for position, count in enumerate(counts):
        if count.value is None:
            return None
        so_far += int(count.value)
        if 2 * so_far >= total.value:
            return position
    return None


def _divide(above: Shown, below: Shown, times: int) -> Shown:
    if FigureState.ABSENT in (above.state, below.state):
        return ABSENT
    if above.value is None or below.value is None:
        return FIGURE_WITHHELD
    if not below.value:
        return ABSENT
    share = Decimal(above.value) * times / Decimal(below.value)
    return Shown(int(share.quantize(Decimal(1), ROUND_HALF_UP)), FigureState.GIVEN)
