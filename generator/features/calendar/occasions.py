"""Events, trainings and calls to what happens when: upcoming, on, or past, by a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, text_in
from generator.model.record import Record
from generator.model.role import Roles


class OccasionTiming(StrEnum):
    """Where an occasion stands on a day."""

    UPCOMING = "upcoming"
    ON = "on"
    PAST = "past"


class Occasion(NamedTuple):
    """Something with days; `ends` is its last day, `status` is `planned`, `postponed` or `cancelled`."""

    record: Record
    title: str
    summary: str
    starts: date
    ends: date
    place: str
    status: str

    def on(self, day: date) -> OccasionTiming:
        """Its last day still belongs to it."""
        if day < self.starts:
            return OccasionTiming.UPCOMING
        return OccasionTiming.ON if day <= self.ends else OccasionTiming.PAST


CALENDAR_SOURCES = Roles(("event", "training", "call"))


def find_occasions(catalogue: Catalogue) -> tuple[Occasion, ...]:
    """Every occasion, by its first day."""
    found = (
        each
        for role in CALENDAR_SOURCES
        for record in catalogue.with_role(role).values()
        for each in _occasion(record, role)
    )
    return tuple(sorted(found, key=lambda each: (each.starts, each.ends, each.record.dataset, each.record.key)))


def occasion_of(catalogue: Catalogue, record: Record) -> Occasion | None:
    """The occasion a record tells of."""
    return next(_occasion(record, catalogue.role_of(record.dataset)), None)


def _occasion(record: Record, role: str) -> Iterator[Occasion]:
    is_call = role == "call"
    starts = day_in(record, "opens_on" if is_call else "starts_on")
    ends = day_in(record, "closes_on" if is_call else "ends_on")
    if starts is not None:
        yield Occasion(
            record=record,
            title=text_in(record, "title"),
            summary=text_in(record, "summary"),
            starts=starts,
            ends=ends or starts,
            place=text_in(record, "place"),
            status=text_in(record, "status") or "planned",
        )
