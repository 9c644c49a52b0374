"""Obligations to what a charity subscribes to: a calendar of last days, a feed of what changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.features.duties.obligations import Obligation
from generator.features.duties.reminders import NOTICE, Reminder, find_dates, find_news
from generator.features.duties.views import reminder_link
from generator.model.addresses import BOARD
from generator.model.project import Settings
from generator.render.calendars import CalendarEvent, write_calendar
from generator.render.feeds import MOST, Feed, FeedEntry, write_feed
from generator.render.identity import site_host

_PRODUCT = "-//mingshan//duties//ZH"


def render_calendar(settings: Settings, name: str, obligations: Iterable[Obligation], as_of: date) -> str:
    """The last day of each, with an alarm two weeks before; same obligations and day, same bytes."""
    return write_calendar(_PRODUCT, name, (_event(settings, each) for each in find_dates(obligations)), as_of)


def render_feed(settings: Settings, name: str, address: str, obligations: Iterable[Obligation], as_of: date) -> str:
    """What is newly owed, comes soon, was missed or settled, for its place on the site."""
    feed = Feed(name, "法定公开平台是“慈善中国”，本站只作提示，不代替。", address, BOARD)
    news = find_news(obligations)
    entries = tuple(
        FeedEntry(each.uid, each.title, each.text, each.changed, reminder_link(each)) for each in news[:MOST]
    )
    return write_feed(settings, feed, entries, as_of)


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
