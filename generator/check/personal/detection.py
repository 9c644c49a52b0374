"""A text to everything in it that exposes somebody: the visible table of detectors behind one cheap look."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from generator.check.personal.births import find_birth_dates
from generator.check.personal.exposures import Exposure, ExposureKind
from generator.check.personal.names import find_names, find_situations
from generator.check.personal.numbers import find_bank_cards, find_identity_numbers, find_landlines, find_mobiles
from generator.check.personal.places import find_addresses
from generator.check.personal.surnames import DOUBLE, SINGLE

Detector = Callable[[str], Iterator[Exposure]]

DETECTORS: tuple[tuple[re.Pattern[str], tuple[Detector, ...]], ...] = (
    (
        re.compile(r"\d{3}[ -]?\d{4}|\d{4} \d{4}"),
        (find_identity_numbers, find_bank_cards, find_mobiles, find_landlines),
    ),
    (re.compile(r"[\d一二三四五六七八九十百](?:号|栋|幢|单元|门|室|户|楼栋)"), (find_addresses,)),
    (re.compile(r"出生|生于|生日|生辰|生人|日?\s?生[，,。；）)、]"), (find_birth_dates,)),
    (re.compile(rf"[{SINGLE}][一-鿿]|{'|'.join(DOUBLE)}"), (find_situations, find_names)),
)
"""Each group behind the cheap look that tells whether it can find anything: nearly all cells of a table stop there.

What is found first stands; what overlaps it is the same fault.
"""


def find_exposures(text: str) -> tuple[Exposure, ...]:
    """All findings in order; none overlap."""
    found: list[Exposure] = []
    for look, detectors in DETECTORS:
        if look.search(text):
            for detect in detectors:
                found.extend(each for each in detect(text) if not any(_overlap(each, other) for other in found))
    return tuple(sorted(found, key=lambda each: each.start))


def is_hotline(exposure: Exposure, hotlines: Collection[str]) -> bool:
    """Whether a telephone number is one that an organisation publishes as its own; with or without area code."""
    if exposure.kind not in (ExposureKind.LANDLINE, ExposureKind.MOBILE):
        return False
    return any(line == exposure.value or line.endswith(exposure.value) for line in hotlines)


def _overlap(one: Exposure, other: Exposure) -> bool:
    return one.start < other.end and other.start < one.end
