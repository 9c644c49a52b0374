"""The catalogue becomes the subjects of duties: organisations, projects and districts, each with its facts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

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
    """Every record that bears duties, dataset by dataset in the order of `SUBJECTS`, records in list order."""
    return tuple(
        with_looks(catalogue, facts(catalogue, record))
        for role, facts in SUBJECTS.items()
        for record in catalogue.with_role(role).values()
        if bears_duties(catalogue, record)
    )


def bears_duties(catalogue: Catalogue, record: Record) -> bool:
    """Of the divisions only districts have a duty; every organisation and project is looked at."""
    return catalogue.role_of(record.dataset) != "place" or text_in(record, "level") == "district"
