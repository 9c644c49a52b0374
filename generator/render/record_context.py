"""A record to what its template may name: itself, what it names and what names it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from generator.model.addresses import record_address
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.facets import record_title
from generator.model.record import Record, Value
from generator.render.cards import Card, record_card, record_summary
from generator.render.facts import Fact, RecordFacts
from generator.render.place_reach import OfferReach, reach_of
from generator.render.related_records import (
    Relation,
    find_children,
    inherited_relations,
    record_relations,
    relations_below,
)


class SectionView(NamedTuple):
    """One block of the page: a heading and its facts."""

    title: str
    facts: tuple[Fact, ...]


class RecordView(NamedTuple):
    """A record as its template sees it."""

    key: str
    title: str
    summary: str
    address: str
    values: Mapping[str, Value]
    facts: Mapping[str, Fact]
    sections: tuple[SectionView, ...]


@dataclass(frozen=True, slots=True)
class RecordContext:
    """What the template of any record may name; those of a role have what features add besides.

    All but the first three speak in a hierarchy only. Relations go by the names templates call them: "role.field".
    """

    dataset: Dataset
    record: RecordView
    relations: Mapping[str, Relation]
    children: tuple[Card, ...]
    inherited: Mapping[str, Relation]
    """What points at the places above, the nearest first."""
    below: Mapping[str, Relation]
    """What points at the places below."""
    reach: Mapping[str, OfferReach]
    """By role, what the people of a place can have, wherever it stands."""


def record_context(catalogue: Catalogue, record: Record) -> RecordContext:
    """The record, what it names and what names it."""
    dataset = catalogue.datasets[record.dataset]
    return RecordContext(
        dataset=dataset,
        record=record_view(catalogue, record),
        relations=record_relations(catalogue, record),
        children=tuple(record_card(catalogue, each) for each in find_children(catalogue, record)),
        inherited=inherited_relations(catalogue, record) if dataset.directory.hierarchy else {},
        below=relations_below(catalogue, record) if dataset.directory.hierarchy else {},
        reach=reach_of(catalogue, record) if dataset.directory.hierarchy else {},
    )


def record_view(catalogue: Catalogue, record: Record) -> RecordView:
    """A record with its facts, sorted into the declared layout."""
    facts = RecordFacts(catalogue, record)
    directory = catalogue.datasets[record.dataset].directory
    return RecordView(
        key=record.key,
        title=record_title(catalogue, record),
        summary=record_summary(catalogue, record),
        address=record_address(record.dataset, record.key),
        values=record.values,
        facts=facts,
        sections=tuple(
            SectionView(
                section.title,
                tuple(
                    facts[name]
                    for name in section.fields
                    # A former field is shown where an old file has it, and never missed.
                    if name not in directory.former or facts[name].kind != "missing"
                ),
            )
            for section in directory.layout
        ),
    )
