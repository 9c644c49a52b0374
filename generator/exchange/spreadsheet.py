"""Text to a cell that a spreadsheet shows and does not run."""

from __future__ import annotations

_STARTS_A_FORMULA = ("=", "+", "@", "\t")


def plain_cell(text: str) -> str:
    """The text; with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text
