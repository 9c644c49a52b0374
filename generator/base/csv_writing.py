"""Rows to CSV: as the public opens it, where no cell may run as a formula, or as data that read back unchanged."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"
"""Excel needs it to read Chinese."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
_UNSEEN = ("Zs", "Cf")
"""Blanks and signs without width, behind which a spreadsheet still finds its formula."""


def published_csv(header: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    """A table for everybody: every text in it is guarded, a number stays a number."""
    return BYTE_ORDER_MARK + _written([header, *map(_guarded, rows)])


def data_csv(rows: Iterable[Sequence[object]]) -> str:
    """A table of ours, header and all: what reading it gives back is what was written."""
    return _written(rows)


def guard(text: str) -> str:
    """The text; with an apostrophe before what a spreadsheet would take for a formula, however wide its first sign."""
    if not text or text[0].isalnum():
        return text
    first = next((sign for sign in text if unicodedata.category(sign) not in _UNSEEN), "")
    begins = unicodedata.normalize("NFKC", first)[:1] in _FORMULA if first else False
    return f"'{text}" if begins and not _NUMBER.fullmatch(text) else text


def _guarded(row: Sequence[object]) -> list[object]:
    """Most cells begin with a letter or a digit: half a million of them are not worth a call each."""
    return [guard(cell) if isinstance(cell, str) and not cell[:1].isalnum() else cell for cell in row]


class _Lines(list[str]):
    """Rows as the library ends them, `\r\n`: it puts quotes round no other ends of lines than its own."""

    def write(self, row: str) -> None:
        """One row, which begins and ends here however many lines are in it."""
        self.append(f"{row[:-2]}\n")


def _written(rows: Iterable[Sequence[object]]) -> str:
    lines = _Lines()
    csv.writer(lines, lineterminator="\r\n").writerows(rows)
    return "".join(lines)
