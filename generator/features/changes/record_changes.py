"""Two catalogues to the changes between them: values are compared, not how or where they are written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.features.changes.renamed_records import Renames, find_renames
from generator.model.catalogue import Catalogue
from generator.model.change import Change, Comparison
from generator.model.dataset import Dataset, Field
from generator.model.record import Record, Value

Failed = Callable[[str, str], bool]
"""Whether a record (dataset, key) is there but has faults that keep it from being read."""
Records = Mapping[str, Record]


def compare_catalogues(before: Catalogue, after: Catalogue, failed: Failed) -> Comparison:
    """Every record that was added, removed, renamed or changed, dataset by dataset."""
    datasets = {
        **after.datasets,
        **{name: each for name, each in before.datasets.items() if name not in after.datasets},
    }
    gone = {name: _missing(before.records.get(name, {}), after.records.get(name, {})) for name in datasets}
    unread = {name: frozenset(key for key in keys if failed(name, key)) for name, keys in gone.items()}
    removed = {
        name: {key: record for key, record in gone[name].items() if key not in unread[name]} for name in datasets
    }
    added = {name: _missing(after.records.get(name, {}), before.records.get(name, {})) for name in datasets}
    renames: dict[str, Mapping[str, str]] = {}
    for name in sorted(datasets, key=lambda name: datasets[name].directory.nesting is not None):
        renames[name] = find_renames(datasets[name], removed[name], added[name], renames)
    changes = {
        name: tuple(_changes(dataset, before.records.get(name, {}), after.records.get(name, {}), renames))
        + tuple(Change(record, None, ()) for key, record in removed[name].items() if key not in renames[name])
        for name, dataset in datasets.items()
    }
    return Comparison(before, after, changes, {name: len(keys) for name, keys in unread.items()})


def _missing(here: Records, there: Records) -> Records:
    return {key: record for key, record in here.items() if key not in there}


def _changes(dataset: Dataset, old: Records, new: Records, renames: Renames) -> Iterator[Change]:
    """What was added, renamed or changed, in the order of the new list."""
    origins = {fresh: stale for stale, fresh in renames[dataset.name].items()}
    for key, after in new.items():
        before = old.get(origins.get(key, key))
        if before is None:
            yield Change(None, after, ())
            continue
        fields = tuple(_changed_fields(dataset, before, after, renames))
        if fields or (before.key != after.key and not _followed(dataset, before, after)):
            yield Change(before, after, fields)


def _followed(dataset: Dataset, before: Record, after: Record) -> bool:
    """A row whose key changed only because that of the record around it did."""
    nesting = dataset.directory.nesting
    return nesting is not None and before.values[nesting.parent_field] != after.values[nesting.parent_field]


def _changed_fields(dataset: Dataset, before: Record, after: Record, renames: Renames) -> Iterator[str]:
    """A new key is told as such, not as a changed field."""
    if before.digest == after.digest and before.values == after.values:
        return
    for field in dataset.fields:
        old = _comparable(field, _as_now_called(field, before.values.get(field.name), renames))
        new = _comparable(field, after.values.get(field.name))
        if old != new and not (field.name in dataset.primary_key and before.key != after.key):
            yield field.name


def _as_now_called(field: Field, value: Value, renames: Renames) -> Value:
    fresh = renames.get(field.target or "", {})
    if isinstance(value, tuple):
        return tuple(fresh.get(key, key) for key in value)
    return fresh.get(value, value) if isinstance(value, str) else value


def _comparable(field: Field, value: Value) -> object:
    """Lists of codes without their order, which says nothing; an empty value as a missing one."""
    if isinstance(value, tuple) and (field.target or field.categories):
        value_set = frozenset(value)
        return value_set or None
    return None if value in ("", ()) else value
