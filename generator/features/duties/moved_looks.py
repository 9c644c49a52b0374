"""Look-ups that stopped counting because the last day they were made for is another one now, to advice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.features.duties.findings import contradiction
from generator.features.duties.looks import LOOK_LASTS, LOOK_ROLE, LookResult
from generator.features.duties.problems import LOOK_DAY_CHANGED
from generator.features.duties.rulebook import RULE_ROLE, bearer_of
from generator.features.duties.survey import survey
from generator.model.calendar import chinese_date
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, text_in
from generator.model.finding import finding_problem
from generator.model.problem import Problem
from generator.model.project import Settings
from generator.model.record import Record
from generator.model.table import Locate

_Occasion = tuple[str, str, str, str]
"""Role and key of who bears the duty, the duty, which time."""


def find_moved_looks(catalogue: Catalogue, settings: Settings, as_of: date, locate: Locate) -> Iterator[Problem]:
    """Who looked and found nothing learns that it must be done anew; what has lapsed must be anyhow."""
    looks = [each for each in catalogue.with_role(LOOK_ROLE).values() if _would_count(each, as_of)]
    asked = _days(catalogue, settings, as_of) if looks else {}
    rules = catalogue.with_role(RULE_ROLE)
    for look in looks:
        rule, due = rules.get(text_in(look, "rule")), day_in(look, "due")
        days = asked.get(_occasion(look, rule), ()) if rule else ()
        if rule and due not in days:
            message, hint = _told(days), "核对改过的日期；改得对的，过了新的期限再查一次。"
            yield finding_problem(contradiction(LOOK_DAY_CHANGED, look, "due", message, hint, rule), locate)


def _would_count(look: Record, as_of: date) -> bool:
    """What was looked at too early or elsewhere never did, and is told of by another rule."""
    due, day = day_in(look, "due"), day_in(look, "looked_on")
    found_nothing = text_in(look, "result") == LookResult.NOT_FOUND
    return found_nothing and due is not None and day is not None and due < day <= as_of <= day + LOOK_LASTS


def _days(catalogue: Catalogue, settings: Settings, as_of: date) -> Mapping[_Occasion, tuple[date, ...]]:
    """The last days of everything that is asked; a change of wording can give an occasion two."""
    found: dict[_Occasion, tuple[date, ...]] = {}
    for borne in survey(catalogue, as_of, settings.duties_since).values():
        for one in borne:
            if one.occurrence:
                key = (one.subject.role, one.subject.key, one.rule.duty, one.occurrence.label)
                found[key] = (*found.get(key, ()), one.occurrence.due)
    return found


def _occasion(look: Record, rule: Record) -> _Occasion:
    return bearer_of(rule), text_in(look, "subject"), text_in(rule, "duty"), text_in(look, "occasion")


def _told(days: tuple[date, ...]) -> str:
    if not days:
        return "这条义务现在没有这一次，查过的不再算。"
    return f"最迟日期现在是{'、'.join(map(chinese_date, days))}，查过的不再算。"
