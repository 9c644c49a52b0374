"""An entry of a place's newest catalogue to the news there is of it: each told once, on the day it holds from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from generator.features.editions.carry_over import Turn, carried_entry
from generator.features.editions.entry_state import is_open
from generator.features.editions.half_years import half_year
from generator.features.editions.place_editions import Edition
from generator.model.calendar import add_months
from generator.model.cells import day_in, text_in
from generator.model.record import Record

WARNED_BEFORE = 30
"""So many days before its last day an entry is said to end."""
_MONTHS_BACK = 12
_CLOSED = "closed"


class NewsKind(StrEnum):
    """What is told of an entry."""

    NEW = "new"
    REOPENED = "reopened"
    ENDING = "ending"
    CLOSED = "closed"


class News(NamedTuple):
    """`uid` stays the same whatever else becomes of the entry; `day` is the day since which it holds."""

    uid: str
    kind: NewsKind
    entry: Record
    day: date


def news_of(editions: Sequence[Edition], entry: Record, today: date) -> tuple[News, ...]:
    """What happened to an entry up to a day, in the last twelve months; `editions` are its place's catalogues."""
    number, period = text_in(entry, "id"), text_in(entry, "period")
    since = add_months(today, -_MONTHS_BACK)
    return tuple(
        News(f"follow/{period}/{number}/{kind}", kind, entry, day)
        for kind, day in _happened(editions, entry, today)
        if since < day <= today
    )


def _happened(editions: Sequence[Edition], entry: Record, today: date) -> Iterator[tuple[NewsKind, date]]:
    first, last = day_in(entry, "valid_from"), day_in(entry, "valid_to")
    confirmed, reopened = day_in(entry, "confirmed_on"), day_in(entry, "reopens_on")
    carried = carried_entry(editions, entry)
    if carried and carried.turn is Turn.NEW and is_open(entry, today) and first:
        yield NewsKind.NEW, min(first, confirmed or first)
    if reopened and is_open(entry, today):
        yield NewsKind.REOPENED, reopened
    if text_in(entry, "status") == _CLOSED:
        yield NewsKind.CLOSED, confirmed or first or today
    elif last and is_open(entry, today) and last < half_year(text_in(entry, "period")).last:
        # what is good until the half-year ends is asked for again in the next one, and ends nothing
        yield NewsKind.ENDING, max(last - timedelta(days=WARNED_BEFORE), first or last)
