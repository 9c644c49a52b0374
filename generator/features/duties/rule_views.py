"""Rules to what their own pages and the method page show of them: every wording, when it applies, where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator import __version__
from generator.features.duties.profile import DUTIES_METHOD
from generator.features.duties.rulebook import is_local
from generator.features.duties.rules import Duty, DutyRule
from generator.features.duties.survey import duties_of
from generator.features.duties.timing_words import describe_timing
from generator.model.addresses import board_address, record_address
from generator.model.cells import day_in, text_in
from generator.model.record import Record
from generator.model.source import Source


class RuleView(NamedTuple):
    """One wording of one duty."""

    id: str
    name: str
    address: str
    text: str
    who: str
    timing: str
    citation: str
    valid_from: date
    valid_to: date | None
    verified: bool
    read: str
    """The texts it was held against, by their official titles."""
    read_on: date | None
    is_current: bool
    is_counted: bool


@dataclass(frozen=True, slots=True)
class DutyRuleContext:
    """What the page of a rule may name besides its record."""

    rule: RuleView
    """This wording."""
    versions: tuple[RuleView, ...]
    """All wordings of its duty, the oldest first."""
    board: str
    """Where it is kept, or empty."""
    is_local: bool
    """Whether the city wrote it, beside or in place of what the engine ships."""


def rule_context(source: Source, record: Record) -> DutyRuleContext:
    """A wording among all of its duty."""
    duty = next(each for each in duties_of(source.catalogue) if each.id == text_in(record, "duty"))
    versions = tuple(_view(duty, rule, source.as_of) for rule in duty.versions)
    board = board_address("duty", duty.id)
    return DutyRuleContext(
        rule=next(each for each in versions if each.id == record.key),
        versions=versions,
        board=board if source.has_page(board) else "",
        is_local=is_local(record),
    )


class RulesEdition(NamedTuple):
    """Which rules a site was built with."""

    engine: str
    """The version of the program that ships them."""
    shipped: int
    read_on: date | None
    """The last day on which one of them was held against its text."""
    local: tuple[str, ...]
    """Names of those that the city wrote."""


def _edition(source: Source) -> RulesEdition:
    records = source.catalogue.with_role("rule").values()
    shipped = [each for each in records if not is_local(each)]
    days = [day for each in shipped if (day := day_in(each, "read_on"))]
    local = tuple(text_in(each, "name") for each in records if is_local(each))
    return RulesEdition(__version__, len(shipped), max(days, default=None), local)


@dataclass(frozen=True, slots=True)
class DutyMethodContext:
    """What the page that says how duties are computed may name."""

    rules: tuple[RuleView, ...]
    """In force; those that are counted come first."""
    measures: tuple[str, ...]
    """How the profile is computed."""
    optional: Mapping[str, list[str]]
    """The fields looked at, by dataset."""
    since: Mapping[str, date]
    """The first days that count, by dataset."""
    edition: RulesEdition
    """Where the rules come from."""


def method_context(source: Source, _key: str) -> DutyMethodContext:
    """The rules in force and how they are applied."""
    current = (_view(duty, duty.current(source.as_of), source.as_of) for duty in duties_of(source.catalogue))
    since = source.settings.duties_since
    return DutyMethodContext(
        rules=tuple(sorted(current, key=lambda each: not each.is_counted)),
        measures=DUTIES_METHOD,
        optional={
            each.title: [each.columns[name].title for name in each.directory.completeness]
            for each in source.catalogue.datasets.values()
            if each.directory.completeness
        },
        since={each.title: day for role, day in since.items() if (each := source.catalogue.dataset_with(role))},
        edition=_edition(source),
    )


def _view(duty: Duty, rule: DutyRule, as_of: date) -> RuleView:
    return RuleView(
        id=rule.id,
        name=rule.name,
        address=record_address("disclosure", rule.id),
        text=rule.text,
        who=rule.scope.who,
        timing=describe_timing(rule),
        citation=rule.source.citation,
        valid_from=rule.valid_from,
        valid_to=rule.valid_to,
        verified=rule.verified,
        read=rule.read,
        read_on=rule.read_on,
        is_current=duty.current(as_of) is rule and rule.in_force(as_of),
        is_counted=rule.is_counted,
    )
