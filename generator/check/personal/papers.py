"""Signs in a text to the plates, travel permits and passports in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.personal.exposures import Exposure, ExposureKind
from generator.check.personal.surroundings import says

_GAP = r"[ ·.\-–—]{0,2}"
_LETTERS = "A-HJ-NP-Za-hj-np-z"
_PLATE = re.compile(
    r"(?<![\u4e00-\u9fff][津京沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼])"
    rf"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][ ·.\-]{{0,2}}[{_LETTERS}][ ·.\-—–_]{{0,3}}"
    rf"(?=[{_LETTERS}0-9 ·.\-]*\d)"
    rf"(?:(?:[{_LETTERS}0-9][ ]?){{4}}[{_LETTERS}0-9挂学警港澳]|[DFdfA-Ka-k][{_LETTERS}0-9]\d{{4}}|\d{{5}}[DFdfA-Ka-k])"
    r"(?![A-Za-z0-9])(?!-\d)"
)
"""GA 36: province, authority, five signs; six on vehicles of new energy."""
_PERMIT = re.compile(
    rf"(?<![A-Za-z0-9])([HM]({_GAP})(?!(?:19|20)\d{{2}}\2\d{{4}}(?!\2?\d))\d{{4}}\2\d{{4}}(?:\2\d{{2}})?)(?![A-Za-z0-9])"
)
_SAID_PERMIT = re.compile(r"通行证|回乡证|台胞证|居民居住证|港澳证|permit", re.IGNORECASE)
_ANY_PERMIT = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Za-z]{1,2}[ ·.\-–—]?\d(?:[ ·.\-–—]?\d){6,7}|[HMhm]\d{10}|\d{8}|\d{10}(?:\([A-Za-z]\))?)"
    r"(?![A-Za-z0-9])"
)
_MEDICINE = re.compile(r"准字\s?$|(?:型号|款号|订单|货号)[：:为是]?\s?$")
_SAID_PASSPORT = re.compile(r"护照|passport", re.IGNORECASE)
_PASSPORT = re.compile(
    r"(?<![A-Za-z0-9])(?:[A-Za-z]{1,2}[ ·.\-–—]?\d(?:[ ·.\-–—]?\d){6,8}|(?<=护照号)\d{9}|(?<=护照号[：:码])\d{9})"
    r"(?![A-Za-z0-9])"
)


def find_plates(text: str) -> Iterator[Exposure]:
    """Plates of vehicles lead to who keeps them."""
    for found in _PLATE.finditer(text):
        yield Exposure(ExposureKind.PLATE, found.start(), found.end(), _bare(found[0]))


def find_permits(text: str) -> Iterator[Exposure]:
    """Permits of people from Hong Kong, Macau and Taiwan: known by their letter, or said to be one."""
    for found in _PERMIT.finditer(text):
        if not _MEDICINE.search(text[max(0, found.start() - 6) : found.start()]):
            yield Exposure(ExposureKind.PERMIT, found.start(1), found.end(1), _bare(found[1]))
    if _SAID_PERMIT.search(text):
        yield from _said(text, ExposureKind.PERMIT, _ANY_PERMIT, _SAID_PERMIT)


def find_passports(text: str) -> Iterator[Exposure]:
    """Passports, where the sentence says so."""
    if _SAID_PASSPORT.search(text):
        yield from _said(text, ExposureKind.PASSPORT, _PASSPORT, _SAID_PASSPORT)


def _said(text: str, kind: ExposureKind, numbers: re.Pattern[str], words: re.Pattern[str]) -> Iterator[Exposure]:
    for found in numbers.finditer(text):
        if says(text, found.start(), found.end(), words):
            yield Exposure(kind, found.start(), found.end(), _bare(found[0]))


def _bare(text: str) -> str:
    return re.sub(r"[\s·.\-–—_]", "", text).upper()
