"""Obligations to what a charity subscribes to: a calendar of last days, a feed of what changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from generator.features.duties.facts import Subject
from generator.features.duties.obligation_views import subject_address, subject_anchor
from generator.features.duties.obligations import STILL_OPEN, Obligation, Status
from generator.features.duties.verdicts import explain, occasion_name
from generator.model.addresses import BOARD, url_path
from generator.model.calendar import ONE_DAY, add_months
from generator.model.project import Settings
from generator.render.calendars import CalendarEvent, write_calendar
from generator.render.feed_and_calendar_names import site_host
from generator.render.feeds import MOST, Feed, FeedEntry, write_feed

_PRODUCT = "-//mingshan//duties//ZH"
NOTICE = timedelta(days=14)
"""How long before the last day a reminder comes."""
MOST_DATES = 5_000
"""The nearest days that a calendar tells of: some 3 MB, more than a phone takes in at once."""
_MONTHS_BACK = 3
"""What was missed, or changed, longer ago than this stands on the board only: a calendar of old debts is not read."""

_OPEN = STILL_OPEN | {Status.DUE}
_MOVING = _OPEN | {Status.MET, Status.MET_LATE}
_STATES = {
    Status.DUE: "待{}",
    Status.NO_RECORD: "本站无{}记录",
    Status.OVERDUE: "逾期未{}",
    Status.MET: "已{}",
    Status.MET_LATE: "已{}（迟）",
    Status.UNVERIFIED: "待{}（条文待核实）",
}


class Reminder(NamedTuple):
    """`uid` stays the same whatever becomes of the obligation; `changed` is the day of the latest news about it."""

    uid: str
    title: str
    text: str
    subject: Subject
    due: date
    changed: date


def render_calendar(settings: Settings, name: str, obligations: Iterable[Obligation], as_of: date) -> str:
    """The last day of each, with an alarm two weeks before; same obligations and day, same bytes."""
    dates = find_dates(obligations)
    if len(dates) > MOST_DATES:
        nearest = sorted(dates, key=lambda each: (abs((each.due - as_of).days), each.uid))[:MOST_DATES]
        dates = tuple(sorted(nearest, key=lambda each: (each.due, each.uid)))
    return write_calendar(_PRODUCT, name, (_event(settings, each) for each in dates), as_of)


def render_feed(settings: Settings, name: str, address: str, obligations: Iterable[Obligation]) -> str:
    """What is newly owed, comes soon, was missed or settled, for its place on the site."""
    feed = Feed(name, "法定公开平台是“慈善中国”，本站只作提示，不代替。", address, BOARD)
    news = find_news(obligations)
    entries = tuple(
        FeedEntry(each.uid, each.title, each.text, each.changed, reminder_link(each)) for each in news[:MOST]
    )
    return write_feed(settings, feed, entries)


def _event(settings: Settings, reminder: Reminder) -> CalendarEvent:
    return CalendarEvent(
        uid=f"{reminder.uid}@{site_host(settings)}",
        first=reminder.due,
        last=reminder.due,
        title=reminder.title,
        text=reminder.text,
        address=settings.site_url + reminder_link(reminder) if settings.site_url else "",
        notice=NOTICE,
    )


def find_dates(obligations: Iterable[Obligation]) -> tuple[Reminder, ...]:
    """What still has to be published, by its last day; for rules nobody has verified only days that are ahead."""
    found = (_remind(each, due) for each in obligations if (due := each.due) and _is_open(each, due))
    return tuple(sorted(found, key=lambda each: (each.due, each.uid)))


def find_news(obligations: Iterable[Obligation]) -> tuple[Reminder, ...]:
    """What began to be owed, came within two weeks, was missed or was published lately; the newest first."""
    moving = ((each, due) for each in obligations if (due := each.due) and each.status in _MOVING)
    recent = (_remind(each, due) for each, due in moving if _changed(each, due) > date.min)  # one in ten
    return tuple(sorted(recent, key=lambda each: (-each.changed.toordinal(), each.uid)))


def _is_open(obligation: Obligation, due: date) -> bool:
    if obligation.status is Status.UNVERIFIED:
        return obligation.met_by is None and due >= obligation.as_of
    return obligation.status in _OPEN and due >= add_months(obligation.as_of, -_MONTHS_BACK)


def _remind(obligation: Obligation, due: date) -> Reminder:
    subject, occasion = obligation.subject, occasion_name(obligation)
    what = f"{obligation.rule.name}（{occasion}）" if occasion else obligation.rule.name
    state = _STATES[obligation.status].format(obligation.rule.act)
    title, changed = f"{state}：{what} {subject.name}", _changed(obligation, due)
    return Reminder(obligation.uid, title, explain(obligation), subject, due, changed)


def _changed(obligation: Obligation, due: date) -> date:
    """The day of the latest news; `date.min` when there is none, or it is old."""
    as_of, met_by = obligation.as_of, obligation.met_by
    looked = (each.on for each in obligation.looks)
    steps = (met_by.on,) if met_by else (obligation.trigger or due, due - NOTICE, due + ONE_DAY, *looked)
    after = add_months(as_of, -_MONTHS_BACK)
    return max((step for step in steps if after < step <= as_of), default=date.min)


def reminder_link(reminder: Reminder) -> str:
    """Where a reminder leads, relative to the site's root and fit for a link."""
    anchor = subject_anchor(reminder.subject.role, reminder.uid)
    return url_path(subject_address(reminder.subject)) + (f"#{url_path(anchor)}" if anchor else "")
