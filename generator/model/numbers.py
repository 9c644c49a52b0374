"""Which numbers somebody can have meant: what is larger than all money there is came from a slip of the hand."""

from __future__ import annotations

from decimal import Decimal

MOST_PLACES = 15
"""Digits that a spreadsheet keeps."""
MOST_DIGITS = 40
_LARGEST = 1_000_000_000_000_000


def is_sensible(number: int | Decimal) -> bool:
    """Whether a number is finite and of a size and length that a page can show and a sum can hold."""
    if isinstance(number, int):
        return abs(number) < _LARGEST
    if not number.is_finite() or len(number.as_tuple().digits) > MOST_DIGITS:
        return False
    return not number or (abs(number) < _LARGEST and number.adjusted() >= -MOST_PLACES)
