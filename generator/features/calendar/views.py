"""Occasions to what the calendar page shows and to iCalendar files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.features.calendar.occasions import Occasion, OccasionTiming, find_occasions, occasion_of
from generator.features.calls.views import standing
from generator.model.addresses import record_address
from generator.model.record import Record
from generator.model.source import Source
from generator.render.displayed_values import chinese_date

TIMINGS = {
    OccasionTiming.UPCOMING: ("还没开始", "wait"),
    OccasionTiming.ON: ("正在进行", "good"),
    OccasionTiming.PAST: ("已经结束", "over"),
}
CHANGED = {"cancelled": ("取消", "stop"), "postponed": ("改期", "wait")}


class OccasionView(NamedTuple):
    """An occasion as a page shows it."""

    title: str
    summary: str
    address: str
    kind: str
    when: str
    place: str
    word: str
    tone: str
    starts: date
    year: int


@dataclass(frozen=True, slots=True)
class DaysContext:
    """What the calendar's page may name."""

    current: tuple[OccasionView, ...]
    """On now."""
    upcoming: tuple[OccasionView, ...]
    """The soonest first."""
    past: tuple[tuple[int, tuple[OccasionView, ...]], ...]
    """Years with their occasions, the newest first."""


def days_context(source: Source, _key: str) -> DaysContext:
    """All occasions, by when they are."""
    found = find_occasions(source.catalogue)
    by = {timing: [each for each in found if each.on(source.as_of) is timing] for timing in OccasionTiming}
    past = [_view(source, each) for each in sorted(by[OccasionTiming.PAST], key=lambda each: each.starts, reverse=True)]
    years = dict.fromkeys(each.year for each in past)
    return DaysContext(
        current=tuple(_view(source, each) for each in by[OccasionTiming.ON]),
        upcoming=tuple(_view(source, each) for each in by[OccasionTiming.UPCOMING]),
        past=tuple((year, tuple(each for each in past if each.year == year)) for year in years),
    )


@dataclass(frozen=True, slots=True)
class OccasionContext:
    """What the page of something that happens may name besides its record."""

    when: str
    word: str
    """Where it stands today."""
    tone: str


def occasion_context(source: Source, record: Record) -> OccasionContext:
    """When an occasion is, and where it stands."""
    found = occasion_of(source.catalogue, record)
    if found is None:
        return OccasionContext(when="", word="", tone="plain")
    view = _view(source, found)
    return OccasionContext(when=view.when, word=view.word, tone=view.tone)


def _view(source: Source, occasion: Occasion) -> OccasionView:
    record = occasion.record
    dataset = source.catalogue.datasets[record.dataset]
    word, tone = CHANGED.get(occasion.status) or TIMINGS[occasion.on(source.as_of)]
    if source.catalogue.role_of(record.dataset) == "call":
        now = standing(record, source.as_of)
        word, tone = f"{now.word}，{now.sentence}" if now.until else now.word, now.tone
    return OccasionView(
        title=occasion.title,
        summary=occasion.summary,
        address=record_address(record.dataset, record.key),
        kind=dataset.title,
        when=_when(occasion),
        place=occasion.place,
        word=word,
        tone=tone,
        starts=occasion.starts,
        year=occasion.starts.year,
    )


def _when(occasion: Occasion) -> str:
    first = chinese_date(occasion.starts)
    return first if occasion.ends == occasion.starts else f"{first}至{chinese_date(occasion.ends)}"
