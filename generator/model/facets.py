"""The values by which a record can be found in a list: its own, or its ancestors' in a hierarchy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from generator.base.memoising import once_a_subject, question
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset, Field, Filter
from generator.model.facet import Facets, FacetValue
from generator.model.record import Record, Value, named_keys


def record_title(catalogue: Catalogue, record: Record) -> str:
    """What a record is called: its label field, else its key."""
    label = catalogue.datasets[record.dataset].directory.label
    return str(record.values[label] or record.key)


def facet_values(catalogue: Catalogue, record: Record, filter_: Filter) -> tuple[str, ...]:
    """The values of one filter that a record answers to, without repeats, in written order."""
    if filter_.level is None:
        return _own_values(record.values[filter_.field])
    target = catalogue.datasets[record.dataset].columns[filter_.field].target
    if target is None:
        return ()
    keys = named_keys(record, filter_.field)
    found = (each for key in keys for each in _at_level(catalogue, target, key, filter_.level))
    return tuple(dict.fromkeys(found))


@once_a_subject
def _at_level(catalogue: Catalogue, dataset: str, key: str, level: str) -> tuple[str, ...]:
    """The keys, at one level of a hierarchy, of a record and of those above it."""
    record = catalogue.records[dataset].get(key)
    related = (record, *catalogue.ancestors(record)) if record else ()
    return tuple(each.key for each in related if _level(catalogue, each) == level)


def facet_label(catalogue: Catalogue, field: Field, value: str) -> str:
    """What a filter's value is called: the record it names, its category's label, or itself.

    Records of a hierarchy that share a name are told apart by what lies above them."""
    target = catalogue.records[field.target].get(value) if field.target else None
    if target is not None:
        return _distinct_title(catalogue, target)
    return field.labels.get(value, value)


@question
def shared_titles(catalogue: Catalogue, dataset: str) -> frozenset[str]:
    """The names that several records of a hierarchy have: two streets of one name in two districts."""
    if catalogue.datasets[dataset].directory.hierarchy is None:
        return frozenset()
    times = Counter(record_title(catalogue, record) for record in catalogue.records[dataset].values())
    return frozenset(title for title, count in times.items() if count > 1)


def _distinct_title(catalogue: Catalogue, record: Record) -> str:
    title = record_title(catalogue, record)
    above = catalogue.ancestors(record) if title in shared_titles(catalogue, record.dataset) else ()
    return f"{title}（{record_title(catalogue, above[0])}）" if above else title


def find_facets(catalogue: Catalogue, dataset: Dataset) -> Facets:
    """For each filter of a dataset, its values with the keys of the records that answer to them, in target order."""
    records = catalogue.records[dataset.name].values()
    return {
        filter_.name: _filter_facets(catalogue, dataset.columns[filter_.field], filter_, records)
        for filter_ in dataset.directory.filters
    }


def _filter_facets(
    catalogue: Catalogue, field: Field, filter_: Filter, records: Iterable[Record]
) -> tuple[FacetValue, ...]:
    keys: dict[str, list[str]] = {}
    for record in records:
        for value in facet_values(catalogue, record, filter_):
            keys.setdefault(value, []).append(record.key)
    rank = _ranks(catalogue, field)
    ordered = sorted(keys, key=lambda value: (rank.get(value, len(rank)), value))
    return tuple(FacetValue(value, facet_label(catalogue, field, value), tuple(keys[value])) for value in ordered)


def _ranks(catalogue: Catalogue, field: Field) -> Mapping[str, int]:
    known = catalogue.records[field.target] if field.target else [category.value for category in field.categories]
    return {value: rank for rank, value in enumerate(known)}


def _own_values(value: Value) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(value))
    if isinstance(value, bool):
        return ("是" if value else "否",)
    return (str(value),)


def _level(catalogue: Catalogue, record: Record) -> str | None:
    hierarchy = catalogue.datasets[record.dataset].directory.hierarchy
    return str(record.values[hierarchy[1]]) if hierarchy else None
