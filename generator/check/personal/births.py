"""Words in a text to the dates of birth in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.personal.exposures import Exposure, ExposureKind

_DAY = (
    r"(?:(?:19|20)\d{2}\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?"
    r"|(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d)"
    r"|\d{1,2}/\d{1,2}/(?:19|20)\d{2}(?!\d)"
    r"|[一二][〇零○九八]?[〇零○一二三四五六七八九]{2,3}年(?:农历)?"
    r"[一二三四五六七八九十正冬腊]{1,2}月初?[一二三四五六七八九十廿]{1,3}日?)"
)
_SHORT = r"(?<!\d)\d{2}(?:年\s?\d{1,2}\s?月\s?\d{1,2}\s?日?|([./-])\d{1,2}\2\d{1,2})(?!\d)"
"""A year of two digits, as people say their own."""
_SAID = re.compile(
    r"(?:出生日期|出生年月日?|出生时间|出生|生于|(?<!发)生日|生辰|birth(?:day|[ _]?date)?|\bDOB\b)"
    rf"[^\d。；\n]{{0,6}}?({_DAY}|{_SHORT})",
    re.IGNORECASE,
)
_BORN = re.compile(rf"({_DAY}|{_SHORT})\s?(?:出生|生人|生(?:[，,。；）)、\s]|$))")


def find_birth_dates(text: str) -> Iterator[Exposure]:
    """Days, to the day, that are said to be somebody's birth."""
    for pattern in (_SAID, _BORN):
        for found in pattern.finditer(text):
            yield Exposure(ExposureKind.BIRTH_DATE, found.start(1), found.end(1), _plain(found[1]))


def _plain(day: str) -> str:
    """The digits with one sign between them; a day in characters stays what it is."""
    return re.sub(r"\D+", "-", day).strip("-") or day
