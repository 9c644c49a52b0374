"""Obligations to an iCalendar that a charity subscribes to: the last day of each, with an alarm two weeks before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from generator.features.calendar.files import calendar_file
from generator.features.duties.obligations import Obligation
from generator.features.duties.reminders import NOTICE, Reminder, find_dates
from generator.features.duties.views import reminder_link
from generator.model.calendar import ONE_DAY
from generator.model.project import Settings
from generator.render.identity import site_host

if TYPE_CHECKING:
    from icalendar import Alarm, Event

PRODUCT = "-//mingshan//duties//ZH"


def render_calendar(settings: Settings, name: str, obligations: Iterable[Obligation], as_of: date) -> str:
    """The calendar's text; same obligations and day, same bytes."""
    return calendar_file(PRODUCT, name, (_event(settings, reminder, as_of) for reminder in find_dates(obligations)))


def _event(settings: Settings, reminder: Reminder, as_of: date) -> Event:
    from icalendar import Event  # see `calendar_files`

    event = Event()
    event.add("uid", f"{reminder.uid}@{site_host(settings)}")
    event.add("dtstamp", datetime.combine(as_of, time(), UTC))
    event.add("dtstart", reminder.due)
    event.add("dtend", reminder.due + ONE_DAY)
    event.add("summary", reminder.title)
    event.add("description", reminder.text)
    event.add("transp", "TRANSPARENT")
    if settings.site_url:
        event.add("url", settings.site_url + reminder_link(reminder))
    event.add_component(_alarm(reminder))
    return event


def _alarm(reminder: Reminder) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -NOTICE)
    alarm.add("description", reminder.title)
    return alarm
