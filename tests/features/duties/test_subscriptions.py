"""Reminders: dates ahead or just missed, and news of what changed, under names that never change."""

from __future__ import annotations

from datetime import date, timedelta

from generator.features.duties.obligations import STILL_OPEN, Obligation, Status
from generator.features.duties.subscriptions import NOTICE, find_dates, find_news
from generator.features.duties.survey import find_all_obligations
from tests.demonstration import TODAY, demonstration
from tests.features.duties.catalogues import catalogue, obligations

CATALOGUE = demonstration()[1].catalogue


def on(day: date) -> tuple[Obligation, ...]:
    return find_all_obligations(CATALOGUE, day, {})


def of_one(published: date | None, as_of: date) -> list[Obligation]:
    """A project that ended on 31 January, and owes its last report by 30 April 2026."""
    organization = {"id": "q", "name": "q", "charity": "是", "public_fundraising": "是"}
    project = {
        **{"id": "p", "name": "某项目", "organization": "q", "status": "ended"},
        **{"starts_on": date(2025, 12, 1), "ended_on": date(2026, 1, 31)},
    }
    report = {"project": "p", "id": "d", "kind": "project-final", "title": "t", "published_on": published}
    rows = {"organizations": [organization], "projects": [project], "disclosures": [report] if published else []}
    return list(obligations(catalogue(rows), "p", as_of).values())


def test_dates_are_those_still_to_be_met_the_next_first() -> None:
    found = find_dates(on(TODAY))
    still = {one.uid for one in on(TODAY) if one.status in (Status.DUE, *STILL_OPEN, Status.UNVERIFIED)}
    assert [each.due for each in found] == sorted(each.due for each in found)
    assert {one.uid for one in on(TODAY) if one.status is Status.DUE} <= {each.uid for each in found} <= still
    assert all(each.due > date(2026, 8, 24) for each in found)  # three months back and no further


def test_an_unverified_rule_reminds_only_of_days_ahead() -> None:
    spring = find_dates(on(date(2026, 5, 1)))
    after = find_dates(on(date(2026, 6, 1)))
    assert any("条文待核实" in each.title and each.due == date(2026, 5, 31) for each in spring)
    assert all(each.due >= date(2026, 6, 1) for each in after if "条文待核实" in each.title)


def test_what_is_met_leaves_the_calendar() -> None:
    assert [each.due for each in find_dates(of_one(None, date(2026, 4, 1)))] == [date(2026, 4, 30)]
    assert find_dates(of_one(date(2026, 3, 20), date(2026, 4, 1))) == ()


def test_news_moves_when_it_begins_comes_near_is_missed_and_is_settled() -> None:
    due = date(2026, 4, 30)
    days = {
        date(2026, 2, 10): date(2026, 1, 31),
        due - NOTICE: due - NOTICE,
        due: due - NOTICE,
        due + timedelta(days=9): due + timedelta(days=1),
    }
    for as_of, changed in days.items():
        (news,) = find_news(of_one(None, as_of))
        assert (news.changed, news.uid) == (changed, "projects/p/project-final/ended")
    (settled,) = find_news(of_one(date(2026, 5, 20), date(2026, 6, 1)))
    assert (settled.changed, settled.title) == (
        date(2026, 5, 20),
        "已公开（迟）：项目实施和款物使用全面公开（项目结束） 某项目",
    )
    assert find_news(of_one(date(2026, 5, 20), date(2026, 9, 1))) == ()


def test_the_newest_news_stands_first() -> None:
    changed = [each.changed for each in find_news(on(TODAY))]
    assert changed == sorted(changed, reverse=True)
