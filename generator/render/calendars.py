"""Events to the text of an iCalendar file that telephones and computers subscribe to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from generator.model.calendar import ONE_DAY

if TYPE_CHECKING:
    from icalendar import Alarm, Event


class CalendarEvent(NamedTuple):
    """Whole days from `first` to `last`; `uid` names it for ever, `address` is whole, `notice` comes before it."""

    uid: str
    first: date
    last: date
    title: str
    text: str
    address: str = ""
    place: str = ""
    changed: date | None = None
    """The day of the latest news about it; None: that for which the file is made."""
    status: str = ""
    """CONFIRMED or CANCELLED; empty where nobody decides that."""
    notice: timedelta | None = None


def write_calendar(product: str, name: str, events: Iterable[CalendarEvent], as_of: date) -> str:
    """The file; `product` names what made it. Same events and day, same bytes."""
    from icalendar import Calendar  # only when a calendar is written: it is slow to come

    calendar = Calendar()
    calendar.add("prodid", product)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    for event in events:
        calendar.add_component(_component(event, as_of))
    text: bytes = calendar.to_ical()
    return text.decode()


def _component(given: CalendarEvent, as_of: date) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", given.uid)
    stamp = given.changed or as_of
    event.add("dtstamp", datetime(stamp.year, stamp.month, stamp.day, tzinfo=UTC))
    event.add("dtstart", given.first)
    event.add("dtend", given.last + ONE_DAY)
    event.add("summary", given.title)
    event.add("description", given.text)
    event.add("transp", "TRANSPARENT")
    for name, value in (("status", given.status), ("location", given.place), ("url", given.address)):
        if value:
            event.add(name, value)
    if given.notice:
        event.add_component(_alarm(given.title, given.notice))
    return event


def _alarm(title: str, notice: timedelta) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -notice)
    alarm.add("description", title)
    return alarm
