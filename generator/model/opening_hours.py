"""A text of opening hours to days and times; whatever cannot be read stays words, which remain what counts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SIGNS = "一二三四五六日"
_DAY = r"(?:每?(?:周|星期)(?P<{0}>[一二三四五六日天末]))"
_RANGE = re.compile(rf"{_DAY.format('first')}(?:至|到|[-—–~])(?:周|星期)?(?P<last>[一二三四五六日天])")
_NAMED = re.compile(r"(?:周|星期)([一二三四五六日天末])|(?<=[、及和])([一二三四五六日天])(?![月日号点时十百个楼])")
_ALL_DAYS = re.compile(r"每天|每日|天天|全年无休|全周")
_WORKDAYS = re.compile(r"工作日")
_CLOCK = (
    r"(?P<half{0}>上午|下午|晚上|晚)?(?P<hour{0}>\d{{1,2}})"
    r"(?::(?P<minute{0}>\d\d)|[点时](?:(?P<thirty{0}>半)|(?P<minutes{0}>\d\d)分?)?)"
)
_SPAN = re.compile(rf"{_CLOCK.format(1)}\s*(?:至|到|[-—–~]+)\s*{_CLOCK.format(2)}")
_ALWAYS = re.compile(r"24\s*小时")
_HALF_DAY = re.compile(r"上午|下午|值班|开放|办公|全天")
_SHUT = re.compile(r"休息|不开|不办|关门|除外")
_TIMELY = re.compile(r"\d|周[一二三四五六日天末]|星期")
_CLAUSES = re.compile(r"[，,；;。\n]+")


class Opening(NamedTuple):
    """Some days of every week on which something is open; times as `08:30`, empty where the text gives none."""

    days: tuple[str, ...]
    opens: str
    closes: str
    said: str


class OpeningHours(NamedTuple):
    """What could be read of a text; `notes` are its other clauses, `unread` those of them that tell of times."""

    openings: tuple[Opening, ...]
    notes: tuple[str, ...]
    unread: tuple[str, ...]


def read_hours(text: str) -> OpeningHours:
    """Clause by clause; one that gives times but no days goes on from the days before it."""
    openings: list[Opening] = []
    notes: list[str] = []
    days: tuple[str, ...] = ()
    for clause in filter(None, (each.strip() for each in _CLAUSES.split(text))):
        days = _days(clause) or days
        found = tuple(_openings(clause, days))
        openings += found
        if not found:
            notes.append(clause)
    unread = (each for each in notes if _TIMELY.search(unicodedata.normalize("NFKC", each)) and not _SHUT.search(each))
    return OpeningHours(tuple(openings), tuple(notes), tuple(unread))


def _openings(clause: str, days: tuple[str, ...]) -> Iterator[Opening]:
    plain = unicodedata.normalize("NFKC", clause)
    if _SHUT.search(plain):
        return
    if _ALWAYS.search(plain):
        yield Opening(days or WEEK, "00:00", "24:00", clause)
        return
    spans = list(_SPAN.finditer(plain))
    for span in spans if days else ():
        opens, closes = _clock(span, 1, ""), _clock(span, 2, span["half1"] or "")
        if opens < closes <= "24:00":
            yield Opening(days, opens, closes, clause)
    if not spans and not re.search(r"\d", plain) and _days(clause) and _HALF_DAY.search(plain):
        yield Opening(_days(clause), "", "", clause)


def _clock(span: re.Match[str], end: int, before: str) -> str:
    half = span[f"half{end}"] or before
    minute = "30" if span[f"thirty{end}"] else span[f"minute{end}"] or span[f"minutes{end}"] or "00"
    hour = int(span[f"hour{end}"])
    late = half in ("下午", "晚上", "晚") and hour < 12
    return f"{hour + 12 * late:02}:{minute}"


def _days(clause: str) -> tuple[str, ...]:
    """The days a clause names, in the order of the week; none when it names none."""
    plain = unicodedata.normalize("NFKC", clause)
    if _ALL_DAYS.search(plain):
        return WEEK
    found = set(WEEK[:5]) if _WORKDAYS.search(plain) else set()
    for each in _RANGE.finditer(plain):
        found |= {*WEEK[_place(each["first"]) : _place(each["last"]) + 1]}
    for whole, bare in _NAMED.findall(_RANGE.sub("", plain)):
        found |= {*WEEK[5:]} if whole == "末" else {WEEK[_place(whole or bare)]}
    return tuple(day for day in WEEK if day in found)


def _place(sign: str) -> int:
    return _SIGNS.index("日" if sign == "天" else sign)
