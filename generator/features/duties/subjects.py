"""The catalogue becomes the subjects of duties: organisations, projects and districts, each with its facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.features.duties import fundraising_facts, organization_facts, project_facts, supply_facts
from generator.features.duties.facts import Subject
from generator.features.duties.second_looks import with_looks
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.record import Record

Facts = Callable[[Catalogue, Record], Iterable[Subject]]


def _project_subjects(catalogue: Catalogue, project: Record) -> Iterator[Subject]:
    """A project, and each of its public fundraisings: each has duties of its own."""
    yield project_facts.project_subject(catalogue, project)
    yield from fundraising_facts.fundraising_subjects(catalogue, project)


SUBJECTS: Mapping[str, Facts] = {
    "organization": lambda catalogue, record: (organization_facts.organization_subject(catalogue, record),),
    "project": _project_subjects,
    "place": lambda catalogue, record: (supply_facts.district_subject(catalogue, record),),
}
"""How the records of each role become those who bear duties."""

TRAITS = (
    organization_facts.ORGANIZATION_TRAITS
    | project_facts.PROJECT_TRAITS
    | fundraising_facts.FUNDRAISING_TRAITS
    | supply_facts.SUPPLY_TRAITS
)
EVENTS = organization_facts.ORGANIZATION_EVENTS | project_facts.PROJECT_EVENTS | fundraising_facts.FUNDRAISING_EVENTS
SPANS = project_facts.PROJECT_SPANS


def find_subjects(catalogue: Catalogue) -> tuple[Subject, ...]:
    """Every record that bears duties, as the subject of duties."""
    return tuple(subject for each in find_bearers(catalogue) for subject in subjects_with(catalogue, each))


def find_bearers(catalogue: Catalogue) -> Iterator[Record]:
    """Every record that bears duties, dataset by dataset in the order of `SUBJECTS`, records in list order."""
    for role in SUBJECTS:
        yield from (each for each in catalogue.with_role(role).values() if bears_duties(catalogue, each))


def subjects_with(catalogue: Catalogue, record: Record) -> Iterator[Subject]:
    """Those whose duties stand on one record's page."""
    for subject in SUBJECTS[catalogue.role_of(record.dataset)](catalogue, record):
        yield with_looks(catalogue, subject)


def bears_duties(catalogue: Catalogue, record: Record) -> bool:
    """Of the divisions only districts have a duty; every organisation and project is looked at."""
    return catalogue.role_of(record.dataset) != "place" or text_in(record, "level") == "district"
