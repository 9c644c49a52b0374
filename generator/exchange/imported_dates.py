"""A date as somebody wrote it to 2026-07-01, and what the writer should be told when a part was missing."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from datetime import date, datetime, timedelta

from generator.exchange.workbook_reading import Written

EXCEL_EPOCH = date(1899, 12, 30)
LATER_EPOCH = (date(1904, 1, 1) - EXCEL_EPOCH).days
EXCEL_DAYS = range(30_000, 80_000)
"""Serial numbers that are days between 1982 and 2119."""
_DAY = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?(?:0?0:00(?::00)?)?|(\d{4})(\d{2})(\d{2})")
_MONTH = re.compile(r"(\d{4})(?:年(\d{1,2})月?|[-./](\d{1,2}))(?:份|底|初)?")


def read_day(written: Written, late: bool, is_1904: bool = False) -> tuple[str | None, str]:
    """The day and a note; what is no day comes back as it was, for the check to complain of.

    A month alone means its last day where a period ends (`late`), else its first, and the note says so.
    A plain number is a day counted from the workbook's first one, which in some is of 1904 (`is_1904`).
    """
    if isinstance(written, datetime):
        return written.date().isoformat(), ""
    if isinstance(written, date):
        return written.isoformat(), ""
    if isinstance(written, int | float):
        return _read_number(written + LATER_EPOCH if is_1904 and _is_serial(written) else written, late)
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", str(written)))
    return _read_text(text, str(written).strip(), late)


def _is_serial(written: float) -> bool:
    """Whether a number of such a workbook counts days; 2026 and 20260701 write out a year or a day."""
    return written == int(written) and int(written) + LATER_EPOCH in EXCEL_DAYS


def _read_number(written: int | float, late: bool) -> tuple[str, str]:
    """A serial number of Excel's; or 2026.7, which Excel took for a number: 2026.1 may have been 2026.10."""
    if written == int(written):
        text = str(int(written))
        return _read_text(text, text, late)
    year, _, month = str(written).partition(".")
    return (str(written), "") if month == "1" else _read_text(f"{year}.{month}", str(written), late)


def _read_text(text: str, original: str, late: bool) -> tuple[str, str]:
    if text.isdigit() and int(text) in EXCEL_DAYS:
        return (EXCEL_EPOCH + timedelta(days=int(text))).isoformat(), ""
    if day := _DAY.fullmatch(text):
        return _iso(*(int(part) for part in day.groups() if part)) or original, ""
    if month := _MONTH.fullmatch(text):
        return _month(int(month[1]), int(month[2] or month[3]), original, late)
    return original, ""


def _month(year: int, month: int, original: str, late: bool) -> tuple[str, str]:
    if not 1 <= month <= 12:
        return original, ""
    day = _iso(year, month, monthrange(year, month)[1] if late else 1) or original
    return day, f"只写了年月，按 {day} 读取"


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
