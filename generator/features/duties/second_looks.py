"""Records of looking once more elsewhere become the second silence that calls something overdue, or what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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
    found = (look_in(record, rule) for record, rule in _by_bearer(catalogue).get((role, key), ()))
    return tuple(sorted((each for each in found if each), key=_newest_first))


def holds(looked: date, due: date, day: date) -> bool:
    """Whether on `day` it still counts to have looked on another: after the last day, and not too long ago."""
    return due < looked <= day <= looked + LOOK_LASTS


def is_silence(look: Look, rule: DutyRule, due: date, day: date) -> bool:
    """Whether on `day` it counts as a second silence: made after the last day, where the rule says, not lapsed."""
    found_nothing = look.result == LookResult.NOT_FOUND and look.place == rule.second_look
    return found_nothing and holds(look.on, due, day)


def silent_until(looks: Iterable[Look], rule: DutyRule, due: date, day: date) -> date | None:
    """The last day on which today's second silence holds; None: there is none."""
    return max((each.on + LOOK_LASTS for each in looks if is_silence(each, rule, due, day)), default=None)


def with_looks(catalogue: Catalogue, subject: Subject) -> Subject:
    """The subject, knowing what was looked up of it: what was found counts like a record of its own."""
    looks = looks_of(catalogue, subject.role, subject.key)
    if not looks:
        return subject
    found = _found_of(catalogue, subject.role, subject.key)
    publications = sorted((*subject.publications, *found), key=lambda each: (each.on, each.record))
    return replace(subject, looks=looks, publications=tuple(publications))


def looked_up(catalogue: Catalogue) -> Iterator[tuple[Record, Record]]:
    """Every record of looking, with the rule that it is about."""
    rules = catalogue.with_role(RULE_ROLE)
    for record in catalogue.with_role(LOOK_ROLE).values():
        if (key := text_in(record, "rule")) in rules:
            yield record, rules[key]


def looked_at(record: Record, rule: Record) -> tuple[str, str]:
    """Role and key of who bears the duty."""
    return bearer_of(rule), text_in(record, "subject")


def look_in(record: Record, rule: Record) -> Look | None:
    """The look that a record writes down; None where it does not say when, or for which day."""
    due, day = day_in(record, "due"), day_in(record, "looked_on")
    return _look(record, text_in(rule, "duty"), due, day) if due and day else None


@once_a_subject
def _by_bearer(catalogue: Catalogue) -> Mapping[tuple[str, str], tuple[tuple[Record, Record], ...]]:
    found: dict[tuple[str, str], tuple[tuple[Record, Record], ...]] = {}
    for each in looked_up(catalogue):
        found[looked_at(*each)] = (*found.get(looked_at(*each), ()), each)
    return found


@question
def _found_of(catalogue: Catalogue, role: str, key: str) -> tuple[Publication, ...]:
    publications = (_publication(record, rule) for record, rule in _by_bearer(catalogue).get((role, key), ()))
    return tuple(each for each in publications if each)


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


def _publication(record: Record, rule: Record) -> Publication | None:
    """What was found, as something made public; None where nothing was."""
    published = day_in(record, "published_on")
    if published is None or text_in(record, "result") != LookResult.FOUND:
        return None
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
