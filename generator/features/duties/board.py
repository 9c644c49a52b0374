"""Obligations of many subjects become lists people read: by day, by organisation, by month."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.features.duties.facts import Publication, Subject
from generator.features.duties.obligations import Obligation, Status


def order_by_day(obligations: Iterable[Obligation]) -> tuple[Obligation, ...]:
    """What falls due soonest first, then what is past, newest first: nobody is ranked by how late they are."""
    return tuple(sorted(obligations, key=nearness))


def nearness(obligation: Obligation) -> tuple[bool, int, str]:
    """Sort key of the public board."""
    is_past = obligation.status is not Status.DUE
    due = obligation.due.toordinal() if obligation.due else 0
    return (is_past, -due if is_past else due, obligation.uid)


def find_published(subjects: Iterable[Subject], first: date, last: date) -> tuple[tuple[Subject, Publication], ...]:
    """What was made public between two days, corrections included, newest first; what two subjects share, once."""
    found = {
        (publication.dataset, publication.record, publication.kind): (subject, publication)
        for subject in subjects
        for publication in subject.publications
        if first <= publication.on <= last
    }
    return tuple(sorted(found.values(), key=lambda each: (-each[1].on.toordinal(), each[1].record)))
