"""What points at a record to the groups of cards its page shows; nothing that could be there is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.base.memoising import once_a_subject, question
from generator.model.addresses import listing_address
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset, DeclaredLink
from generator.model.past import is_past
from generator.model.record import Record
from generator.render.cards import Card, record_card

SHOWN_AT_MOST = 24


class Relation(NamedTuple):
    """The records of `dataset` that point here through `field`; `address` leads to the full list where there is one."""

    label: str
    dataset: str
    field: str
    cards: tuple[Card, ...]
    total: int
    current: int
    """How many are not past; these come first."""
    address: str | None


@once_a_subject
def relations_onto(catalogue: Catalogue, dataset: str) -> tuple[tuple[str, Dataset, DeclaredLink], ...]:
    """Every declared link onto a dataset: its name ("dataset.field"), where it starts, and the link."""
    return tuple(
        (f"{source.name}.{link.field}", source, link)
        for source in map(catalogue.datasets.__getitem__, _linking(catalogue, dataset))
        for link in source.directory.links
        if link.target == dataset
    )


@question
def _linking(catalogue: Catalogue, dataset: str) -> tuple[str, ...]:
    """The names of the datasets that declare a link onto another: no page depends on what the rest declare."""
    return tuple(
        name
        for name, source in catalogue.datasets.items()
        if any(link.target == dataset for link in source.directory.links)
    )


def spoken_name(source: Dataset, link: DeclaredLink) -> str:
    """What templates call a relation: "role.field" by standard names, or by the dataset's own where it has no role."""
    standard = {own: name for name, own in source.directory.standard}
    return f"{source.directory.role or source.name}.{standard.get(link.field, link.field)}"


def record_relations(catalogue: Catalogue, record: Record) -> Mapping[str, Relation]:
    """The relations of one record by the names templates call them; one that nothing points through has no cards."""
    return {
        spoken_name(source, link): _relation(catalogue, source, link, catalogue.sources(record, name), record)
        for name, source, link in relations_onto(catalogue, record.dataset)
    }


def inherited_relations(catalogue: Catalogue, record: Record) -> Mapping[str, Relation]:
    """In a hierarchy: what points at the record's ancestors, nearest first; empty relations elsewhere."""
    ancestors = catalogue.ancestors(record)
    return {
        spoken_name(source, link): _relation(
            catalogue, source, link, tuple(found for each in ancestors for found in catalogue.sources(each, name)), None
        )
        for name, source, link in relations_onto(catalogue, record.dataset)
    }


def relations_below(catalogue: Catalogue, record: Record) -> Mapping[str, Relation]:
    """In a hierarchy: what points at the record's descendants."""
    descendants = tuple(find_descendants(catalogue, record))
    return {
        spoken_name(source, link): _relation(
            catalogue,
            source,
            link,
            tuple({found.key: found for each in descendants for found in catalogue.sources(each, name)}.values()),
            None,
        )
        for name, source, link in relations_onto(catalogue, record.dataset)
    }


def find_children(catalogue: Catalogue, record: Record) -> tuple[Record, ...]:
    """The records directly below in a hierarchy."""
    hierarchy = catalogue.datasets[record.dataset].directory.hierarchy
    return catalogue.sources(record, f"{record.dataset}.{hierarchy[0]}") if hierarchy else ()


def find_descendants(catalogue: Catalogue, record: Record) -> Iterator[Record]:
    """All records below in a hierarchy, depth first."""
    for child in find_children(catalogue, record):
        yield child
        yield from find_descendants(catalogue, child)


def _relation(
    catalogue: Catalogue, source: Dataset, link: DeclaredLink, found: tuple[Record, ...], onto: Record | None
) -> Relation:
    ordered = _current_first(source, found)
    shown = ordered if source.directory.nesting else ordered[:SHOWN_AT_MOST]
    return Relation(
        label=link.backlabel,
        dataset=source.name,
        field=link.field,
        cards=tuple(record_card(catalogue, record) for record in shown),
        total=len(found),
        current=sum(not is_past(source, each) for each in found),
        address=_full_list(catalogue, source, link, onto) if found and onto else None,
    )


def _current_first(source: Dataset, found: tuple[Record, ...]) -> tuple[Record, ...]:
    return found if source.directory.ended is None else tuple(sorted(found, key=lambda each: is_past(source, each)))


def _full_list(catalogue: Catalogue, source: Dataset, link: DeclaredLink, onto: Record) -> str | None:
    if not source.directory.pages:
        return None
    hierarchy = catalogue.datasets[onto.dataset].directory.hierarchy
    level = onto.values[hierarchy[1]] if hierarchy else None
    for filter_ in source.directory.filters:
        if filter_.field == link.field and filter_.level in (None, level):
            return listing_address(source.name, filter_.name, onto.key)
    return None
