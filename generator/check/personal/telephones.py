"""Digits in a text to the telephones in it, by China's numbering plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.personal.exposures import Exposure, ExposureKind
from generator.check.personal.folding import DIGIT_GAP
from generator.check.personal.identity_numbers import compact
from generator.check.personal.surroundings import PHONE, is_fraction, says

_MOBILE = re.compile(
    rf"(?<!\d)(?<!\d\.)(?:[(（]?(?:\+|00)?86[)）]?[\s\-–—.·]{{0,3}})?0?(?=(1{DIGIT_GAP}[3-9](?:{DIGIT_GAP}\d){{9}})(?!\d))"
)
_ABROAD = re.compile(r"(?:\+|(?<!\d)00)(?!86)\d{1,3}[\s\-–.()（）]{0,3}\Z")
"""Another country's code before it."""
_GROUPS = frozenset(
    {(11,), (3, 4, 4), (3, 8), (7, 4), (3, 3, 5), (4, 4, 3), (4, 3, 4), (5, 6), (6, 5), (5, 3, 3), (3, 5, 3)}
    | {(2, 3, 3, 3), (3, 2, 2, 2, 2), (3, 2, 3, 3), (3, 3, 2, 3), (3, 4, 2, 2), (2, 4, 5), (1,) * 11, (1, 2, 4, 4)}
)
"""How people write one: together, in these groups, or digit by digit."""
_AREA = (
    r"(?:10|2[0-57-9]|3(?:1\d|35|49|5\d|7\d|9[1-8])|4(?:1\d|2[179]|3\d|5\d|6[4789]|7\d|8[23])"
    r"|5(?:1\d|2[37]|3\d|4[36]|5\d|6[1-6]|7\d|80|9\d)|6(?:3[1-5]|6[0238]|9[12])"
    r"|7(?:01|1\d|2[248]|3\d|4[3-6]|5\d|6[0-36]|7\d|9\d)|8(?:1[236-8]|2[5-7]|3\d|5\d|7\d|8[36-8]|9\d)"
    r"|9(?:0[1-3689]|1\d|3\d|4[13]|5[1-5]|7\d|9\d))"
)
"""Area codes without the leading nought."""
_LINK = r"[\s\-－–—.·/]{0,3}"
_LANDLINE = re.compile(
    rf"(?:(?<![\d.A-Za-z])(?<!\d[-–—])|(?<=[Tt][Ee][Ll]))(?:[(（]?(?:\+|00)86[)）]?{_LINK}[(（]?0?|[(（]?0)({_AREA})[)）]?{_LINK}"
    rf"([2-8]\d{{2,3}}{_LINK}\d{{4}})(?![\dA-Za-z])(?!\.\d)"
)
_LOCAL_LINE = re.compile(r"(?:电话|座机|固话|号码|宅电)[是为：:\s]{0,3}([2-8]\d{2,3}[-– .·]{0,2}\d{4})(?!\d)")
_SAID_OFFICE = re.compile(
    r"(?:咨询|热线|服务|办公|窗口|值班|监督|投诉|举报|报名|预约|求助|问候|单位|中心|协会|基金会|民政局|街道办?|社区|公开|传真|总机)[^。；，]{0,6}$"
)
_NEAR = 10
"""Characters before a number in which a word says what it is."""


def find_mobiles(text: str) -> Iterator[Exposure]:
    """Mobile numbers are a person's, whoever pays for them."""
    for found in _MOBILE.finditer(text):
        start, end = found.span(1)
        if _ABROAD.search(text[max(0, start - 9) : start]) or is_fraction(text, start):
            continue
        if (_is_written_so(found[1]) and _stands_alone(text, start, end)) or says(text, start, end, PHONE):
            yield Exposure(ExposureKind.MOBILE, start, end, compact(found[1]))


def find_landlines(text: str) -> Iterator[Exposure]:
    """Landlines, unless the words before say that it is an office's."""
    for found in _LANDLINE.finditer(text):
        number = compact(found[2])
        is_whole = len(number) == 8 or len(found[1]) == 3
        if is_whole and not _SAID_OFFICE.search(text[max(0, found.start() - _NEAR * 2) : found.start()]):
            yield Exposure(ExposureKind.LANDLINE, found.start(), found.end(), f"0{found[1]}{number}")
    for found in _LOCAL_LINE.finditer(text):
        if not _SAID_OFFICE.search(text[max(0, found.start() - _NEAR) : found.start()]):
            yield Exposure(ExposureKind.LANDLINE, found.start(1), found.end(1), compact(found[1]))


def _is_written_so(written: str) -> bool:
    """Digits in familiar groups; with one full stop it is a decimal number, over two lines rather two numbers."""
    groups = tuple(len(run) for run in re.findall(r"\d+", written))
    if groups not in _GROUPS:
        return False
    gaps = re.findall(r"\D+", written)
    has_nought = re.search(r"\D0\d", written)  # no amount begins so
    if "|" in written:
        return bool(has_nought)  # cells side by side
    is_one = groups in ((3, 4, 4), (3, 8), (1,) * 11) or has_nought
    return gaps != ["."] and ("\n" not in written or bool(is_one))


def _stands_alone(text: str, start: int, end: int) -> bool:
    """No decimal number, no part of a code with letters."""
    before, after = text[max(0, start - 6) : start], text[end : end + 3]
    if re.match(r"\.(?:[1-9]|\d\d)|[A-Za-z]", after):
        return False
    return not re.search(r"[A-Za-z]\Z", before) or bool(
        re.search(r"(?:tel|phone|mobile|mob|wx|vx|call|t|m)\Z", before, re.I)
    )
