"""Periods as people write and read them become their codes, and codes become words."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.features.statistics.periods import MONTH, STATISTICS_HALF, is_period


def period_title(code: str) -> str:
    """How a period is read out: 2026年3月, 2026年上半年, 2026年."""
    if month := MONTH.fullmatch(code):
        return f"{month[1]}年{int(month[2])}月"
    if half := STATISTICS_HALF.fullmatch(code):
        return f"{half[1]}年{'上' if half[2] == '1' else '下'}半年"
    return f"{code}年"


def read_period(text: str) -> str | None:
    """The code of a period as people write it (`2026年上半年`, `202603`, a day in it); None for anything else."""
    plain = text.strip().replace("年度", "").replace(" ", "")
    if is_period(plain):
        return plain
    for pattern, code in _WRITTEN:
        if found := pattern.fullmatch(plain):
            return code(found)
    return None


def _written_month(found: re.Match[str]) -> str | None:
    code = f"{found[1]}-{int(found[2]):02}"
    return code if is_period(code) else None


_WRITTEN: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
    (re.compile(r"(\d{4})年"), lambda found: found[1]),
    (re.compile(r"(\d{4})年?上半年"), lambda found: f"{found[1]}H1"),
    (re.compile(r"(\d{4})年?下半年"), lambda found: f"{found[1]}H2"),
    (re.compile(r"(\d{4})[hH]([12])"), lambda found: f"{found[1]}H{found[2]}"),
    (re.compile(r"(\d{4})(?:年|-|/|\.)(\d{1,2})月?"), _written_month),
    (re.compile(r"(\d{4})(\d{2})"), _written_month),
    (re.compile(r"(\d{4})(?:年|-|/|\.)(\d{1,2})(?:月|-|/|\.)\d{1,2}日?(?:T.*|\d\d:.*)?"), _written_month),
)
