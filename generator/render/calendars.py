"""Obligations to an iCalendar that a charity subscribes to: the last day of each, with an alarm two weeks before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event

from generator.domain.addresses import record_address, url_path
from generator.domain.calendar import ONE_DAY
from generator.domain.disclosure.obligations import Obligation
from generator.domain.disclosure.reminders import NOTICE, Reminder, find_dates
from generator.model.project import Settings
from generator.render.identity import site_host

PRODUCT = "-//mingshan//duties//ZH"


def render_calendar(settings: Settings, name: str, obligations: Iterable[Obligation], as_of: date) -> str:
    """The calendar's text; same obligations and day, same bytes."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    for reminder in find_dates(obligations):
        calendar.add_component(_event(settings, reminder, as_of))
    text: bytes = calendar.to_ical()
    return text.decode()


def _event(settings: Settings, reminder: Reminder, as_of: date) -> Event:
    event = Event()
    event.add("uid", f"{reminder.uid}@{site_host(settings)}")
    event.add("dtstamp", datetime.combine(as_of, time(), UTC))
    event.add("dtstart", reminder.due)
    event.add("dtend", reminder.due + ONE_DAY)
    event.add("summary", reminder.title)
    event.add("description", reminder.text)
    event.add("transp", "TRANSPARENT")
    if settings.site_url:
        event.add("url", settings.site_url + url_path(record_address(reminder.dataset, reminder.record)))
    event.add_component(_alarm(reminder))
    return event


def _alarm(reminder: Reminder) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -NOTICE)
    alarm.add("description", reminder.title)
    return alarm
