"""The demonstration data shows every status that a rule can have."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from itertools import chain

import pytest

from generator.features.duties.obligations import Obligation, Status, find_obligations, open_docket
from generator.features.duties.rules import DutyRule, SecondLook, Trigger
from generator.features.duties.survey import duties_of, find_all_obligations
from generator.model.calendar import ONE_DAY
from generator.model.rule import Severity
from tests.demonstration import TODAY, demonstration

AROUND = [TODAY + timedelta(days=days) for days in range(-3, 4)]

JUDGED = frozenset(Status) - {Status.UNVERIFIED, Status.OVERDUE}
"""What depends on the rule alone; overdue is what somebody has looked up."""
CANNOT_BE = {
    "supply-halfyear-2024": {Status.NOT_APPLICABLE},  # binds every district
    "trust-trustee-2026": {Status.MET_LATE},  # first due at the end of 2026: late papers lie in the future
    "trust-trustee-2024": {Status.DUE, Status.NO_RECORD, Status.MET_LATE},  # one trust of 2025, told of in time
    "basic-info-formed-2026": {Status.UNVERIFIED},  # nobody in the demonstration became a charity in 2026
    "liquidation-2024": JUDGED - {Status.NOT_APPLICABLE},  # nobody in the demonstration is wound up
    "trust-trustee-2016": JUDGED - {Status.NOT_APPLICABLE},  # no trust of the demonstration is that old
}
NOT_THAT_DAY = CANNOT_BE | {
    **{key: {Status.DUE} for key in ("annual-accounts-2026", "annual-audit-2026", "annual-report-2026")},
    "trust-trustee-2026": {Status.MET_LATE, Status.NO_RECORD},
}


def rules() -> list[DutyRule]:
    duties = duties_of(demonstration()[1].catalogue)
    every = [rule for duty in duties for rule in duty.versions]
    seen = {"public", "registrar"}
    return [
        rule
        for rule in every
        if rule.audience in seen and rule.fulfilled_by and rule.timing.trigger is not Trigger.STANDING
    ]


def statuses(obligations: Iterable[Obligation]) -> dict[str, set[Status]]:
    found: dict[str, set[Status]] = defaultdict(set)
    for one in obligations:
        found[one.rule.id].add(Status.NO_RECORD if one.status is Status.OVERDUE else one.status)
    return found


@cache
def statuses_ever() -> dict[str, set[Status]]:
    """Seen on the last day of each obligation, on the day after, on the last day of each wording, and today."""
    catalogue = demonstration()[1].catalogue
    today = find_all_obligations(catalogue, TODAY, {})
    ends = {rule.valid_to for rule in rules() if rule.valid_to}
    at_ends = (find_all_obligations(catalogue, day, {}) for day in ends)
    turns = {(one.subject.key, day): one.subject for one in today if one.due for day in (one.due, one.due + ONE_DAY)}
    then = (find_obligations(open_docket(duties_of(catalogue), day), subject) for (_, day), subject in turns.items())
    return statuses(chain(today, *at_ends, *then))


def possible(rule: DutyRule, exceptions: dict[str, set[Status]]) -> set[Status]:
    wanted = JUDGED if rule.verified else {Status.UNVERIFIED, Status.NOT_APPLICABLE}
    return set(wanted) - exceptions.get(rule.id, set())


def ids(given: Iterable[DutyRule]) -> list[str]:
    return [rule.id for rule in given]


def test_the_data_is_without_a_problem() -> None:
    assert {each.severity for each in demonstration()[1].problems} <= {Severity.ADVICE}


@pytest.mark.parametrize("rule", rules(), ids=ids(rules()))
def test_every_wording_shows_every_status_on_some_day(rule: DutyRule) -> None:
    assert possible(rule, CANNOT_BE) <= statuses_ever()[rule.id]


@pytest.mark.parametrize("day", AROUND)
def test_every_rule_in_force_shows_every_status_that_day_allows(day: date) -> None:
    project, checked = demonstration()
    found = statuses(find_all_obligations(checked.catalogue, day, project.settings.duties_since))
    lacking = {
        rule.id: missing
        for rule in rules()
        if rule.in_force(day) and (missing := possible(rule, NOT_THAT_DAY) - found[rule.id])
    }
    assert lacking == {}


def test_nothing_is_overdue_from_before_the_site_kept_it() -> None:
    project, checked = demonstration()
    since = project.settings.duties_since
    found = find_all_obligations(checked.catalogue, TODAY, since)
    assert {"organization", "place"} <= since.keys()
    assert all(one.due is None or one.due >= since.get(one.subject.role, date.min) for one in found)


def test_everything_that_can_come_of_looking_up_is_shown_today() -> None:
    project, checked = demonstration()
    found = find_all_obligations(checked.catalogue, TODAY, project.settings.duties_since)
    overdue = [one for one in found if one.status is Status.OVERDUE]
    assert {one.rule.second_look for one in overdue} == set(SecondLook)
    assert any(one.looks[0].objection for one in overdue)
    without = [one for one in found if one.status is Status.NO_RECORD]
    assert {one.looks[0].result if one.looks else "" for one in without} == {"", "could-not", "not-found"}
    assert any(one.met_by and one.met_by.dataset == "lookups" for one in found)
