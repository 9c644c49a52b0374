"""A rule and the facts of a subject become the occasions on which something had to be published."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from itertools import count
from typing import NamedTuple

from generator.features.duties.facts import Event, Subject
from generator.features.duties.rules import DutyRule, Scope, Timing, Trigger
from generator.model.calendar import ONE_DAY, add_months, periods_from


class Reason(StrEnum):
    """Why a duty asks for nothing."""

    OUTSIDE = "outside"
    """The subject is not one of those it binds."""
    NOT_YET = "not_yet"
    """What starts it has not happened."""
    SHORT = "short"
    """It binds only what lasts longer."""
    NOT_IN_FORCE = "not_in_force"
    """All that happened, happened while the rule was not in force."""
    EXCUSED = "excused"
    """The interval lies wholly inside a suspension."""


class Occurrence(NamedTuple):
    """One occasion. A publication belongs here when it is about `about`, names `period`, or was made from `opens` on.

    `closes` is the last day for one that names neither; None: never. A later one is late, not lost.
    """

    label: str
    trigger: date
    due: date
    opens: date
    closes: date | None = None
    cause: str = ""
    period: str | None = None
    about: str | None = None
    excuse: str = ""


class SubjectStanding(NamedTuple):
    """What a subject is or ever was, and what it is always."""

    traits: frozenset[str]
    lasting: frozenset[str]

    def fits(self, scope: Scope) -> bool:
        """Whether a rule could bind the subject on some day: it is, or once was, all that the rule asks for."""
        return scope.requires <= self.traits and not scope.excludes & self.lasting

    def always_fits(self, scope: Scope) -> bool:
        """Whether a rule binds the subject on every day."""
        return scope.requires <= self.lasting and not scope.excludes & self.traits


def standing_of(subject: Subject) -> SubjectStanding:
    """The standing of a subject on all days together."""
    lasting = (trait.name for trait in subject.traits if trait.since is None and trait.until is None)
    return SubjectStanding(frozenset(trait.name for trait in subject.traits), frozenset(lasting))


def find_occurrences(
    rule: DutyRule, subject: Subject, standing: SubjectStanding, as_of: date
) -> tuple[Occurrence, ...] | Reason:
    """The occasions known on `as_of`, oldest first; when there are none, the reason.

    Which wording governs is decided by the day that starts the occasion, and so is whether the subject is bound.
    The subject is one that the rule could bind (`SubjectStanding.fits`).
    """
    if isinstance(begun := _occasions(rule, subject, as_of), Reason):
        return begun
    governed = [found for found in begun if rule.in_force(found.trigger)]
    if not governed:
        return Reason.NOT_IN_FORCE
    owed = (found for found in governed if subject.ceased_on is None or found.due <= subject.ceased_on)
    if not standing.always_fits(rule.scope):
        owed = (found for found in owed if binds(rule, subject, found.trigger))
    return tuple(owed) or Reason.OUTSIDE


def _occasions(rule: DutyRule, subject: Subject, as_of: date) -> list[Occurrence] | Reason:
    timing = rule.timing
    if timing.trigger is Trigger.YEARLY:
        return _yearly(rule, subject, as_of)
    if timing.trigger is Trigger.EVERY:
        return _every(rule, subject, as_of)
    ahead = timing.trigger is Trigger.BEFORE
    events = [event for event in subject.events if event.name == timing.event and (ahead or event.on <= as_of)]
    return [_around(timing, event) for event in events] or Reason.NOT_YET


def _around(timing: Timing, event: Event) -> Occurrence:
    """After an event its own publication counts from that day on; before one, whenever it was made."""
    ahead = timing.trigger is Trigger.BEFORE
    due = _shift(event.on, timing, -1 if ahead else 1)
    opens = date.min if ahead else event.on
    return Occurrence(event.record or event.name, event.on, due, opens, cause=event.label, about=event.record)


def _every(rule: DutyRule, subject: Subject, as_of: date) -> list[Occurrence] | Reason:
    """Intervals of equal length counted from the start, side by side; the one that holds the end merges into the end.

    A start on the 31st stays with the ends of months: every interval is measured from the start, not from the last one.
    """
    timing = rule.timing
    start, end = subject.first(timing.event), subject.first(timing.until)
    if start is None or start.on > as_of:
        return Reason.NOT_YET
    if end and end.on <= max(add_months(start.on, timing.longer_than_months), _shift(start.on, timing, 1)):
        return Reason.SHORT
    last = min(as_of, rule.valid_to or as_of)
    return list(_intervals(rule, subject, start, last))


def _intervals(rule: DutyRule, subject: Subject, start: Event, last: date) -> Iterator[Occurrence]:
    """Those that begin while the rule is in force, and not after `last`."""
    timing, end = rule.timing, subject.first(rule.timing.until)
    trigger, opens = start.on, start.on
    for number in count(1):
        if trigger > last:
            return
        due = _shift(start.on, timing, number)
        if end and due >= end.on:
            return
        if trigger >= rule.valid_from:
            excuse = _excuse(timing, subject, opens, due) if subject.spans else ""
            yield Occurrence(str(number), trigger, due, opens, cause=start.label, excuse=excuse)
        trigger, opens = due, due + ONE_DAY


def _excuse(timing: Timing, subject: Subject, first: date, last: date) -> str:
    spans = (span for span in subject.spans if span.name == timing.excused_by and span.covers(first, last))
    return next((span.label for span in spans), "")


def _yearly(rule: DutyRule, subject: Subject, as_of: date) -> list[Occurrence] | Reason:
    timing = rule.timing
    start = subject.first(timing.event) if timing.event else None
    if timing.event and (start is None or start.on > as_of):
        return Reason.NOT_YET
    end = subject.first(timing.until) if timing.until else None
    reach = add_months(rule.valid_from, -timing.period_months if timing.arrears else 0)
    return list(_periods(timing, max(start.on, reach) if start else reach, end, as_of)) or Reason.NOT_YET


def _periods(timing: Timing, start: date, end: Event | None, as_of: date) -> Iterator[Occurrence]:
    """Each period from the one that holds `start`; it begins to be owed at its own start, or in arrears at its end."""
    for period in periods_from(start, timing.period_months):
        trigger = period.last + ONE_DAY if timing.arrears else period.first
        if trigger > as_of or (end and period.first > end.on):
            return
        month, day = timing.due_on[(period.first.month - 1) // timing.period_months]
        due = date(trigger.year, month, day)
        closes = add_months(trigger, timing.period_months) - ONE_DAY
        yield Occurrence(period.label, trigger, due, trigger, closes, period=period.label)


def _shift(day: date, timing: Timing, times: int) -> date:
    moved = add_months(day, timing.months * times) if timing.months else day
    return moved + timedelta(days=timing.days * times) if timing.days else moved


def binds(rule: DutyRule, subject: Subject, day: date) -> bool:
    """Whether the subject is one of those the rule binds on that day."""
    return all(subject.is_now(trait, day) for trait in rule.scope.requires) and not any(
        subject.is_now(trait, day) for trait in rule.scope.excludes
    )
