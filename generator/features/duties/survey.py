"""The catalogue becomes everything that everybody owes and owed, worked out once a run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from itertools import chain

from generator.features.duties.facts import Subject
from generator.features.duties.looks import with_looks
from generator.features.duties.obligations import Obligation, find_asked, find_obligations, open_docket
from generator.features.duties.rulebook import find_duties
from generator.features.duties.rules import Duty
from generator.features.duties.subjects import SUBJECTS, find_subjects
from generator.model.catalogue import Catalogue
from generator.model.record import Record

Since = Mapping[str, date]
"""From which day an instance has kept what organisations, projects or districts publish, by their dataset.

What fell due before that day is left out: the site cannot know whether it was met.
"""

Survey = Mapping[tuple[str, str], tuple[Obligation, ...]]
"""Obligations by the dataset and key of their subject; empty where no duty is declared."""


def find_all_obligations(catalogue: Catalogue, as_of: date, since: Since) -> tuple[Obligation, ...]:
    """What everybody owes and owed, subject by subject, and why other duties ask for nothing."""
    duties, subjects = duties_of(catalogue), subjects_of(catalogue)
    found = (find_obligations(duties, each, as_of, since.get(each.role)) for each in subjects)
    return tuple(chain.from_iterable(found))


def find_record_obligations(catalogue: Catalogue, record: Record, as_of: date, since: Since) -> tuple[Obligation, ...]:
    """The same for one organisation, project or district."""
    if not duties_of(catalogue):
        return ()
    subject = with_looks(catalogue, SUBJECTS[catalogue.role_of(record.dataset)](catalogue, record))
    return find_obligations(duties_of(catalogue), subject, as_of, since.get(subject.role))


def survey(catalogue: Catalogue, as_of: date, since: Since) -> Survey:
    """What was asked of everybody, worked out once."""
    return _survey(catalogue, as_of, tuple(sorted(since.items())))


@lru_cache(maxsize=2)
def duties_of(catalogue: Catalogue) -> tuple[Duty, ...]:
    """The instance's duties, read from their records once."""
    return find_duties(catalogue)


@lru_cache(maxsize=2)
def subjects_of(catalogue: Catalogue) -> tuple[Subject, ...]:
    """Everybody who bears duties, worked out once."""
    return find_subjects(catalogue)


@lru_cache(maxsize=2)
def _survey(catalogue: Catalogue, as_of: date, since: tuple[tuple[str, date], ...]) -> Survey:
    docket, first = open_docket(duties_of(catalogue), as_of), dict(since)
    subjects = subjects_of(catalogue) if duties_of(catalogue) else ()
    return {(each.dataset, each.key): find_asked(docket, each, first.get(each.role)) for each in subjects}
