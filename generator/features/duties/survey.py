"""The catalogue becomes everything that everybody owes and owed, worked out once a run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import chain

from generator.base.memoising import large_question, once_a_subject
from generator.features.duties.facts import Subject
from generator.features.duties.obligations import Docket, Obligation, find_asked, find_obligations, open_docket
from generator.features.duties.rulebook import find_duties
from generator.features.duties.rules import Duty
from generator.features.duties.subjects import find_bearers, subject_of
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
    subject = _subject(catalogue, record.dataset, record.key)
    return find_obligations(duties_of(catalogue), subject, as_of, since.get(subject.role))


def survey(catalogue: Catalogue, as_of: date, since: Since) -> Survey:
    """What was asked of everybody, worked out once."""
    return _survey(catalogue, as_of, tuple(sorted(since.items())))


@once_a_subject
def duties_of(catalogue: Catalogue) -> tuple[Duty, ...]:
    """The instance's duties, read from their records once."""
    return find_duties(catalogue)


@large_question
def subjects_of(catalogue: Catalogue) -> tuple[Subject, ...]:
    """Everybody who bears duties, worked out once."""
    return tuple(_subject(catalogue, each.dataset, each.key) for each in find_bearers(catalogue))


def asked_of(catalogue: Catalogue, record: Record, as_of: date, since: Since) -> tuple[Obligation, ...]:
    """What was asked of one organisation, project or district, worked out once: its page hangs on nothing else."""
    if not duties_of(catalogue):
        return ()
    return _asked_of(catalogue, record.dataset, record.key, as_of, tuple(sorted(since.items())))


@once_a_subject
def _asked_of(
    catalogue: Catalogue, dataset: str, key: str, as_of: date, since: tuple[tuple[str, date], ...]
) -> tuple[Obligation, ...]:
    subject = _subject(catalogue, dataset, key)
    return find_asked(_docket(catalogue, as_of), subject, dict(since).get(subject.role))


@once_a_subject
def _subject(catalogue: Catalogue, dataset: str, key: str) -> Subject:
    return subject_of(catalogue, catalogue.records[dataset][key])


@once_a_subject
def _docket(catalogue: Catalogue, as_of: date) -> Docket:
    return open_docket(duties_of(catalogue), as_of)


@large_question
def _survey(catalogue: Catalogue, as_of: date, since: tuple[tuple[str, date], ...]) -> Survey:
    bearers = find_bearers(catalogue) if duties_of(catalogue) else ()
    return {(each.dataset, each.key): _asked_of(catalogue, each.dataset, each.key, as_of, since) for each in bearers}
