"""Words in a text to the addresses in it that lead to somebody's door, and to the villages and estates it names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.personal.exposures import Exposure, ExposureKind

_NUMBER = r"(?:\d{1,4}|[一二三四五六七八九十百]{1,4})"
_INNER = rf"{_NUMBER}(?:号楼|号院|栋|幢|楼栋)"
_DOOR = re.compile(
    rf"{_INNER}[-－— ]?(?:{_NUMBER}?(?:单元|门|层)[-－— ]?)?{_NUMBER}(?:室|号|户|单元|门)?"
    rf"|{_NUMBER}单元[-－— ]?{_NUMBER}(?:室|号|户)?"
    rf"|{_NUMBER}门[-－— ]?\d{{3,4}}(?:室|号|户)?"
)
_VILLAGE_DOOR = re.compile(
    rf"[\u4e00-\u9fff]{{1,6}}(?:村|庄|屯|寨)[东西南北中]?(?:{_NUMBER}(?:组|队|区|排|街|条|巷|片))?{_NUMBER}(?:号|排{_NUMBER}号|户)"
)
_STREET_DOOR = re.compile(
    rf"(?:家住|住在|住址|居住地址|居住地|家庭地址|户籍地址|现住|户籍所在地|家在|租住在?)[是为于：:在\s]{{0,3}}"
    rf"([\u4e00-\u9fff]{{2,20}}?(?:路|街|道|胡同|巷|里|条|大街){_NUMBER}(?:号|弄)(?:{_NUMBER}(?:室|号|户))?)"
)
_SAID_OFFICE = re.compile(
    r"(?:大厦|中心|办公|园区|医院|学校|大学|窗口|写字楼|会议|活动|服务站|党群|机关|展厅|培训|地点)[^。；，]{0,12}$"
)
_ESTATE = re.compile(r"[\u4e00-\u9fff]{2,6}(?:村|屯|小区|家园|花园|新村|胡同|公寓)")
_GENERIC = frozenset("农乡山本该全各邻同个行然近这那某村小")
"""A village called by one of these before its last word has no name."""
_BEFORE = 20


def find_addresses(text: str) -> Iterator[Exposure]:
    """Homes down to building and flat, village and house, or street and number where somebody is said to live."""
    for found in _DOOR.finditer(text):
        if not _SAID_OFFICE.search(text[max(0, found.start() - _BEFORE) : found.start()]):
            yield Exposure(ExposureKind.ADDRESS, found.start(), found.end(), found[0])
    for found in _VILLAGE_DOOR.finditer(text):
        if not _SAID_OFFICE.search(text[max(0, found.start() - _BEFORE) : found.start()]):
            yield Exposure(ExposureKind.ADDRESS, found.start(), found.end(), found[0])
    for found in _STREET_DOOR.finditer(text):
        yield Exposure(ExposureKind.ADDRESS, found.start(1), found.end(1), found[1])


def names_a_home(text: str) -> bool:
    """Whether a village, an estate or a lane is called by its name."""
    return any(_is_named(found[0]) for found in _ESTATE.finditer(text))


def _is_named(place: str) -> bool:
    stem = re.sub(r"(?:村|屯|小区|家园|花园|新村|胡同|公寓)$", "", place)
    return bool(stem) and stem[-1] not in _GENERIC
