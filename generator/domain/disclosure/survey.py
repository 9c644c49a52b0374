"""The catalogue becomes everything that everybody owes and owed, worked out once a run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from generator.domain.disclosure.facts import Subject
from generator.domain.disclosure.obligations import Obligation, find_obligations
from generator.domain.disclosure.rulebook import find_duties
from generator.domain.disclosure.rules import Duty
from generator.domain.disclosure.subjects import SUBJECTS, find_subjects
from generator.model.catalogue import Catalogue
from generator.model.record import Record

Since = Mapping[str, date]
"""From which day an instance has kept what organisations, projects or districts publish, by their dataset.

What fell due before that day is left out: the site cannot know whether it was met.
"""


def find_all_obligations(catalogue: Catalogue, as_of: date, since: Since) -> tuple[Obligation, ...]:
    """What everybody owes and owed, subject by subject."""
    return _survey(catalogue, as_of, tuple(sorted(since.items())))


def find_record_obligations(catalogue: Catalogue, record: Record, as_of: date, since: Since) -> tuple[Obligation, ...]:
    """What one organisation, project or district owes and owed."""
    subject = SUBJECTS[record.dataset](catalogue, record)
    return find_obligations(duties_of(catalogue), subject, as_of, since.get(record.dataset))


@lru_cache(maxsize=2)
def duties_of(catalogue: Catalogue) -> tuple[Duty, ...]:
    """The instance's duties, read from their records once."""
    return find_duties(catalogue)


@lru_cache(maxsize=2)
def subjects_of(catalogue: Catalogue) -> tuple[Subject, ...]:
    """Everybody who bears duties, worked out once."""
    return find_subjects(catalogue)


@lru_cache(maxsize=2)
def _survey(catalogue: Catalogue, as_of: date, since: tuple[tuple[str, date], ...]) -> tuple[Obligation, ...]:
    duties, first = duties_of(catalogue), dict(since)
    return tuple(
        found
        for subject in subjects_of(catalogue)
        for found in find_obligations(duties, subject, as_of, first.get(subject.dataset))
    )
