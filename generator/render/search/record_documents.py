"""Records and content pages to the documents search is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.base.memoising import question
from generator.model.addresses import record_address
from generator.model.catalogue import Catalogue
from generator.model.facets import facet_label, facet_values, record_title
from generator.model.record import Record
from generator.render.article_blocks import plain_text
from generator.render.cards import record_summary
from generator.render.facts import RecordFacts
from generator.render.search.result_card import excerpt
from generator.render.search.search_document import SearchDocument

CONTENT_KIND = "政策和指南"
NO_TRAITS: Mapping[str, tuple[str, ...]] = {}
_PROSE = {"_prose": ("1",)}
"""Says in many words what others do: nobody who tells of a need means it."""
_UNSEARCHED = frozenset({"missing", "boolean"})
_TURNED = str.maketrans("0123456789", "9876543210")


def record_document(
    catalogue: Catalogue, record: Record, traits: Mapping[str, tuple[str, ...]] = NO_TRAITS
) -> SearchDocument:
    """What search knows of a record: everything its page shows, the records nested in it and the places above it."""
    dataset = catalogue.datasets[record.dataset]
    facts = RecordFacts(catalogue, record)
    shown = (facts[name] for name in dataset.directory.columns)
    return SearchDocument(
        address=record_address(record.dataset, record.key),
        title=record_title(catalogue, record),
        kind=dataset.title,
        text_parts=(record.key, record_summary(catalogue, record), *_record_texts(catalogue, record)),
        filters=dict(_record_filters(catalogue, record)),
        meta={fact.label: fact.text for fact in shown if fact.kind not in _UNSEARCHED},
        excerpt=excerpt(record_summary(catalogue, record)),
        related=tuple(dict.fromkeys(_places_above(catalogue, record))),
        order="\t".join(_order(catalogue, record)),
        traits=traits,
    )


def page_document(address: str, title: str, text: str) -> SearchDocument:
    """What search knows of a page that people wrote, from the words of its article."""
    words = text.removeprefix(title).strip()
    return SearchDocument(address, title, CONTENT_KIND, (words,), {}, {}, excerpt(words), traits=_PROSE)


def _record_texts(catalogue: Catalogue, record: Record, parent: str = "") -> Iterator[str]:
    """`parent` is the field by which a nested row names the record it is nested in: that name is told already."""
    dataset = catalogue.datasets[record.dataset]
    facts = RecordFacts(catalogue, record)
    for section in dataset.directory.layout:
        shown = (facts[name] for name in section.fields if name != parent)
        yield from (fact.text for fact in shown if fact.kind not in _UNSEARCHED)
    if dataset.directory.body:
        yield plain_text(str(record.values[dataset.directory.body] or ""))
    for child, parent_field in _nested(catalogue, record.dataset):
        relation = f"{child}.{parent_field}"
        for row in catalogue.sources(record, relation) if relation in catalogue.backlinks else ():
            yield from (
                record_title(catalogue, row),
                record_summary(catalogue, row),
                *_record_texts(catalogue, row, parent_field),
            )


@question
def _nested(catalogue: Catalogue, dataset: str) -> tuple[tuple[str, str], ...]:
    """The datasets whose rows are written inside records of this one, each with the field that names their record."""
    nested = ((name, child.directory.nesting) for name, child in catalogue.datasets.items())
    return tuple((name, each.parent_field) for name, each in nested if each and each.dataset == dataset)


def _record_filters(catalogue: Catalogue, record: Record) -> Iterator[tuple[str, tuple[str, ...]]]:
    dataset = catalogue.datasets[record.dataset]
    for filter_ in dataset.directory.filters:
        values = facet_values(catalogue, record, filter_)
        yield filter_.label, tuple(facet_label(catalogue, dataset.columns[filter_.field], value) for value in values)


def _order(catalogue: Catalogue, record: Record) -> Iterator[str]:
    """Texts that, compared in turn, put records in the order of their list; falling digits are turned round."""
    directory = catalogue.datasets[record.dataset].directory
    for name in (*directory.sort, *catalogue.datasets[record.dataset].primary_key):
        value = record.values[name.removeprefix("-")]
        text = f"{value:020}" if isinstance(value, int | Decimal) else str(value or "")
        yield text.translate(_TURNED) if name.startswith("-") else text


def _places_above(catalogue: Catalogue, record: Record) -> Iterator[str]:
    """Names of the places that hold the record; the topmost holds everything and tells nothing."""
    own = catalogue.datasets[record.dataset].fields
    named = (record, *(target for field in own for target in catalogue.targets(record, field)))
    for each in named:
        yield from (record_title(catalogue, place) for place in catalogue.ancestors(each)[:-1])
