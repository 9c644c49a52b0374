"""What the page of a call shows beyond its record: where it stands today, what it asks for, how it judges."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.features.calls.call_state import (
    CallState,
    CallStatus,
    in_written_order,
    is_approved,
    sections_of,
    status_of,
)
from generator.model.cells import count_in, day_in, is_set, text_in
from generator.model.record import Record
from generator.model.source import Source

_WORDS = {
    CallState.UPCOMING: ("尚未开始", "wait"),
    CallState.OPEN: ("正在征集", "good"),
    CallState.CLOSING: ("即将截止", "wait"),
    CallState.CLOSED: ("已经截止", "over"),
}


class CallStanding(NamedTuple):
    """Where a call stands: a word, its tone, a sentence, and the day the countdown runs to (None when it is over)."""

    word: str
    tone: str
    sentence: str
    until: date | None
    opens: bool


class SectionWanted(NamedTuple):
    """A section a call asks for."""

    title: str
    guidance: str
    limits: str
    required: bool


class CriterionView(NamedTuple):
    """What is judged, and its share in per cent where a ranking is approved, else nought."""

    title: str
    description: str
    weight: int


@dataclass(frozen=True, slots=True)
class CallContext:
    """What the page of a call may name besides its record."""

    standing: CallStanding
    wanted: tuple[SectionWanted, ...]
    criteria: tuple[CriterionView, ...]
    levels: tuple[str, ...]
    """Titles with places; none where nobody approved a ranking."""
    approved: bool
    """Whether the call may rank (评比表彰 needs an approval)."""


def call_context(source: Source, call: Record) -> CallContext:
    """Where a call stands, what it asks for and how it judges."""
    catalogue = source.catalogue
    criteria = in_written_order(catalogue.pointing(call, "call_criterion.call"))
    approved = is_approved(call)
    levels = in_written_order(catalogue.pointing(call, "call_level.call")) if approved else ()
    return CallContext(
        standing=standing(call, source.as_of),
        wanted=tuple(_wanted(each) for each in sections_of(catalogue, call)),
        criteria=tuple(
            CriterionView(
                text_in(each, "title"), text_in(each, "description"), count_in(each, "weight") if approved else 0
            )
            for each in criteria
        ),
        levels=tuple(f"{text_in(each, 'title')} {count_in(each, 'places')} 名" for each in levels),
        approved=approved,
    )


def standing(call: Record, day: date) -> CallStanding:
    """Where a call stands on a day, in words."""
    status = status_of(call, day)
    word, tone = _WORDS[status.state]
    until = day_in(call, "opens_on") if status.state is CallState.UPCOMING else day_in(call, "closes_on")
    is_over = status.state is CallState.CLOSED
    return CallStanding(word, tone, _sentence(status), None if is_over else until, status.state is CallState.UPCOMING)


def _sentence(status: CallStatus) -> str:
    match status:
        case CallStatus(CallState.UPCOMING, days):
            return f"还有 {days} 天开始"
        case CallStatus(CallState.CLOSED):
            return "不再接收材料"
        case CallStatus(_, 0):
            return "今天是最后一天"
        case CallStatus(_, days):
            return f"还有 {days} 天截止"


def _wanted(section: Record) -> SectionWanted:
    least, most = count_in(section, "least"), count_in(section, "most")
    limits = (
        f"{least}—{most} 字" if least and most else f"至少 {least} 字" if least else f"不超过 {most} 字" if most else ""
    )
    return SectionWanted(text_in(section, "title"), text_in(section, "guidance"), limits, is_set(section, "required"))
