"""All records of a dataset to the faults that show only when they are seen together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from operator import attrgetter

from generator.check.problems import key_repeated, unexpected_size, value_repeated
from generator.model.dataset import Dataset
from generator.model.problem import Problem
from generator.model.record import Record
from generator.model.table import Locate, Origin

Records = tuple[Record, ...]


def check_dataset(dataset: Dataset, records: Records, locate: Locate) -> tuple[Problem, ...]:
    """Apply every rule that looks at a whole dataset."""
    return tuple(problem for rule in DATASET_RULES for problem in rule(dataset, records, locate))


def repeated_keys(dataset: Dataset, records: Records, locate: Locate) -> Iterator[Problem]:
    """Two records may not share a key, nor differ only by letter case: their pages would have one address."""
    if not _may_repeat(records):
        return
    field = dataset.columns[dataset.primary_key[-1]]
    for first, second in _repeats(records, lambda record: record.key.lower()):
        place = locate(second.origin, field.name)
        yield key_repeated(place, field, second.key, locate(first.origin, field.name))


def repeated_values(dataset: Dataset, records: Records, locate: Locate) -> Iterator[Problem]:
    """A field declared unique holds the same value in two records."""
    for field in dataset.fields:
        if not field.descriptor.get("constraints", {}).get("unique"):
            continue
        present = tuple(record for record in records if record.values[field.name] is not None)
        for first, second in _repeats(present, _value_of(field.name)):
            place = locate(second.origin, field.name)
            yield value_repeated(place, field, second.key, locate(first.origin, field.name))


def find_unexpected_size(dataset: Dataset, count: int, locate: Locate) -> Iterator[Problem]:
    """The declaration says how many records to expect: a file cut off half-way is never published."""
    least, most = dataset.directory.minimum, dataset.directory.maximum
    if not least <= count <= most:
        place = locate(Origin(dataset.declaration, trail=("directory", "records")), None)
        yield unexpected_size(place, dataset.title, count, least, most)


DATASET_RULES: tuple[Callable[[Dataset, Records, Locate], Iterator[Problem]], ...] = (
    repeated_keys,
    repeated_values,
)
"""Every rule that looks at a whole dataset; its docstring is the rule."""


def without_repeats(records: Records) -> Records:
    """The first record of each key: a second one would be told again wherever the first is met."""
    if not _may_repeat(records):
        return records
    first: dict[str, Record] = {}
    for record in records:
        first.setdefault(record.key.lower(), record)
    return tuple(first.values())


def _may_repeat(records: Records) -> bool:
    """Hardly ever: so the names are counted before anybody asks which records share one."""
    return len(set(map(str.lower, map(attrgetter("key"), records)))) < len(records)


def _repeats(records: Records, value: Callable[[Record], Hashable]) -> Iterator[tuple[Record, Record]]:
    seen: dict[Hashable, Record] = {}
    for record in records:
        first = seen.setdefault(value(record), record)
        if first is not record:
            yield first, record


def _value_of(name: str) -> Callable[[Record], Hashable]:
    return lambda record: record.values[name]
