"""One dataset to the pages of its records, each with the way back and its neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.addresses import listing_address, record_address
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.facets import record_title
from generator.model.page import Link, Page, RecordSubject
from generator.model.record import Record
from generator.plan.listings import LISTINGS_HOME


def plan_records(catalogue: Catalogue, dataset: Dataset) -> Iterator[Page]:
    """One page a record, in list order."""
    records = tuple(catalogue.records[dataset.name].values())
    links = tuple(_link(catalogue, record) for record in records)
    top = Link(dataset.title, listing_address(dataset.name))
    for position, record in enumerate(records):
        ancestors = tuple(_link(catalogue, ancestor) for ancestor in reversed(catalogue.ancestors(record)))
        yield Page(
            address=links[position].address,
            title=links[position].title,
            template="record",
            frame=dataset.name,
            subject=RecordSubject(dataset.name, record.key),
            crumbs=(LISTINGS_HOME, top, *ancestors),
            previous=links[position - 1] if position else None,
            next=links[position + 1] if position + 1 < len(links) else None,
            source=record.origin.file,
        )


def _link(catalogue: Catalogue, record: Record) -> Link:
    return Link(record_title(catalogue, record), record_address(record.dataset, record.key))
