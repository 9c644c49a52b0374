"""Events to the text of an iCalendar file (RFC 5545) that telephones and computers subscribe to.

Written here: a site's calendars hold every duty twice, and the library took thirty times as long. Its reader is what
the tests read them with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from generator.model.calendar import ONE_DAY

_LONGEST = 74
"""Octets of a line, without the space that a line which goes on begins with."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_NEWLINES = ("\r\n", "\r")
_GOES_ON = 0x80, 0xC0
"""What the first bits of an octet are that is not the first of its character, and which bits these are."""


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
    """Whole days."""


def write_calendar(product: str, name: str, events: Iterable[CalendarEvent], as_of: date) -> str:
    """The file; `product` names what made it. Same events and day, same bytes. No reader undoes escapes in its name."""
    lines = (
        *(
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            f"PRODID:{_text(product)}",
            "METHOD:PUBLISH",
            f"X-WR-CALNAME:{name}",
        ),
        *("REFRESH-INTERVAL;VALUE=DURATION:P1D", "X-PUBLISHED-TTL:P1D"),
        *(line for event in events for line in _event(event, as_of)),
        "END:VCALENDAR",
    )
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(event: CalendarEvent, as_of: date) -> Iterator[str]:
    title = _text(event.title)
    yield "BEGIN:VEVENT"
    yield f"SUMMARY:{title}"
    yield f"DTSTART;VALUE=DATE:{_day(event.first)}"
    yield f"DTEND;VALUE=DATE:{_day(event.last + ONE_DAY)}"
    yield f"DTSTAMP:{_day(event.changed or as_of)}T000000Z"
    yield f"UID:{_text(event.uid)}"
    yield f"DESCRIPTION:{_text(event.text)}"
    if event.place:
        yield f"LOCATION:{_text(event.place)}"
    if event.status:
        yield f"STATUS:{event.status}"
    yield "TRANSP:TRANSPARENT"
    if event.address:
        yield f"URL:{event.address}"
    if event.notice:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{title}")
        yield from (f"TRIGGER:-P{event.notice.days}D", "END:VALARM")
    yield "END:VEVENT"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(text: str) -> str:
    for newline in _NEWLINES:
        text = text.replace(newline, "\n")
    return text.translate(_ESCAPED)


def _folded(line: str) -> str:
    """A long line goes on in the next; no character and no escape is cut in two."""
    octets = line.encode()
    if len(octets) <= _LONGEST:
        return line
    parts, begin = list[str](), 0
    while len(octets) - begin > _LONGEST:
        end = begin + _LONGEST
        while octets[end] & _GOES_ON[1] == _GOES_ON[0]:
            end -= 1
        if octets[end - 1] in b"\\^":
            end -= 1
        parts.append(octets[begin:end].decode())
        begin = end
    return "\r\n ".join((*parts, octets[begin:].decode()))
