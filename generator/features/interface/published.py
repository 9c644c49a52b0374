"""A catalogue to what the interface tells of: datasets that others may take, and the rows inside their records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil

from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset, Field
from generator.model.nesting import Nested, nested_in
from generator.model.noted import declarations

LIST_SIZE = 200
"""So many records are on one page of a list."""
KEY_PARTS = "/"
"""Between the parts of a record's key."""


def published(catalogue: Catalogue) -> tuple[Dataset, ...]:
    """Every dataset that is given away."""
    return tuple(each for each in catalogue.datasets.values() if each.is_published)


def has_record_files(dataset: Dataset) -> bool:
    """Whether each record has a file of its own: those with a page have; rows of tables stand in lists alone."""
    return dataset.directory.pages


def key_pattern(dataset: Dataset) -> str:
    """The key of a record with the names of its parts in braces: `{period}/{id}`."""
    return KEY_PARTS.join(f"{{{name}}}" for name in dataset.primary_key)


def published_within(catalogue: Catalogue, dataset: Dataset) -> tuple[Nested, ...]:
    """The datasets whose rows are written inside the records of one, as far as they are given away.

    Which these are is no matter of words: whoever asks reads the declarations of these alone, not of all.
    """
    found = nested_in(dataset, declarations(catalogue).values())
    return tuple(Nested(catalogue.datasets[each.name], nesting) for each, nesting in found if each.is_published)


def codelists(catalogue: Catalogue) -> Iterator[tuple[Dataset, Field]]:
    """Every field whose values are codes that the declaration explains."""
    for dataset in published(catalogue):
        yield from ((dataset, each) for each in dataset.fields if each.categories)


def page_count(records: Mapping[str, object]) -> int:
    """How many pages a list has; an empty one has an empty first page."""
    return max(1, ceil(len(records) / LIST_SIZE))
