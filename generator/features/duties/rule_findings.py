"""Rules that could never work, because of a misspelt word or a missing number, become findings before they are used."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from generator.features.duties.fundraising_facts import SEEN_IN_RECORDS
from generator.features.duties.rule_problems import rule_incomplete_timing, rule_unknown_words, rules_overlap
from generator.features.duties.rulebook import RULE_ROLE, is_local
from generator.features.duties.rules import Trigger
from generator.features.duties.subjects import EVENTS, SPANS, TRAITS
from generator.features.duties.supply_facts import SUPPLY
from generator.model.catalogue import Catalogue
from generator.model.cells import count_in, day_in, text_in, words_in
from generator.model.finding import Finding
from generator.model.record import Record
from generator.model.role import role_named

_MONTH_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
_LONG_MONTHS = frozenset({1, 3, 5, 7, 8, 10, 12})


def find_unknown_words(catalogue: Catalogue) -> Iterator[Finding]:
    """A rule speaks only of traits, events and kinds of disclosure that exist; else it would silently bind nobody.

    One of the engine's own may speak of what this instance does not have.
    """
    known = _vocabulary(catalogue)
    for rule in filter(is_local, catalogue.with_role(RULE_ROLE).values()):
        for field, allowed in known.items():
            unknown = [word for word in _written(rule, field) if word not in allowed]
            if unknown:
                yield rule_unknown_words(rule, field, unknown, allowed)


def find_incomplete_timing(catalogue: Catalogue) -> Iterator[Finding]:
    """Every way in which a duty comes about needs its own numbers."""
    for rule in catalogue.with_role(RULE_ROLE).values():
        field = _lacking(rule)
        if field:
            yield rule_incomplete_timing(rule, field)


def find_overlapping_rules(catalogue: Catalogue) -> Iterator[Finding]:
    """On one day one duty has one wording."""
    duties: dict[str, list[Record]] = {}
    for rule in catalogue.with_role(RULE_ROLE).values():
        duties.setdefault(text_in(rule, "duty"), []).append(rule)
    for versions in duties.values():
        for earlier, later in pairwise(sorted(versions, key=_begun)):
            over = day_in(earlier, "valid_to")
            if over is None or over >= _begun(later):
                yield rules_overlap(earlier, later)


def _vocabulary(catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    words = {
        "requires": TRAITS,
        "excludes": TRAITS,
        "event": EVENTS,
        "until": EVENTS,
        "excused_by": SPANS,
    }
    declared = [found for role in ("disclosure", "report") if (found := catalogue.dataset_with(role))]
    kinds = {category.value for dataset in declared for category in dataset.columns["kind"].categories}
    return {**words, "fulfilled_by": SEEN_IN_RECORDS | {SUPPLY} | kinds} if declared else words


def _written(rule: Record, field: str) -> tuple[str, ...]:
    value = rule.values.get(field)
    words = value if isinstance(value, tuple) else (value,) if isinstance(value, str) and value else ()
    return tuple(map(role_named, words)) if field == "fulfilled_by" else words


def _lacking(rule: Record) -> str:
    """The first field that the rule's trigger needs and does not have, or has wrongly; empty when all is well."""
    trigger, step = text_in(rule, "trigger"), count_in(rule, "months") + count_in(rule, "days")
    if trigger == Trigger.STANDING:
        return ""
    if trigger == Trigger.YEARLY:
        return _lacking_in_year(rule)
    if not text_in(rule, "event"):
        return "event"
    if not step:
        return "months"
    return "until" if trigger == Trigger.EVERY and not text_in(rule, "until") else ""


def _lacking_in_year(rule: Record) -> str:
    months, due_on = count_in(rule, "period_months") or 12, words_in(rule, "due_on")
    return "" if len(due_on) == 12 // months and all(map(_is_day_of_every_year, due_on)) else "due_on"


def _is_day_of_every_year(written: str) -> bool:
    if not _MONTH_DAY.fullmatch(written):
        return False
    month, day = int(written[:2]), int(written[3:])
    return day <= (31 if month in _LONG_MONTHS else 28 if month == 2 else 30)


def _begun(rule: Record) -> date:
    return day_in(rule, "valid_from") or date.min
