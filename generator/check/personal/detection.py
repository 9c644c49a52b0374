"""A text to everything in it that exposes somebody: the visible table of detectors behind one cheap look."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from sys import maxsize

from generator.check.personal.accounts import find_accounts, find_bank_cards
from generator.check.personal.births import find_birth_dates
from generator.check.personal.contacts import MAILBOX, find_mails, find_messengers
from generator.check.personal.disguises import LOOK as DISGUISED
from generator.check.personal.disguises import find_disguised
from generator.check.personal.exposures import Exposure, ExposureKind
from generator.check.personal.folding import DIGIT_GAP, MARKED, Folded, fold, without_marks
from generator.check.personal.home_addresses import find_addresses
from generator.check.personal.identity_numbers import find_identity_numbers
from generator.check.personal.names import find_names, find_situations
from generator.check.personal.papers import find_passports, find_permits, find_plates
from generator.check.personal.surnames import DOUBLE, SINGLE
from generator.check.personal.telephones import find_landlines, find_mobiles

Detector = Callable[[str], Iterator[Exposure]]

_NUMBERS = (
    find_identity_numbers,
    find_bank_cards,
    find_mobiles,
    find_permits,
    find_passports,
    find_landlines,
    find_accounts,
)
_WHOLE = maxsize

DETECTORS: tuple[tuple[re.Pattern[str], int, tuple[Detector, ...]], ...] = (
    (re.compile(rf"\d(?:{DIGIT_GAP}[\dXx]){{6,}}"), 64, _NUMBERS),
    (DISGUISED, 64, (find_disguised,)),
    (MAILBOX, 160, (find_mails,)),
    (re.compile(r"[Qq扣企微薇威VvWw](?:[Qq扣鹅信Xx]|ei?[Xx]in|e[Cc]hat)"), 64, (find_messengers,)),
    (re.compile(r"[一-鿿][ ·.\-]{0,2}[A-HJ-NP-Za-hj-np-z][ ·.\-—–_]{0,3}[A-Za-z0-9]"), 40, (find_plates,)),
    (re.compile(r"[\d一二三四五六七八九十百](?:号|栋|幢|单元|门|室|户|楼栋)"), 80, (find_addresses,)),
    (re.compile(r"[出生日BbDd](?:生|[于日辰人，,。；）)、]|[Ii][Rr][Tt][Hh]|[Oo][Bb])"), 64, (find_birth_dates,)),
    (re.compile(rf"[{SINGLE}][一-鿿]|{'|'.join(DOUBLE)}"), _WHOLE, (find_situations, find_names)),
)
"""Each group behind the cheap look that tells where it can find anything: nearly all cells of a table stop there.

The number says how far around that place its detectors read. What is found first stands; what overlaps it is the same
fault.
"""


def find_exposures(text: str, about: str = "") -> tuple[Exposure, ...]:
    """All findings in order; none overlap. `about` is what stands beside a cell and may say what it holds."""
    if not about:
        return _find_in(text)
    before = len(about) + 1
    found = _find_in(f"{about}：{text}")
    return tuple(
        each._replace(start=each.start - before, end=each.end - before) for each in found if each.start >= before
    )


def _find_in(text: str) -> tuple[Exposure, ...]:
    """As it is written; and, where marks stand between digits, as a browser shows it: that is the whole number."""
    found = _find(fold(text))
    if not MARKED.search(text):
        return found
    shown = without_marks(text)
    whole = [_placed(each, shown) for each in _find(fold(shown.text))]
    rest = (each for each in found if not any(_overlap(each, other) for other in whole))
    return tuple(sorted((*whole, *rest), key=lambda each: each.start))


def _find(folded: Folded) -> tuple[Exposure, ...]:
    found: list[Exposure] = []
    for look, reach, detectors in DETECTORS:
        for start, end in _near(look, reach, folded.text):
            part = folded.text[start:end]
            for detect in detectors:
                for each in detect(part):
                    placed = each._replace(start=each.start + start, end=each.end + start)
                    if not any(_overlap(placed, other) for other in found):
                        found.append(placed)
    return tuple(sorted((_placed(each, folded) for each in found), key=lambda each: each.start))


def _near(look: re.Pattern[str], reach: int, text: str) -> Iterator[tuple[int, int]]:
    """Stretches of a text around the places that a look finds; those that meet are one."""
    begun: tuple[int, int] | None = None
    for found in look.finditer(text):
        start, end = max(0, found.start() - reach), min(len(text), found.end() + reach)
        if begun and start > begun[1]:
            yield begun
            begun = None
        begun = (begun[0] if begun else start, end)
        if end == len(text):
            break
    if begun:
        yield begun


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
