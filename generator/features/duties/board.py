"""Obligations of many subjects become lists people read: by lateness, by organisation, by month."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.features.duties.facts import Publication, Subject
from generator.features.duties.obligations import Obligation, Status

_URGENCY = {
    Status.OVERDUE: 0,
    Status.DUE: 1,
    Status.UNVERIFIED: 2,
    Status.MET_LATE: 3,
    Status.MET: 4,
    Status.NOT_APPLICABLE: 5,
}


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
