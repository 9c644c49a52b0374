"""What was decided about an organisation: how long it is shown, in which words, beside what the organisation says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from generator.features import FEATURES
from generator.features.duties.organization_event_views import DecisionView, decisions_context
from generator.render.context import page_names
from tests.demonstration import demonstration_source
from tests.features.duties.catalogues import catalogue

END = date(2026, 6, 30)
EVENT = {"id": "e", "organization": "q", "decided_on": date(2026, 1, 5), "decided_by": "示例市民政局", "title": "示例"}


def shown(day: date, **event: Any) -> tuple[DecisionView, ...]:
    """What the organisation's page tells on a day of one event."""
    found = catalogue({"organizations": [{"id": "q", "name": "q"}], "organization_events": [{**EVENT, **event}]})
    source = replace(demonstration_source(), catalogue=found, day=day)
    return decisions_context(source, found.records["organizations"]["q"]).decisions


@pytest.mark.parametrize("kind", ["penalty", "abnormal", "distrusted"])
def test_nobody_is_reminded_of_a_penalty_or_a_list_from_the_day_after_its_end(kind: str) -> None:
    last = shown(END, kind=kind, ends_on=END)
    assert [each.is_over for each in last] == [False]
    assert shown(END + timedelta(days=1), kind=kind, ends_on=END) == ()


@pytest.mark.parametrize("kind", ["graded", "inspected", "renamed", "merged", "removed", "revoked"])
def test_other_events_stay_and_say_that_their_time_is_over(kind: str) -> None:
    assert [each.is_over for each in shown(END + timedelta(days=1), kind=kind, ends_on=END)] == [True]
    assert [each.is_over for each in shown(date(2036, 1, 1), kind=kind)] == [False]


def test_an_event_of_another_organisation_is_not_told_here() -> None:
    assert shown(END, kind="penalty", organization="n") == ()


def test_the_demonstration_tells_the_newest_first_with_source_end_and_reply() -> None:
    """A penalty until next February that was answered, and a change of name two years ago."""
    source = demonstration_source()
    page = next(each for each in source.plan.pages if each.address == "organizations/shili-nuandong-gongyi/")
    shown_there: Any = page_names(source, page, FEATURES)
    penalty, name = shown_there["decisions"]
    assert (penalty.kind, name.kind) == ("行政处罚", "更名")
    assert (str(penalty.ends_on), penalty.is_over, name.ends_on) == ("2027-02-02", False, None)
    assert (penalty.number, penalty.url) == ("示例罚〔2026〕1号", "https://minzheng.example.org/chufa/2026-1")
    assert (str(penalty.replied_on), name.reply) == ("2026-02-24", "")
    assert penalty.reply.startswith("已于二月二十日补报")
