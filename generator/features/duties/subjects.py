"""The catalogue becomes the subjects of duties: organisations, projects and districts, each with its facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.features.duties import organization_facts, project_facts, supply_facts
from generator.features.duties.facts import Subject
from generator.features.duties.looks import with_looks
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.record import Record

Facts = Callable[[Catalogue, Record], Subject]

SUBJECTS: Mapping[str, Facts] = {
    "organization": organization_facts.organization_subject,
    "project": project_facts.project_subject,
    "place": supply_facts.district_subject,
}
"""How the records of each role that bears duties become subjects."""

TRAITS = organization_facts.ORGANIZATION_TRAITS | project_facts.PROJECT_TRAITS | supply_facts.SUPPLY_TRAITS
EVENTS = organization_facts.ORGANIZATION_EVENTS | project_facts.PROJECT_EVENTS
SPANS = project_facts.PROJECT_SPANS


def find_subjects(catalogue: Catalogue) -> tuple[Subject, ...]:
    """Every record that bears duties, as the subject of duties."""
    return tuple(subject_of(catalogue, each) for each in find_bearers(catalogue))


def subject_of(catalogue: Catalogue, record: Record) -> Subject:
    """One record that bears duties, knowing what was looked up of it."""
    return with_looks(catalogue, SUBJECTS[catalogue.role_of(record.dataset)](catalogue, record))


def find_bearers(catalogue: Catalogue) -> Iterator[Record]:
    """Every record that bears duties, dataset by dataset in the order of `SUBJECTS`, records in list order."""
    for role in SUBJECTS:
        yield from (each for each in catalogue.with_role(role).values() if bears_duties(catalogue, each))


def bears_duties(catalogue: Catalogue, record: Record) -> bool:
    """Of the divisions only districts have a duty; every organisation and project is looked at."""
    return catalogue.role_of(record.dataset) != "place" or text_in(record, "level") == "district"
