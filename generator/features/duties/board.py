"""Obligations of many subjects become lists people read: by day, by organisation, by month."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.features.duties.facts import Publication, Subject
from generator.features.duties.obligations import Obligation, Status

_AHEAD = 0
_TURN = {
    Status.DUE: _AHEAD,
    Status.OVERDUE: 1,
    Status.NO_RECORD: 1,
    Status.UNVERIFIED: 2,
    Status.MET_LATE: 3,
    Status.MET: 3,
    Status.NOT_APPLICABLE: 4,
}


def order_by_day(obligations: Iterable[Obligation]) -> tuple[Obligation, ...]:
    """What falls due soonest first, then what is open past its day, then what is settled, both newest first.

    By the calendar and not by lateness: that would be a rank of those who are late.
    """
    return tuple(sorted(obligations, key=turn))


def turn(obligation: Obligation) -> tuple[int, int, str]:
    """Sort key of the public board."""
    group, due = _TURN[obligation.status], obligation.due.toordinal() if obligation.due else 0
    return (group, due if group == _AHEAD else -due, obligation.uid)


def find_published(subjects: Iterable[Subject], first: date, last: date) -> tuple[tuple[Subject, Publication], ...]:
    """What was made public between two days, corrections included, newest first; what two subjects share, once."""
    found = {
        (publication.dataset, publication.record, publication.kind): (subject, publication)
        for subject in subjects
        for publication in subject.publications
        if first <= publication.on <= last
    }
    return tuple(sorted(found.values(), key=lambda each: (-each[1].on.toordinal(), each[1].record)))
