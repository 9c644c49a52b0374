"""The catalogue becomes everything that everybody owes and owed, worked out once a run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from itertools import chain

from generator.domain.disclosure.facts import Subject
from generator.domain.disclosure.obligations import Obligation, obligation_finder
from generator.domain.disclosure.rulebook import find_duties
from generator.domain.disclosure.rules import Duty
from generator.domain.disclosure.subjects import find_subjects
from generator.model.catalogue import Catalogue
from generator.model.record import Record

Since = Mapping[str, date]
"""From which day an instance has kept what organisations, projects or districts publish, by their dataset.

What fell due before that day is left out: the site cannot know whether it was met.
"""

Survey = Mapping[tuple[str, str], tuple[Obligation, ...]]
"""Obligations by the dataset and key of their subject."""


def find_all_obligations(catalogue: Catalogue, as_of: date, since: Since) -> tuple[Obligation, ...]:
    """What everybody owes and owed, subject by subject."""
    return tuple(chain.from_iterable(_survey(catalogue, as_of, tuple(sorted(since.items()))).values()))


def find_record_obligations(catalogue: Catalogue, record: Record, as_of: date, since: Since) -> tuple[Obligation, ...]:
    """What one organisation, project or district owes and owed."""
    return _survey(catalogue, as_of, tuple(sorted(since.items())))[record.dataset, record.key]


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
    find, first = obligation_finder(duties_of(catalogue), as_of), dict(since)
    return {(each.dataset, each.key): find(each, first.get(each.dataset)) for each in subjects_of(catalogue)}
