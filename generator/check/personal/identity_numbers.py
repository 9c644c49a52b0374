"""Digits in a text to the numbers of identity cards in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from stdnum.cn import ric

from generator.check.personal.exposures import Exposure, ExposureKind
from generator.check.personal.folding import DIGIT_GAP
from generator.check.personal.surroundings import IDENTITY, is_fraction, says

_BETWEEN = re.compile(r"[\s\-－–—·._/*~|`()（）]")
_EIGHTEEN = re.compile(rf"(?<!\d)(?<!\d\.)(?=([1-9](?:{DIGIT_GAP}\d){{16}}{DIGIT_GAP}[\dXx×])(?!\d))")
_FIFTEEN = re.compile(rf"(?<!\d)(?<!\d\.)(?=([1-9](?:{DIGIT_GAP}\d){{14}})(?!{DIGIT_GAP}[\dXx]))")
_PROVINCES = re.compile(
    r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-6]|71|8[1-3]|9(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-6])"
)
"""First digits: provinces, Taiwan, Hong Kong, Macau; 9 and a province of foreigners with permanent residence."""


def compact(text: str) -> str:
    """The number without the signs between its digits, in half-width digits."""
    plain = _BETWEEN.sub("", text).replace("×", "X")
    return "".join(str(int(sign)) if sign.isdigit() else sign.upper() for sign in plain)


def find_identity_numbers(text: str) -> Iterator[Exposure]:
    """Resident identity numbers (GB 11643): 18 signs with a check sign, or said to be one; 15 digits said to be one."""
    for found in _EIGHTEEN.finditer(text):
        number, (start, end) = compact(found[1]), found.span(1)
        if (is_identity_number(number) and not is_fraction(text, start)) or says(text, start, end, IDENTITY):
            yield Exposure(ExposureKind.IDENTITY_NUMBER, start, end, number)
    for found in _FIFTEEN.finditer(text):
        start, end = found.span(1)
        if says(text, start, end, IDENTITY):
            yield Exposure(ExposureKind.IDENTITY_NUMBER, start, end, compact(found[1]))


def is_identity_number(number: str) -> bool:
    """A province, a day of birth and the right check sign; the list of smaller places changes too often to be asked."""
    if not (number[:17].isdigit() and _PROVINCES.match(number)):
        return False
    is_right = ric.calc_check_digit(number) == number[17:]
    return is_right and number[6:8] in ("18", "19", "20") and _is_day(number[6:14])


def _is_day(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return False
    return True
