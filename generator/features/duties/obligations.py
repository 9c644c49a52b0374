"""Duties and the facts of a subject become obligations: each occasion with its due date, its record and its status."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from generator.features.duties.facts import Look, Publication, Subject
from generator.features.duties.occurrences import Occurrence, Reason, SubjectStanding, find_occurrences, standing_of
from generator.features.duties.rules import Duty, DutyRule
from generator.features.duties.second_looks import is_silence


class Status(StrEnum):
    """How an obligation stands on a given day."""

    MET = "met"
    MET_LATE = "met_late"
    DUE = "due"
    NO_RECORD = "no_record"
    """The last day has passed and the site knows of nothing: its own silence alone."""
    OVERDUE = "overdue"
    """The same, and somebody has looked where the rule says, lately, and found nothing: two silences."""
    NOT_APPLICABLE = "not_applicable"
    UNVERIFIED = "unverified"
    """The rule's text has not been read by anybody: shown, never counted as overdue or late."""


STILL_OPEN = frozenset({Status.NO_RECORD, Status.OVERDUE})
"""Past the last day, and nothing there."""

TELLS_DAYS = STILL_OPEN | {Status.DUE}
"""What tells another number of days every day."""

_COUNTED = TELLS_DAYS | {Status.MET, Status.MET_LATE}


class Obligation(NamedTuple):
    """One thing one subject had to publish. Without an occasion (`reason` says why) it is not applicable.

    `looks`: what was looked up of this occasion by then, newest first.
    """

    rule: DutyRule
    subject: Subject
    as_of: date
    status: Status
    occurrence: Occurrence | None = None
    met_by: Publication | None = None
    reason: Reason | None = None
    looks: tuple[Look, ...] = ()

    @property
    def uid(self) -> str:
        """The same for this obligation on every day, whatever becomes of it and whichever wording governs."""
        label = self.occurrence.label if self.occurrence else "-"
        return f"{self.subject.dataset}/{self.subject.key}/{self.rule.duty}/{label}"

    @property
    def trigger(self) -> date | None:
        """The day that started it."""
        return self.occurrence.trigger if self.occurrence else None

    @property
    def due(self) -> date | None:
        """The last day on which it is met on time."""
        return self.occurrence.due if self.occurrence else None

    @property
    def days(self) -> int | None:
        """How early (met), how late (met_late), how many are left (due), how many too many (overdue, no_record).

        Worked out when asked: what is still open tells another number every day, and few ask.
        """
        if self.due is None or self.status not in _COUNTED:
            return None
        return abs((self.due - (self.met_by.on if self.met_by else self.as_of)).days)


class Docket(NamedTuple):
    """The duties that are counted on a day, by the role of those who bear them."""

    as_of: date
    duties: Mapping[str, tuple[Duty, ...]]


def open_docket(duties: Iterable[Duty], as_of: date) -> Docket:
    """The docket for a day; what is always so, or is told where the site sees no record of it, is not counted."""
    found: dict[str, tuple[Duty, ...]] = {}
    for duty in duties:
        current, role = duty.current(as_of), duty.versions[0].scope.role
        if current.is_counted:
            found[role] = (*found.get(role, ()), duty)
    return Docket(as_of, found)


def find_obligations(docket: Docket, subject: Subject, since: date | None = None) -> tuple[Obligation, ...]:
    """What the subject owes and owed on the day, duty by duty, oldest first; `since` leaves out what fell due before.

    A duty that never asked for anything gives one entry that says why. Only what was public by that day counts,
    so a day in the past shows what was known on it.
    """
    standing, bearing = standing_of(subject), docket.duties.get(subject.role, ())
    return tuple(found for duty in bearing for found in _of_duty(duty, standing, subject, docket.as_of, since))


def find_asked(docket: Docket, subject: Subject, since: date | None) -> tuple[Obligation, ...]:
    """The same without duties that never asked for anything: a third of the work."""
    standing = standing_of(subject)
    rules = (rule for duty in docket.duties.get(subject.role, ()) for rule in duty.versions)
    asked = (_of_rule(rule, standing, subject, docket.as_of, since) for rule in rules if standing.fits(rule.scope))
    return tuple(chain.from_iterable(found for found in asked if not isinstance(found, Reason)))


def _of_duty(
    duty: Duty, standing: SubjectStanding, subject: Subject, as_of: date, since: date | None
) -> Iterator[Obligation]:
    reasons: dict[str, Reason] = {}
    for rule in duty.versions:
        found = _of_rule(rule, standing, subject, as_of, since) if standing.fits(rule.scope) else Reason.OUTSIDE
        if isinstance(found, Reason):
            reasons[rule.id] = found
        else:
            yield from found
    if len(reasons) == len(duty.versions):
        rule = duty.current(as_of)
        yield Obligation(rule, subject, as_of, Status.NOT_APPLICABLE, reason=reasons[rule.id])


def _of_rule(
    rule: DutyRule, standing: SubjectStanding, subject: Subject, as_of: date, since: date | None
) -> list[Obligation] | Reason:
    found = find_occurrences(rule, subject, standing, as_of)
    if isinstance(found, Reason):
        return found
    return list(_judged(rule, subject, as_of, [each for each in found if since is None or each.due >= since]))


def _judged(rule: DutyRule, subject: Subject, as_of: date, found: list[Occurrence]) -> Iterator[Obligation]:
    eligible = [each for each in subject.publications if _eligible(rule, each, as_of)]
    for occurrence in found:
        if occurrence.excuse:
            yield Obligation(rule, subject, as_of, Status.NOT_APPLICABLE, occurrence, reason=Reason.EXCUSED)
            continue
        met_by = next((each for each in eligible if _belongs(each, occurrence)), None)
        looks = _looks(rule, subject, occurrence, as_of) if subject.looks else ()
        status = _judge(occurrence.due, met_by, as_of) if rule.verified else Status.UNVERIFIED
        if status is Status.NO_RECORD and any(is_silence(each, rule, occurrence.due, as_of) for each in looks):
            status = Status.OVERDUE
        yield Obligation(rule, subject, as_of, status, occurrence, met_by, looks=looks)


def _looks(rule: DutyRule, subject: Subject, occurrence: Occurrence, as_of: date) -> tuple[Look, ...]:
    """Made of this very occasion and its last day: where the day has changed, nobody has looked yet."""
    wanted = (rule.duty, occurrence.label, occurrence.due)
    return tuple(each for each in subject.looks if each[:3] == wanted and each.on <= as_of)


def _eligible(rule: DutyRule, publication: Publication, as_of: date) -> bool:
    """A correction keeps the date of what it corrects, so it fulfils nothing and resets no clock."""
    return publication.kind in rule.fulfilled_by and not publication.correction and publication.on <= as_of


def _belongs(publication: Publication, occurrence: Occurrence) -> bool:
    """The first one that belongs counts: made inside the occasion's days, or later and then late."""
    if occurrence.about:
        return occurrence.about == publication.about
    if occurrence.period and publication.period:
        return occurrence.period == publication.period
    return occurrence.opens <= publication.on and (occurrence.closes is None or publication.on <= occurrence.closes)


def _judge(due: date, met_by: Publication | None, as_of: date) -> Status:
    if met_by:
        return Status.MET if met_by.on <= due else Status.MET_LATE
    return Status.DUE if as_of <= due else Status.NO_RECORD
