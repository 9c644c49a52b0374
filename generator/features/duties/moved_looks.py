"""Look-ups that stopped counting because the last day they were made for is another one now, to advice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.features.duties.look_problems import look_of_another_day
from generator.features.duties.rulebook import rule_in
from generator.features.duties.second_looks import is_silence, look_in, looked_at, looked_up
from generator.features.duties.survey import survey
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
    looks = [(look, rule) for look, rule in looked_up(catalogue) if _would_count(look, rule, as_of)]
    asked = _days(catalogue, settings, as_of) if looks else {}
    for look, rule in looks:
        days = asked.get(_occasion(look, rule), ())
        if day_in(look, "due") not in days:
            yield finding_problem(look_of_another_day(look, rule, days), locate)


def _would_count(look: Record, rule: Record, as_of: date) -> bool:
    """What was looked at too early or elsewhere never did, and is told of by another rule."""
    found = look_in(look, rule)
    return found is not None and is_silence(found, rule_in(rule), found.due, as_of)


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
    return *looked_at(look, rule), text_in(rule, "duty"), text_in(look, "occasion")
