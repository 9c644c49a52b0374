"""Code lists to taxonomies and their terms, and what a record names of them to attributes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.features.hsds.made_objects import Made, given_away, made
from generator.model.addresses import listing_address, record_address
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.facets import record_title
from generator.model.identifiers import derived, record_identifier
from generator.model.record import Record
from generator.model.source import Source


class Classified(NamedTuple):
    """A field by which something is classified: the role of the codes, and what they say of it."""

    field: str
    role: str
    says: str


TAXONOMIES = (
    Classified("category", "category", "service type"),
    Classified("groups", "group", "intended audience"),
    Classified("household_types", "household_type", "eligibility"),
)
"""Of what is offered."""
EXPERTISE = (Classified("expertise", "category", "service type"),)
"""Of those who offer it."""


def taxonomies(source: Source) -> Iterator[Made]:
    """One a code list."""
    for each in TAXONOMIES:
        if given_away(source.catalogue, each.role):
            dataset = source.catalogue.datasets[source.catalogue.named(each.role)]
            address = _absolute(source, listing_address(dataset.name))
            yield made(_taxonomy(source, each.role), name=dataset.title, description=dataset.description, uri=address)


def terms(source: Source) -> Iterator[Made]:
    """Every code of them."""
    for each in TAXONOMIES:
        yield from (_term(source, each.role, record) for record in given_away(source.catalogue, each.role).values())


def attributes(source: Source, owner: str, entity: str, record: Record, by: tuple[Classified, ...]) -> list[Made]:
    """What a record is classified as."""
    return [
        made(
            derived(owner, "attribute", each.field, code.key),
            link_type=each.says,
            link_entity=entity,
            taxonomy_term=_term(source, each.role, code),
        )
        for each in by
        for code in _codes(source.catalogue, record, each)
    ]


def _codes(catalogue: Catalogue, record: Record, by: Classified) -> tuple[Record, ...]:
    field = catalogue.datasets[record.dataset].columns.get(by.field)
    return catalogue.targets(record, field) if field is not None and given_away(catalogue, by.role) else ()


def _term(source: Source, role: str, record: Record) -> Made:
    dataset = source.catalogue.datasets[record.dataset]
    name = record_title(source.catalogue, record)
    return made(
        record_identifier(source.settings.namespace, dataset, record),
        code=record.key,
        name=name,
        description=text_in(record, "description") or name,
        taxonomy=dataset.title,
        language="zh",
        taxonomy_id=_taxonomy(source, role),
        term_uri=_absolute(source, record_address(dataset.name, record.key)),
    )


def _taxonomy(source: Source, role: str) -> str:
    return derived(source.settings.namespace, "taxonomy", role)


def _absolute(source: Source, address: str) -> str:
    """Nothing while the site does not know where it is."""
    return f"{source.settings.site_url}{address}" if source.settings.site_url else ""
