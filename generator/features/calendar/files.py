"""Events to the text of an iCalendar file that a telephone can subscribe to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Event


def calendar_file(product: str, name: str, events: Iterable[Event]) -> str:
    """The file; `product` names what made it. Same events, same bytes."""
    from icalendar import Calendar  # only when a calendar is written: it is slow to come

    calendar = Calendar()
    calendar.add("prodid", product)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    for event in events:
        calendar.add_component(event)
    text: bytes = calendar.to_ical()
    return text.decode()
