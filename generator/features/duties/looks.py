"""Records of looking once more elsewhere become the second silence that calls something overdue, or what was found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from generator.base.memoising import once_a_subject, question
from generator.features.duties.facts import Look, Publication, Subject
from generator.features.duties.rulebook import RULE_ROLE, bearer_of
from generator.features.duties.rules import DutyRule, Trigger
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, text_in, words_in
from generator.model.record import Record
from generator.model.role import role_named

LOOK_ROLE = "lookup"
LOOK_LASTS = timedelta(days=30)
"""How long nothing found stays true: afterwards somebody has to look again."""
_ABOUT_EVENTS = frozenset({Trigger.AFTER.value, Trigger.BEFORE.value})


class LookResult(StrEnum):
    """What came of it."""

    FOUND = "found"
    NOT_FOUND = "not-found"
    COULD_NOT = "could-not"


@question
def looks_of(catalogue: Catalogue, role: str, key: str) -> tuple[Look, ...]:
    """What was looked up of one subject, newest first."""
    return _looks(catalogue).get((role, key), ())


def is_silence(look: Look, rule: DutyRule, due: date, day: date) -> bool:
    """Whether on `day` it counts as a second silence: made after the last day, where the rule says, not lapsed."""
    found_nothing = look.result == LookResult.NOT_FOUND and look.place == rule.second_look
    return found_nothing and due < look.on <= day <= look.on + LOOK_LASTS


def silent_until(looks: Iterable[Look], rule: DutyRule, due: date, day: date) -> date | None:
    """The last day on which today's second silence holds; None: there is none."""
    return max((each.on + LOOK_LASTS for each in looks if is_silence(each, rule, due, day)), default=None)


def with_looks(catalogue: Catalogue, subject: Subject) -> Subject:
    """The subject, knowing what was looked up of it: what was found counts like a record of its own."""
    looks = looks_of(catalogue, subject.role, subject.key)
    if not looks:
        return subject
    found = _found_of(catalogue, subject.role, subject.key)
    told = sorted((*subject.publications, *found), key=lambda each: (each.on, each.record))
    return replace(subject, looks=looks, publications=tuple(told))


@once_a_subject
def _looks(catalogue: Catalogue) -> Mapping[tuple[str, str], tuple[Look, ...]]:
    by_subject: dict[tuple[str, str], list[Look]] = {}
    for record, rule in _with_rules(catalogue):
        due, day = day_in(record, "due"), day_in(record, "looked_on")
        if due and day:
            by_subject.setdefault(_subject(record, rule), []).append(_look(record, text_in(rule, "duty"), due, day))
    return {key: tuple(sorted(found, key=_newest_first)) for key, found in by_subject.items()}


@question
def _found_of(catalogue: Catalogue, role: str, key: str) -> tuple[Publication, ...]:
    return _found(catalogue).get((role, key), ())


@once_a_subject
def _found(catalogue: Catalogue) -> Mapping[tuple[str, str], tuple[Publication, ...]]:
    by_subject: dict[tuple[str, str], list[Publication]] = {}
    for record, rule in _with_rules(catalogue):
        published = day_in(record, "published_on")
        if published and text_in(record, "result") == LookResult.FOUND:
            by_subject.setdefault(_subject(record, rule), []).append(_publication(record, rule, published))
    return {key: tuple(found) for key, found in by_subject.items()}


def _with_rules(catalogue: Catalogue) -> Iterable[tuple[Record, Record]]:
    rules = catalogue.with_role(RULE_ROLE)
    looked_up = catalogue.with_role(LOOK_ROLE).values()
    return ((record, rules[key]) for record in looked_up if (key := text_in(record, "rule")) in rules)


def _subject(record: Record, rule: Record) -> tuple[str, str]:
    return bearer_of(rule), text_in(record, "subject")


def _look(record: Record, duty: str, due: date, day: date) -> Look:
    return Look(
        duty,
        text_in(record, "occasion"),
        due,
        text_in(record, "looked_at"),
        day,
        text_in(record, "result"),
        text_in(record, "url"),
        text_in(record, "question_number"),
        text_in(record, "objection"),
        day_in(record, "objected_on"),
    )


def _publication(record: Record, rule: Record, published: date) -> Publication:
    kinds, trigger, occasion = words_in(rule, "fulfilled_by"), text_in(rule, "trigger"), text_in(record, "occasion")
    return Publication(
        kind=role_named(kinds[0]) if kinds else "",
        on=published,
        dataset=record.dataset,
        record=record.key,
        title=text_in(record, "title"),
        period=occasion if trigger == Trigger.YEARLY else None,
        about=occasion if trigger in _ABOUT_EVENTS else None,
    )


def _newest_first(look: Look) -> tuple[int, str]:
    return -look.on.toordinal(), look.duty
