"""Events, trainings and calls to one page of what is on, and to calendars that telephones subscribe to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.features.calendar.occasions import CALENDAR_SOURCES
from generator.model.addresses import record_address
from generator.model.catalogue import Catalogue
from generator.model.feature import Topic
from generator.model.page import Download, Page, TopicSubject
from generator.model.project import Settings
from generator.plan.listings import LISTINGS_HOME


def _plan(_catalogue: Catalogue, _settings: Settings, _as_of: date) -> Iterator[Page]:
    yield Page(
        address="calendar/",
        title=CALENDAR.title,
        template="calendar/days",
        frame=CALENDAR.name,
        subject=TopicSubject("calendar-days", "", CALENDAR_SOURCES),
        crumbs=(LISTINGS_HOME,),
    )


def _downloads(catalogue: Catalogue) -> Iterator[Download]:
    yield Download("calendar/calendar.ics", "occasions", CALENDAR_SOURCES)
    for name in catalogue.named_all(CALENDAR_SOURCES):
        for key in catalogue.records[name]:
            yield Download(f"{record_address(name, key)}{key}.ics", "occasion", (name,), f"{name}/{key}")


CALENDAR = Topic("calendar", "活动日历", "看典型", CALENDAR_SOURCES, _plan, _downloads)
