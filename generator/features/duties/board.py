"""Obligations of many subjects become lists people read: by lateness, by organisation, by month; and plain rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from generator.features.duties.facts import Publication, Subject
from generator.features.duties.obligations import Obligation, Status
from generator.features.duties.sentences import explain, occasion_name, verdict

_URGENCY = {
    Status.OVERDUE: 0,
    Status.DUE: 1,
    Status.UNVERIFIED: 2,
    Status.MET_LATE: 3,
    Status.MET: 4,
    Status.NOT_APPLICABLE: 5,
}

Row = Mapping[str, str | int | None]

ROW_NAMES = (
    *("uid", "rule", "duty", "name", "subject", "subject_name", "organization", "occasion"),
    *("status", "verdict", "trigger", "due", "met_by", "met_on", "days", "article", "sentence"),
)
"""What a row tells, in order."""


def order_by_lateness(obligations: Iterable[Obligation]) -> tuple[Obligation, ...]:
    """The longest overdue first, then what falls due soonest, then what is settled, newest first."""
    return tuple(sorted(obligations, key=lateness))


def lateness(obligation: Obligation) -> tuple[int, int, str]:
    """Sort key of the public board."""
    rank, due = _URGENCY[obligation.status], obligation.due.toordinal() if obligation.due else 0
    return (rank, due if rank <= _URGENCY[Status.DUE] else -due, obligation.uid)


def find_published(subjects: Iterable[Subject], first: date, last: date) -> tuple[tuple[Subject, Publication], ...]:
    """What was made public between two days, corrections included, newest first; what two subjects share, once."""
    found = {
        (publication.dataset, publication.record, publication.kind): (subject, publication)
        for subject in subjects
        for publication in subject.publications
        if first <= publication.on <= last
    }
    return tuple(sorted(found.values(), key=lambda each: (-each[1].on.toordinal(), each[1].record)))


def obligation_row(obligation: Obligation) -> Row:
    """One obligation as JSON and CSV give it: texts, whole numbers and ISO dates only."""
    subject, found = obligation.subject, obligation.met_by
    return {
        "uid": obligation.uid,
        "rule": obligation.rule.id,
        "duty": obligation.rule.duty,
        "name": obligation.rule.name,
        "subject": f"{subject.dataset}/{subject.key}",
        "subject_name": subject.name,
        "organization": subject.owner or None,
        "occasion": occasion_name(obligation) or None,
        "status": obligation.status.value,
        "verdict": verdict(obligation),
        "trigger": _iso(obligation.trigger),
        "due": _iso(obligation.due),
        "met_by": f"{found.dataset}/{found.record}" if found else None,
        "met_on": _iso(found.on) if found else None,
        "days": obligation.days,
        "article": obligation.rule.source.citation,
        "sentence": explain(obligation),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
