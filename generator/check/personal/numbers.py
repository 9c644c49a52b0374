"""Digits in a text to the numbers that belong to persons: identity cards, telephones, bank cards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from stdnum import luhn
from stdnum.cn import ric, uscc

from generator.check.personal.exposures import Exposure, ExposureKind

_BETWEEN = re.compile(r"[\s\-－—·]")
_IDENTITY = re.compile(r"(?<![\dA-Za-z])\d{6}[ -]?\d{8}[ -]?\d{3}[\dXxＸｘ](?![\dA-Za-z])")
_OLD_IDENTITY = re.compile(r"(?<![\dA-Za-z])[1-8]\d{14}(?![\dA-Za-z])")
_SAID_IDENTITY = re.compile(r"身份证|证件号|身份号码|公民身份")
_MOBILE = re.compile(r"(?<![\dA-Za-z.])(?:\+?86[- ]?)?(1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?!\d)")
_LANDLINE = re.compile(r"(?<![\d-])(?:[（(]?0\d{2,3}[）)]?[-－— ]?)[2-8]\d{2,3}[- ]?\d{4}(?!\d)")
_LOCAL_LINE = re.compile(r"(?:电话|座机|固话|号码|宅电)[是为：:\s]{0,3}([2-8]\d{2,3}[- ]?\d{4})(?!\d)")
_SAID_OFFICE = re.compile(
    r"(?:咨询|热线|服务|办公|窗口|值班|监督|投诉|举报|报名|预约|求助|问候|单位|中心|协会|基金会|民政局|街道办?|社区|公开|传真|总机)[^。；，]{0,6}$"
)
_CARD = re.compile(r"(?<![\dA-Za-z])\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![\dA-Za-z])")
_ISSUERS = re.compile(r"62|60|65|68|69|4|5[1-5]|35|37|9[045]")
_NEAR = 10
"""Characters before a number in which a word says what it is."""


def compact(text: str) -> str:
    """The number without the signs between its digits, in half-width digits."""
    return "".join(str(int(sign)) if sign.isdigit() else sign.upper() for sign in _BETWEEN.sub("", text))


def find_identity_numbers(text: str) -> Iterator[Exposure]:
    """Resident identity numbers (GB 11643): 18 signs with a check sign, or said to be one; 15 digits of old cards."""
    for found in _IDENTITY.finditer(text):
        number = compact(found[0]).replace("Ｘ", "X")
        if _is_identity(number) or _is_said(text, found.start(), _SAID_IDENTITY):
            yield Exposure(ExposureKind.IDENTITY_NUMBER, found.start(), found.end(), number)
    for found in _OLD_IDENTITY.finditer(text):
        if _is_day(f"19{found[0][6:12]}") and _is_said(text, found.start(), _SAID_IDENTITY):
            yield Exposure(ExposureKind.IDENTITY_NUMBER, found.start(), found.end(), found[0])


def find_mobiles(text: str) -> Iterator[Exposure]:
    """Mobile numbers are a person's, whoever pays for them."""
    for found in _MOBILE.finditer(text):
        yield Exposure(ExposureKind.MOBILE, found.start(1), found.end(1), compact(found[1]))


def find_landlines(text: str) -> Iterator[Exposure]:
    """Landlines, unless the words before say that it is an office's."""
    for found in _LANDLINE.finditer(text):
        if not _SAID_OFFICE.search(text[max(0, found.start() - _NEAR * 2) : found.start()]):
            yield Exposure(ExposureKind.LANDLINE, found.start(), found.end(), re.sub(r"\D", "", compact(found[0])))
    for found in _LOCAL_LINE.finditer(text):
        if not _SAID_OFFICE.search(text[max(0, found.start() - _NEAR) : found.start()]):
            yield Exposure(ExposureKind.LANDLINE, found.start(1), found.end(1), compact(found[1]))


def find_bank_cards(text: str) -> Iterator[Exposure]:
    """Numbers of 16 to 19 digits with a bank's beginning and a right check digit (Luhn); no organisation's code."""
    for found in _CARD.finditer(text):
        number = compact(found[0])
        if _ISSUERS.match(number) and luhn.is_valid(number) and not _is_identity(number) and not uscc.is_valid(number):
            yield Exposure(ExposureKind.BANK_CARD, found.start(), found.end(), number)


def _is_identity(number: str) -> bool:
    """A day of birth inside and the right check sign; the list of places changes too often to be asked."""
    is_right = number[:17].isdigit() and ric.calc_check_digit(number) == number[17:]
    return is_right and number[6:8] in ("18", "19", "20") and _is_day(number[6:14])


def _is_said(text: str, start: int, words: re.Pattern[str]) -> bool:
    return bool(words.search(text, max(0, start - _NEAR), start))


def _is_day(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return True
