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


_PLACE = "place"
SUBJECTS: Mapping[str, Facts] = {
    "organization": lambda catalogue, record: (organization_facts.organization_subject(catalogue, record),),
    "project": _project_subjects,
    _PLACE: lambda catalogue, record: (supply_facts.district_subject(catalogue, record),),
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
    bearers = (catalogue.records[dataset][key] for dataset, key in find_bearers(catalogue))
    return tuple(subject for each in bearers for subject in subjects_with(catalogue, each))


def find_bearers(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Dataset and key of every record that bears duties, by the order of `SUBJECTS`, then in list order.

    What else these records say is not looked at: who asks hangs on who there is.
    """
    for role in SUBJECTS:
        known = catalogue.with_role(role)
        yield from ((catalogue.roles[role], key) for key in known if role != _PLACE or _is_district(known[key]))


def subjects_with(catalogue: Catalogue, record: Record) -> Iterator[Subject]:
    """Those whose duties stand on one record's page."""
    for subject in SUBJECTS[catalogue.role_of(record.dataset)](catalogue, record):
        yield with_looks(catalogue, subject)


def _is_district(place: Record) -> bool:
    """Of the divisions only districts have a duty; every organisation and project is looked at."""
    return text_in(place, "level") == "district"
