"""A record to what its template may name: itself, what it names and what names it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.model.addresses import record_address
from generator.model.catalogue import Catalogue
from generator.model.facets import record_title
from generator.model.record import Record, Value
from generator.render.cards import record_card, record_summary
from generator.render.facts import Fact, RecordFacts
from generator.render.kinds import reach_of
from generator.render.relations import find_children, inherited_relations, record_relations, relations_below


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


def record_context(catalogue: Catalogue, record: Record) -> Mapping[str, Any]:
    """`dataset`, `record`, `relations`; `ancestors`, `children`, `inherited`, `below`, `reach` speak in a hierarchy."""
    dataset = catalogue.datasets[record.dataset]
    return {
        "dataset": dataset,
        "record": record_view(catalogue, record),
        "relations": record_relations(catalogue, record),
        "ancestors": tuple(record_card(catalogue, each) for each in catalogue.ancestors(record)),
        "children": tuple(record_card(catalogue, each) for each in find_children(catalogue, record)),
        "inherited": inherited_relations(catalogue, record) if dataset.directory.hierarchy else {},
        "below": relations_below(catalogue, record) if dataset.directory.hierarchy else {},
        "reach": reach_of(catalogue, record) if dataset.directory.hierarchy else {},
    }


def record_view(catalogue: Catalogue, record: Record) -> RecordView:
    """A record with its facts, sorted into the declared layout."""
    facts = RecordFacts(catalogue, record)
    layout = catalogue.datasets[record.dataset].directory.layout
    return RecordView(
        key=record.key,
        title=record_title(catalogue, record),
        summary=record_summary(catalogue, record),
        address=record_address(record.dataset, record.key),
        values=record.values,
        facts=facts,
        sections=tuple(SectionView(section.title, tuple(facts[name] for name in section.fields)) for section in layout),
    )
