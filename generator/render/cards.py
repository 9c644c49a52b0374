"""Records to cards: the short form in which lists and other records' pages show them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.base.memoising import once_a_subject
from generator.model.addresses import record_address
from generator.model.catalogue import Catalogue
from generator.model.facets import record_title
from generator.model.record import Record
from generator.render.facts import Fact, RecordFacts, record_fact


class Card(NamedTuple):
    """A record in short; `facts` are the declared list columns, `record_facts` all of them by field name."""

    dataset: str
    key: str
    title: str
    address: str | None
    summary: str
    facts: tuple[Fact, ...]
    record_facts: Mapping[str, Fact]


def record_card(catalogue: Catalogue, record: Record) -> Card:
    """The card of one record of the catalogue; worked out once, a project stands in a dozen lists."""
    return _card(catalogue, record.dataset, record.key)


@once_a_subject
def _card(catalogue: Catalogue, name: str, key: str) -> Card:
    record = catalogue.records[name][key]
    dataset = catalogue.datasets[record.dataset]
    facts = RecordFacts(catalogue, record)
    return Card(
        dataset=record.dataset,
        key=record.key,
        title=record_title(catalogue, record),
        address=record_address(record.dataset, record.key) if dataset.directory.pages else None,
        summary=record_summary(catalogue, record),
        facts=tuple(facts[name] for name in dataset.directory.columns),
        record_facts=facts,
    )


def record_summary(catalogue: Catalogue, record: Record) -> str:
    """The sentence a record is introduced by; empty when the dataset declares none."""
    dataset = catalogue.datasets[record.dataset]
    name = dataset.directory.summary
    return record_fact(catalogue, record, dataset.columns[name]).text if name else ""
