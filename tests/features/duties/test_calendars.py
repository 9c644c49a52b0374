"""Calendars: read as a subscriber's program reads them; stable names, an alarm two weeks before, the same bytes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import icalendar
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.features.duties.obligations import Obligation, Status
from generator.features.duties.subscriptions import render_calendar
from generator.features.duties.survey import find_all_obligations
from generator.model.project import Settings
from tests.demonstration import TODAY, demonstration

PROJECT, CHECKED = demonstration()
HOSTED = replace(PROJECT.settings, site_url="https://example.org/tj/")


def on(day: date) -> tuple[Obligation, ...]:
    return find_all_obligations(CHECKED.catalogue, day, {})


def events(settings: Settings, day: date) -> dict[str, icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(render_calendar(settings, "提醒", on(day), day))
    found = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    assert len(found) == len(calendar.walk("VEVENT"))
    return found


def test_each_date_is_a_whole_day_with_an_alarm_fourteen_days_before() -> None:
    for event in events(HOSTED, TODAY).values():
        start, (alarm,) = event["dtstart"].dt, event.walk("VALARM")
        assert type(start) is date and event["dtend"].dt == start + timedelta(days=1)
        assert alarm["trigger"].dt == timedelta(days=-14) and alarm["action"] == "DISPLAY"
        assert event["dtstamp"].dt == datetime(2026, 11, 25, tzinfo=UTC)


def test_every_due_obligation_is_in_the_calendar_with_its_reason_and_page() -> None:
    found = events(HOSTED, TODAY)
    for one in on(TODAY):
        if one.status is Status.DUE:
            event = found[f"{one.uid}@example.org"]
            assert event["dtstart"].dt == one.due
            assert one.rule.source.citation in str(event["description"])
            assert str(event["url"]).startswith("https://example.org/tj/")


def test_names_stay_the_same_from_day_to_day_and_without_an_address() -> None:
    today, tomorrow = events(HOSTED, TODAY), events(HOSTED, TODAY + timedelta(days=1))
    assert len(today.keys() & tomorrow.keys()) >= len(today) - 3
    assert all(uid.endswith("@mingshan.invalid") for uid in events(PROJECT.settings, TODAY))


def test_the_same_day_gives_the_same_bytes() -> None:
    assert render_calendar(HOSTED, "提醒", on(TODAY), TODAY) == render_calendar(HOSTED, "提醒", on(TODAY), TODAY)


def test_lines_are_folded_by_bytes_as_the_standard_asks() -> None:
    text = render_calendar(HOSTED, "提醒", on(TODAY), TODAY)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


@settings(deadline=None, max_examples=50)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40))
def test_any_name_comes_back_as_it_was_written(name: str) -> None:
    calendar = icalendar.Calendar.from_ical(render_calendar(HOSTED, name, (), TODAY))
    assert str(calendar["x-wr-calname"]) == name
