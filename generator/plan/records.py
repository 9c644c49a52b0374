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
    top = Link(dataset.title, listing_address(dataset.name))
    before: Link | None = None
    for (record, link), after in _with_next(catalogue, dataset):
        ancestors = tuple(_link(catalogue, ancestor) for ancestor in reversed(catalogue.ancestors(record)))
        yield Page(
            address=link.address,
            title=link.title,
            template="record",
            frame=dataset.name,
            subject=RecordSubject(dataset.name, record.key),
            crumbs=(LISTINGS_HOME, top, *ancestors),
            previous=before,
            next=after,
            source=record.origin.file,
        )
        before = link


def _with_next(catalogue: Catalogue, dataset: Dataset) -> Iterator[tuple[tuple[Record, Link], Link | None]]:
    """Each record with its link, and the link of the one that follows; never the links of all."""
    linked = ((record, _link(catalogue, record)) for record in catalogue.records[dataset.name].values())
    this = next(linked, None)
    while this is not None:
        after = next(linked, None)
        yield this, after[1] if after else None
        this = after


def _link(catalogue: Catalogue, record: Record) -> Link:
    return Link(record_title(catalogue, record), record_address(record.dataset, record.key))
