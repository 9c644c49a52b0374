"""Records of looking elsewhere that would show nowhere, prove nothing or never count become findings."""

from __future__ import annotations

from collections.abc import Iterator

from generator.features.duties.look_problems import look_at_nobody, look_without, looked_elsewhere, looked_too_early
from generator.features.duties.rulebook import RULE_ROLE, bearer_of
from generator.features.duties.rules import SecondLook
from generator.features.duties.second_looks import LOOK_ROLE, LookResult
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, text_in
from generator.model.finding import Finding
from generator.model.record import Record


def find_looks_at_nobody(catalogue: Catalogue) -> Iterator[Finding]:
    """What was looked up is one of those that the rule is about."""
    rules = catalogue.with_role(RULE_ROLE)
    for look in _looks(catalogue):
        rule = rules.get(text_in(look, "rule"))
        if rule and not any(text_in(look, "subject") in catalogue.with_role(role) for role in _written_as(rule)):
            yield look_at_nobody(look, rule)


def find_incomplete_looks(catalogue: Catalogue) -> Iterator[Finding]:
    """What was found says where and of which day; a question has its number, an objection its day."""
    for look in _looks(catalogue):
        yield from (look_without(look, field, title) for field, title in _lacking(look))


def find_uncounted_looks(catalogue: Catalogue) -> Iterator[Finding]:
    """Who looks too early, or somewhere else than the rule says, learns that it does not count."""
    rules = catalogue.with_role(RULE_ROLE)
    for look in _looks(catalogue):
        rule, day, due = rules.get(text_in(look, "rule")), day_in(look, "looked_on"), day_in(look, "due")
        if text_in(look, "result") != LookResult.NOT_FOUND or rule is None:
            continue
        if text_in(look, "looked_at") != text_in(rule, "second_look"):
            yield looked_elsewhere(look, rule)
        elif day and due and day <= due:
            yield looked_too_early(look, rule)


def _lacking(look: Record) -> Iterator[tuple[str, str]]:
    found = text_in(look, "result") == LookResult.FOUND
    if found and not text_in(look, "url"):
        yield "url", "查到的网址"
    if found and not day_in(look, "published_on"):
        yield "published_on", "那里写的公布日期"
    if text_in(look, "looked_at") == SecondLook.QUESTION and not text_in(look, "question_number"):
        yield "question_number", "询问的文号"
    if bool(text_in(look, "objection")) != bool(day_in(look, "objected_on")):
        yield "objected_on", "异议和收到异议的日期"


def _written_as(rule: Record) -> tuple[str, ...]:
    """The roles of records that bear the duty: a fundraising may stand in its project."""
    role = bearer_of(rule)
    return (role, "project") if role == "fundraising" else (role,)


def _looks(catalogue: Catalogue) -> Iterator[Record]:
    yield from catalogue.with_role(LOOK_ROLE).values()
