"""Events, trainings and calls to one page of what is on, and to calendars that telephones subscribe to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.features.calendar.occasions import SOURCES
from generator.model.addresses import record_address
from generator.model.catalogue import Catalogue
from generator.model.feature import Topic
from generator.model.page import Download, Page, TopicSubject
from generator.model.project import Settings
from generator.plan.listings import HOME


def _plan(_catalogue: Catalogue, _settings: Settings, _as_of: date) -> Iterator[Page]:
    yield Page(
        address="calendar/",
        title=CALENDAR.title,
        template="calendar/days",
        frame=CALENDAR.name,
        subject=TopicSubject("calendar-days", "", SOURCES),
        crumbs=(HOME,),
    )


def _downloads(catalogue: Catalogue) -> Iterator[Download]:
    yield Download("calendar/calendar.ics", "occasions", SOURCES)
    for name in catalogue.named_all(SOURCES):
        for key in catalogue.records[name]:
            yield Download(f"{record_address(name, key)}{key}.ics", "occasion", (name,), f"{name}/{key}")


CALENDAR = Topic("calendar", "活动日历", "看典型", SOURCES, _plan, _downloads)
