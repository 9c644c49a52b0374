"""The closed lists of a dataset to the names people know their values under: what importers look up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.base.memoising import question
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in, words_in
from generator.model.dataset import Dataset, Field
from generator.model.facets import record_title
from generator.model.record import Record


def value_labels(catalogue: Catalogue, dataset: Dataset) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """For each field with a closed list of values, pairs of a name and the value it stands for.

    A name may stand for several values (two townships of one name); whoever looks it up must mind that.
    """
    found = {field.name: tuple(_labels(catalogue, field)) for field in dataset.fields}
    return {name: pairs for name, pairs in found.items() if pairs}


def _labels(catalogue: Catalogue, field: Field) -> Iterator[tuple[str, str]]:
    for category in field.categories:
        yield from ((category.label, category.value), (category.value, category.value))
    if field.target:
        yield from _record_labels(catalogue, field.target)


@question
def _record_labels(catalogue: Catalogue, dataset: str) -> tuple[tuple[str, str], ...]:
    """Asked for again for every sheet of every workbook, which hangs on names and on nothing else of the records."""
    records = catalogue.records.get(dataset, {}).items()
    return tuple((name, key) for key, record in records for name in (key, *_names(catalogue, record)))


def _names(catalogue: Catalogue, record: Record) -> Iterator[str]:
    title = record_title(catalogue, record)
    yield title
    yield from (f"{record_title(catalogue, above)}{title}" for above in catalogue.ancestors(record)[:1])
    for field in catalogue.datasets[record.dataset].directory.also_called:
        words = words_in(record, field) or (text_in(record, field),)
        yield from (name for name in words if name)
