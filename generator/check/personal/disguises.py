"""Numbers with letters for digits or signs of lists between them to the persons' numbers that a reader sees in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import luhn

from generator.check.personal.exposures import Exposure, ExposureKind
from generator.check.personal.identity_numbers import is_identity_number
from generator.check.personal.surroundings import ACCOUNT_WORDS, PHONE, says

LOOK = re.compile(r"\d[OolI]|[OolI]\d|\d\s?[,，()（）\[\]【】]{1,2}\s?\d")
_LETTERS = str.maketrans("OolI", "0011")
_LIKE_DIGITS = re.compile(
    r"(?<![A-Za-z0-9])(?=[\d \-]*[OolI])[\dOolI](?:[ \-]?[\dOolI]){9,16}[ \-]?[\dOolIXx](?![A-Za-z0-9])"
)
_PARTED = re.compile(
    r"(?<![\d.])(?<!\d[,，])\d(?:\s?[,，()（）\[\]【】\-]{0,2}\s?\d){9,17}(?:\s?[,，()（）\[\]【】\-]{0,2}\s?[\dXx])(?![\d.]|[,，]\s?\d)"
)
_MOBILE = re.compile(r"1[3-9]\d{9}")
_MOST_LETTERS = 5
_BRACKETS = re.compile(r"[()（）\[\]【】]")


def find_disguised(text: str) -> Iterator[Exposure]:
    """Identity numbers by their check sign; mobiles and cards as nobody writes amounts, or where a word says so."""
    for found in _LIKE_DIGITS.finditer(text):
        number = re.sub(r"[ \-]", "", found[0])
        kind = _kind(number.translate(_LETTERS).upper())
        letters = sum(sign in "OolI" for sign in number)
        is_sure = kind is ExposureKind.IDENTITY_NUMBER or (kind and letters <= _MOST_LETTERS)
        yield from _exposure(text, found, kind, number.translate(_LETTERS).upper(), is_sure=bool(is_sure))
    for found in _PARTED.finditer(text):
        number = re.sub(r"[^\dXx]", "", found[0]).upper()
        parts = re.findall(r"[\dXx]+", found[0])
        kind = _kind(number)
        is_sure = kind is ExposureKind.IDENTITY_NUMBER or (
            kind is ExposureKind.MOBILE
            and tuple(map(len, parts)) in ((3, 4, 4), (3, 8))
            and (bool(_BRACKETS.search(found[0])) or any(part[0] == "0" for part in parts))
        )
        if len(parts) > 1 and max(map(len, parts)) > 1:
            yield from _exposure(text, found, kind, number, is_sure=is_sure)


def _kind(number: str) -> ExposureKind | None:
    if len(number) == 18 and is_identity_number(number):
        return ExposureKind.IDENTITY_NUMBER
    if _MOBILE.fullmatch(number):
        return ExposureKind.MOBILE
    is_card = len(number) >= 16 and number.isdigit() and number[0] in "3456" and luhn.is_valid(number)
    return ExposureKind.BANK_CARD if is_card else None


def _exposure(
    text: str, found: re.Match[str], kind: ExposureKind | None, number: str, *, is_sure: bool
) -> Iterator[Exposure]:
    start, end = found.span()
    words = ACCOUNT_WORDS if kind is ExposureKind.BANK_CARD else PHONE
    is_unsure_card = kind is ExposureKind.BANK_CARD and not says(text, start, end, words)
    if kind and not is_unsure_card and (is_sure or says(text, start, end, words)):
        yield Exposure(kind, start, end, number)
