"""The catalogue becomes everything that everybody owes and owed, worked out once a run."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import chain

from generator.base.memoising import large_question, once_a_subject, question
from generator.features.duties.facts import Subject
from generator.features.duties.obligations import Docket, Obligation, find_asked, find_obligations, open_docket
from generator.features.duties.rulebook import find_duties
from generator.features.duties.rules import Duty
from generator.features.duties.subjects import find_bearers, subjects_with
from generator.model.catalogue import Catalogue
from generator.model.record import Record

Since = Mapping[str, date]
"""From which day an instance has kept what organisations, projects or districts publish, by their dataset.

What fell due before that day is left out: the site cannot know whether it was met.
"""

Survey = Mapping[tuple[str, str], tuple[Obligation, ...]]
"""Obligations by the dataset and key of the record they stand with; empty where no duty is declared."""


def find_all_obligations(catalogue: Catalogue, as_of: date, since: Since) -> tuple[Obligation, ...]:
    """What everybody owes and owed, subject by subject, and why other duties ask for nothing."""
    docket = _docket(catalogue, as_of)
    found = (find_obligations(docket, each, _first(since, each)) for each in subjects_of(catalogue))
    return tuple(chain.from_iterable(found))


def find_record_obligations(catalogue: Catalogue, record: Record, as_of: date, since: Since) -> tuple[Obligation, ...]:
    """The same for one organisation, project or district."""
    if not duties_of(catalogue):
        return ()
    docket, subjects = _docket(catalogue, as_of), _subjects(catalogue, record.dataset, record.key)
    found = (find_obligations(docket, each, _first(since, each)) for each in subjects)
    return tuple(chain.from_iterable(found))


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
    return tuple(found for each in find_bearers(catalogue) for found in _subjects(catalogue, *each))


def asked_of(catalogue: Catalogue, record: Record, as_of: date, since: Since) -> tuple[Obligation, ...]:
    """What was asked of one organisation, project or district, worked out once: its page hangs on nothing else.

    The board hangs on it, too: an edit that leaves it as it was leaves the board as it was.
    """
    return asked_with(catalogue, record.dataset, record.key, as_of, since) if duties_of(catalogue) else ()


def asked_with(catalogue: Catalogue, dataset: str, key: str, as_of: date, since: Since) -> tuple[Obligation, ...]:
    """The same by dataset and key, for whoever knows that duties are asked."""
    return _asked_of(catalogue, dataset, key, as_of, tuple(sorted(since.items())))


@question
def _asked_of(
    catalogue: Catalogue, dataset: str, key: str, as_of: date, since: tuple[tuple[str, date], ...]
) -> tuple[Obligation, ...]:
    docket, first = _docket(catalogue, as_of), dict(since)
    found = (find_asked(docket, each, _first(first, each)) for each in _subjects(catalogue, dataset, key))
    return tuple(chain.from_iterable(found))


@once_a_subject
def _subjects(catalogue: Catalogue, dataset: str, key: str) -> tuple[Subject, ...]:
    return tuple(subjects_with(catalogue, catalogue.records[dataset][key]))


@once_a_subject
def _docket(catalogue: Catalogue, as_of: date) -> Docket:
    return open_docket(duties_of(catalogue), as_of)


@large_question
def _survey(catalogue: Catalogue, as_of: date, since: tuple[tuple[str, date], ...]) -> Survey:
    bearers = find_bearers(catalogue) if duties_of(catalogue) else ()
    return {each: _asked_of(catalogue, *each, as_of, since) for each in bearers}


def _first(since: Since, subject: Subject) -> date | None:
    """A fundraising is kept from the day on which projects are."""
    return since.get("project" if subject.role == "fundraising" else subject.role)
