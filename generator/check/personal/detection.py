"""A text to everything in it that exposes somebody: the visible table of detectors behind one cheap look."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from generator.check.personal.accounts import find_accounts, find_bank_cards
from generator.check.personal.births import find_birth_dates
from generator.check.personal.contacts import find_mails, find_messengers
from generator.check.personal.exposures import Exposure, ExposureKind
from generator.check.personal.folding import DIGIT_GAP, Folded, fold
from generator.check.personal.home_addresses import find_addresses
from generator.check.personal.identity_numbers import find_identity_numbers
from generator.check.personal.names import find_names, find_situations
from generator.check.personal.papers import find_passports, find_permits, find_plates
from generator.check.personal.surnames import DOUBLE, SINGLE
from generator.check.personal.telephones import find_landlines, find_mobiles

Detector = Callable[[str], Iterator[Exposure]]

DETECTORS: tuple[tuple[re.Pattern[str], tuple[Detector, ...]], ...] = (
    (
        re.compile(rf"\d(?:{DIGIT_GAP}[\dXx]){{6}}"),
        (
            find_identity_numbers,
            find_bank_cards,
            find_mobiles,
            find_permits,
            find_passports,
            find_landlines,
            find_accounts,
        ),
    ),
    (re.compile(r"@"), (find_mails,)),
    (re.compile(r"[Qq]{2}|扣扣|企鹅|[微薇威]信|[Vv]信|[VvWw][Xx]|[Ww]ei?[Xx]in|[Ww]e[Cc]hat"), (find_messengers,)),
    (re.compile(r"[一-鿿][ ·.\-]{0,2}[A-HJ-NP-Za-hj-np-z][ ·.\-—–_]{0,3}[A-Za-z0-9]"), (find_plates,)),
    (re.compile(r"[\d一二三四五六七八九十百](?:号|栋|幢|单元|门|室|户|楼栋)"), (find_addresses,)),
    (re.compile(r"出生|生于|生日|生辰|生人|日?\s?生[，,。；）)、]|birth|DOB", re.IGNORECASE), (find_birth_dates,)),
    (re.compile(rf"[{SINGLE}][一-鿿]|{'|'.join(DOUBLE)}"), (find_situations, find_names)),
)
"""Each group behind the cheap look that tells whether it can find anything: nearly all cells of a table stop there.

What is found first stands; what overlaps it is the same fault.
"""


def find_exposures(text: str, about: str = "") -> tuple[Exposure, ...]:
    """All findings in order; none overlap. `about` is what stands beside a cell and may say what it holds."""
    if not about:
        return _find(fold(text))
    before = len(about) + 1
    found = _find(fold(f"{about}：{text}"))
    return tuple(
        each._replace(start=each.start - before, end=each.end - before) for each in found if each.start >= before
    )


def _find(folded: Folded) -> tuple[Exposure, ...]:
    found: list[Exposure] = []
    for look, detectors in DETECTORS:
        if look.search(folded.text):
            for detect in detectors:
                for each in detect(folded.text):
                    if not any(_overlap(each, other) for other in found):
                        found.append(each)
    return tuple(sorted((_placed(each, folded) for each in found), key=lambda each: each.start))


def _placed(exposure: Exposure, folded: Folded) -> Exposure:
    start, end = folded.span(exposure.start, exposure.end)
    return exposure._replace(start=start, end=end)


def is_hotline(exposure: Exposure, hotlines: Collection[str]) -> bool:
    """Whether a telephone number is one that an organisation publishes as its own; with or without area code."""
    if exposure.kind not in (ExposureKind.LANDLINE, ExposureKind.MOBILE):
        return False
    return any(line == exposure.value or line.endswith(exposure.value) for line in hotlines)


def _overlap(one: Exposure, other: Exposure) -> bool:
    return one.start < other.end and other.start < one.end
