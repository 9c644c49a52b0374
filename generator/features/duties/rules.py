"""What one duty says, as frozen values: whom it binds, what starts it, by when, what fulfils it, where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SecondLook(StrEnum):
    """Where to look once more before the site's own silence means that something is overdue."""

    CHARITY_CHINA = "charity-china"
    REGISTRAR = "registrar"
    QUESTION = "question"
    """Whoever owes it is asked in writing."""


class Trigger(StrEnum):
    """The handful of ways in which a duty comes about; the engine knows these and no particular law."""

    YEARLY = "yearly"
    """By a fixed date of the calendar for each year, half-year or quarter."""
    AFTER = "after"
    """Within so many months or days after each event of a kind."""
    EVERY = "every"
    """Once in every interval of so many months or days, from one event until another."""
    BEFORE = "before"
    """At least so many months or days before an event."""
    STANDING = "standing"
    """Always: has no date, is shown and never counted."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Whom a rule binds: records of `role` that have every trait of `requires` and none of `excludes`."""

    role: str
    who: str
    requires: frozenset[str]
    excludes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Timing:
    """When a rule asks for something.

    `months` and `days` are the rhythm, or the delay from the event. YEARLY takes `period_months` and `due_on`
    ((month, day) for each period of a year, in order); `arrears`: due in the period after the one reported on.
    """

    trigger: Trigger
    event: str = ""
    """The event it starts from; empty for a YEARLY rule that has always applied."""
    until: str = ""
    """The event that ends it."""
    months: int = 0
    days: int = 0
    longer_than_months: int = 0
    """EVERY: applies only when `event` and `until` lie further apart than this."""
    period_months: int = 12
    due_on: tuple[tuple[int, int], ...] = ()
    arrears: bool = False
    excused_by: str = ""
    """EVERY: an interval wholly inside a span of this kind asks for nothing."""


@dataclass(frozen=True, slots=True)
class RuleSource:
    """Where a rule is written. `nature`: statutory, policy or house (the site's own wish)."""

    law: str
    article: str
    nature: str
    also: str = ""
    """A second text that says the same."""

    @property
    def citation(self) -> str:
        """Law and article in one breath."""
        return self.law + self.article + (f"、{self.also}" if self.also else "")


@dataclass(frozen=True, slots=True)
class DutyRule:
    """One wording of one duty. When the law changes, `duty` stays and another rule takes over from its `valid_from`."""

    id: str
    duty: str
    name: str
    text: str
    act: str
    """The verb for what has to be done: 公开, 备案."""
    scope: Scope
    timing: Timing
    source: RuleSource
    fulfilled_by: frozenset[str]
    audience: str
    """Whom it is told: the public, the registrar, donors or the persons themselves."""
    valid_from: date
    valid_to: date | None
    verified: bool
    """Whether somebody has read the published text; else it is shown as such and never counts as overdue."""
    read: str = ""
    """The texts that were read, by their official titles."""
    read_on: date | None = None
    second_look: str = ""
    """A `SecondLook`; empty: nothing is ever overdue by this rule."""

    @property
    def is_counted(self) -> bool:
        """Whether the site can see it kept: told to the public, or to the registrar with a record that says when."""
        seen = self.audience == "public" or (self.audience == "registrar" and bool(self.fulfilled_by))
        return seen and self.timing.trigger is not Trigger.STANDING

    def in_force(self, day: date) -> bool:
        """Whether this wording governs what happened on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Duty:
    """All wordings of one duty, oldest first."""

    id: str
    versions: tuple[DutyRule, ...]

    def current(self, day: date) -> DutyRule:
        """The wording in force on `day`; the first before all, the last after all."""
        begun = [rule for rule in self.versions if rule.valid_from <= day]
        return begun[-1] if begun else self.versions[0]


def arrange_duties(rules: tuple[DutyRule, ...]) -> tuple[Duty, ...]:
    """Rules grouped by duty, in the order in which the duties first appear."""
    versions: dict[str, list[DutyRule]] = {}
    for rule in rules:
        versions.setdefault(rule.duty, []).append(rule)
    return tuple(Duty(duty, tuple(sorted(found, key=lambda rule: rule.valid_from))) for duty, found in versions.items())
