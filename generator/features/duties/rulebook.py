"""Records of the rules' dataset become the duties the engine works with."""

from __future__ import annotations

from generator.base.house import NATIONAL
from generator.features.duties.rules import Duty, DutyRule, RuleSource, Scope, Timing, Trigger, arrange_duties
from generator.model.catalogue import Catalogue
from generator.model.cells import count_in, day_in, is_set, text_in, words_in
from generator.model.record import Record
from generator.model.role import role_named

RULE_ROLE = "rule"


def find_duties(catalogue: Catalogue) -> tuple[Duty, ...]:
    """Every duty that the instance's data declares, each with all its wordings."""
    return arrange_duties(tuple(map(rule_in, catalogue.with_role(RULE_ROLE).values())))


def rule_in(record: Record) -> DutyRule:
    """The rule that a record writes down."""
    begun = day_in(record, "valid_from")
    if begun is None:
        raise ValueError(f"{record.key}: a checked rule has a first day")
    return DutyRule(
        id=record.key,
        duty=text_in(record, "duty"),
        name=text_in(record, "name"),
        text=text_in(record, "text"),
        act=text_in(record, "act"),
        scope=_scope(record),
        timing=_timing(record),
        source=_source(record),
        fulfilled_by=frozenset(role_named(word) for word in words_in(record, "fulfilled_by")),
        audience=text_in(record, "audience"),
        valid_from=begun,
        valid_to=day_in(record, "valid_to"),
        verified=is_set(record, "verified"),
        read=text_in(record, "source"),
        read_on=day_in(record, "read_on"),
        second_look=text_in(record, "second_look"),
    )


def bearer_of(record: Record) -> str:
    """The role of those who bear the duty; of a public campaign once the project did, today the fundraising."""
    role = role_named(text_in(record, "subject"))
    return "fundraising" if role == "project" and "public-campaign" in words_in(record, "requires") else role


def is_local(record: Record) -> bool:
    """Whether the city wrote the rule, beside or in place of what the engine ships."""
    return not record.origin.file.startswith(NATIONAL)


def _scope(record: Record) -> Scope:
    requires, excludes = frozenset(words_in(record, "requires")), frozenset(words_in(record, "excludes"))
    return Scope(bearer_of(record), text_in(record, "who"), requires, excludes)


def _source(record: Record) -> RuleSource:
    law, article, nature, also = (text_in(record, name) for name in ("law", "article", "nature", "also"))
    return RuleSource(law, article, nature, also)


def _timing(record: Record) -> Timing:
    return Timing(
        trigger=Trigger(text_in(record, "trigger")),
        event=text_in(record, "event"),
        until=text_in(record, "until"),
        months=count_in(record, "months"),
        days=count_in(record, "days"),
        longer_than_months=count_in(record, "longer_than_months"),
        period_months=count_in(record, "period_months") or 12,
        due_on=tuple(_month_and_day(written) for written in words_in(record, "due_on")),
        arrears=is_set(record, "arrears"),
        excused_by=text_in(record, "excused_by"),
    )


def _month_and_day(written: str) -> tuple[int, int]:
    month, _, day = written.partition("-")
    return int(month), int(day)
