"""Digits in a text to the bank cards and accounts in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import luhn
from stdnum.cn import uscc

from generator.check.personal.exposures import Exposure, ExposureKind
from generator.check.personal.folding import DIGIT_GAP
from generator.check.personal.identity_numbers import compact, is_identity_number
from generator.check.personal.surroundings import ACCOUNT_WORDS, is_fraction, says

_CARD = re.compile(rf"(?<!\d)(?<!\d\.)(?=([3-69](?:{DIGIT_GAP}\d){{14,18}})(?!\d))")
_ACCOUNT = re.compile(r"(?<![\dA-Za-z.])\d(?:[ \-–—.·]{0,2}\d){11,29}(?![\dA-Za-z])")
_ISSUERS: tuple[tuple[re.Pattern[str], tuple[int, ...]], ...] = (
    (re.compile(r"62"), (16, 17, 18, 19)),
    (re.compile(r"955[0-9]|60[13]|69075|685800|9843"), (16, 18, 19)),
    (re.compile(r"4|5[1-5]|2[2-7]|35[2-8]"), (16,)),
    (re.compile(r"3[47]"), (15,)),
)
"""UnionPay; what Chinese banks gave out before; Visa, MasterCard, JCB; American Express: beginning, length."""
_DIGEST = re.compile(r"(?<![0-9A-Za-z])(?=[0-9a-f]*[a-f])[0-9a-f]{64}(?![0-9A-Za-z])")
"""SHA-256 of a file, as lock files and ledgers hold it: of thousands, some have a card's digits by chance."""
_GROUPS = re.compile(
    r"\d{15,19}|\d{4}(?:\D{1,3}\d{4}){2,3}(?:\D{1,3}\d{1,4})?|\d{6}\D{1,3}\d{9,13}|\d(?:\D{1,3}\d){14,18}"
)


def find_bank_cards(text: str) -> Iterator[Exposure]:
    """Numbers with a bank's beginning and length and a right check digit (Luhn); no organisation's code."""
    digests = [found.span() for found in _DIGEST.finditer(text)]
    for found in _CARD.finditer(text):
        number, (start, end) = compact(found[1]), found.span(1)
        if any(first <= start and end <= last for first, last in digests):
            continue
        if len(number) == 15 and number == found[1] and not says(text, start, end, ACCOUNT_WORDS):
            continue  # so short a number is more often something else's
        is_part = is_fraction(text, start) or re.match(r"\.\d", text[end : end + 2])
        if _is_card(number) and _GROUPS.fullmatch(found[1]) and not is_part:
            yield Exposure(ExposureKind.BANK_CARD, start, end, number)


def find_accounts(text: str) -> Iterator[Exposure]:
    """Long numbers that the sentence calls an account or a card."""
    for found in _ACCOUNT.finditer(text):
        number = compact(found[0])
        if says(text, found.start(), found.end(), ACCOUNT_WORDS) and not _is_of_an_organisation(number):
            yield Exposure(ExposureKind.ACCOUNT, found.start(), found.end(), number)


def _is_card(number: str) -> bool:
    is_issued = any(begins.match(number) and len(number) in lengths for begins, lengths in _ISSUERS)
    return is_issued and luhn.is_valid(number) and not is_identity_number(number) and not _is_of_an_organisation(number)


def _is_of_an_organisation(number: str) -> bool:
    return len(number) == 18 and bool(uscc.is_valid(number))
