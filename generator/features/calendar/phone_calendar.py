"""Occasions to the iCalendar files that telephones subscribe to."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from generator.features.calendar.occasions import Occasion, find_occasions, occasion_of
from generator.model.page import Download
from generator.model.source import Source
from generator.render.calendars import CalendarEvent, write_calendar
from generator.render.citing import full_address

_PRODUCT = "-//mingshan//occasions//ZH"


def occasions_calendar(source: Source, _download: Download) -> str:
    """All occasions, for those who subscribe."""
    return _calendar(source, source.settings.site_name, find_occasions(source.catalogue))


def occasion_calendar(source: Source, download: Download) -> str:
    """One occasion, to put into one's own calendar."""
    dataset, _, key = download.key.partition("/")
    found = occasion_of(source.catalogue, source.catalogue.records[dataset][key])
    return _calendar(source, found.title if found else "", (found,) if found else ())


def _calendar(source: Source, name: str, occasions: Iterable[Occasion]) -> str:
    return write_calendar(_PRODUCT, name, (_event(source, each) for each in occasions), source.as_of)


def _event(source: Source, occasion: Occasion) -> CalendarEvent:
    """A whole-day event; a call stands on its last day, when it matters.

    Without git nobody knows when its words changed: it then counts as written the day it begins.
    """
    record = occasion.record
    is_call = source.catalogue.role_of(record.dataset) == "call"
    host = urlsplit(source.settings.site_url).hostname or "mingshan.invalid"
    return CalendarEvent(
        uid=f"{record.dataset}-{record.key}@{host}",
        first=occasion.ends if is_call else occasion.starts,
        last=occasion.ends,
        title=f"截止：{occasion.title}" if is_call else occasion.title,
        text=occasion.summary,
        address=full_address(source, record),
        place=occasion.place,
        changed=source.changes.get(record.origin.file, occasion.starts),
        status="CANCELLED" if occasion.status == "cancelled" else "CONFIRMED",
    )
