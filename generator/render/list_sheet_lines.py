"""The lines of a long list to those on one sheet, and the way to the sheets beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from generator.model.addresses import sheet_address
from generator.model.page import LINES_A_SHEET
from generator.render.listing_context import Pager

Line = TypeVar("Line")


def lines_on(sheet: int, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines on one sheet; sheets count from 1."""
    return lines[(sheet - 1) * LINES_A_SHEET : sheet * LINES_A_SHEET]


def sheet_pager(address: str, sheet: int, total: int) -> Pager:
    """The pager of one sheet of a list whose first sheet lives at `address`."""
    count = max(1, -(-total // LINES_A_SHEET))
    return Pager(
        sheet,
        count,
        sheet_address(address, sheet - 1) if sheet > 1 else None,
        sheet_address(address, sheet + 1) if sheet < count else None,
    )
