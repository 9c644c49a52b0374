"""Words in a text to the dates of birth in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.personal.exposures import Exposure, ExposureKind

_DAY = (
    r"(?:(?:19|20)\d{2}\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?"
    r"|(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d))"
)
_SAID = re.compile(rf"(?:出生日期|出生年月日?|出生时间|出生|生于|生日|生辰)[^\d。；\n]{{0,6}}({_DAY})")
_BORN = re.compile(rf"({_DAY})\s?(?:出生|生人|生[，,。；）)、])")


def find_birth_dates(text: str) -> Iterator[Exposure]:
    """Days, to the day, that are said to be somebody's birth."""
    for pattern in (_SAID, _BORN):
        for found in pattern.finditer(text):
            yield Exposure(
                ExposureKind.BIRTH_DATE, found.start(1), found.end(1), re.sub(r"\D+", "-", found[1]).strip("-")
            )
