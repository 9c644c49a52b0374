"""What people write in the cells of a table becomes a figure, or the mark that one is withheld."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from generator.model.figure import Amount
from generator.model.numbers import is_sensible

_WITHHELD = frozenset(
    {"", "*", "**", "***", "-", "--", "—", "——", "…", "……", "..", "...", "x", "c", "q", ":", "保密", "不公布"}
)
_SMALL = re.compile(r"[<≤]\s*\d+|不足\s*\d+|少于\s*\d+|1\s*[-~至]\s*\d")
_SEPARATED = re.compile(r"-?\d{1,3}(?:[,\s]\d{3})+(?:\.\d+)?")
_UNITS = ("户", "人", "人次", "户次", "元")


class Written(NamedTuple):
    """A cell that was understood: `value` is None where it is withheld, `small` where it says that it is few."""

    value: Amount | None
    small: bool = False


def read_figure(text: str) -> Written | None:
    """A number however it is written, or a mark that stands for a withheld one; None for anything else."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    if plain in _WITHHELD:
        return Written(None)
    if _SMALL.fullmatch(plain):
        return Written(None, small=True)
    for unit in _UNITS:
        plain = plain.removesuffix(unit).strip()
    if _SEPARATED.fullmatch(plain):
        plain = re.sub(r"[,\s]", "", plain)
    try:
        number = Decimal(plain)
    except InvalidOperation:
        return None
    if not is_sensible(number):
        return None
    return Written(int(number) if number == number.to_integral_value() else number)
