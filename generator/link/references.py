"""Checked records to one catalogue with links both ways; a reference to nothing is a problem."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.link.loops import find_loops
from generator.link.missing_references import Excuses, Named, find_missing
from generator.link.order import sort_records
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset, Field
from generator.model.fields import fields
from generator.model.problem import Problem
from generator.model.record import Record, named_keys
from generator.model.table import Locate


class Followed(NamedTuple):
    """A reference field, the records that name each key in it, and what it names in vain."""

    field: Field
    sources: Mapping[str, tuple[Record, ...]]
    dangling: tuple[Named, ...]


def link_records(
    datasets: tuple[Dataset, ...], records: Mapping[str, tuple[Record, ...]], locate: Locate, excuses: Excuses
) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Join the records of all datasets; every dataset and every relation has an entry, however empty."""
    known = {dataset.name: dataset for dataset in datasets}
    index = {
        name: {record.key: with_standard(known[name], record) for record in sort_records(known[name], found)}
        for name, found in ((name, records.get(name, ())) for name in known)
    }
    followed = {
        f"{dataset.name}.{field.name}": follow(dataset, field, index)
        for dataset in datasets
        for field in dataset.references
    }
    backlinks = {name: reference.sources for name, reference in followed.items()}
    catalogue = Catalogue(known, index, {**backlinks, **_standard_backlinks(datasets, backlinks)})
    problems: list[Problem] = []
    for reference in followed.values():
        problems.extend(find_missing(catalogue, reference.field, reference.dangling, locate, excuses))
    for dataset in datasets:
        problems.extend(find_loops(catalogue, dataset, locate))
    return catalogue, tuple(problems)


def with_standard(dataset: Dataset, record: Record) -> Record:
    """A record whose values can also be asked for by the standard names of its dataset's role."""
    names = dataset.directory.standard
    return record._replace(values=fields(record.values).also(names)) if names else record


def _standard_backlinks(
    datasets: tuple[Dataset, ...], backlinks: Mapping[str, Mapping[str, tuple[Record, ...]]]
) -> Mapping[str, Mapping[str, tuple[Record, ...]]]:
    """The same links by the standard names of the fields they start from."""
    return {
        f"{dataset.name}.{standard}": backlinks[f"{dataset.name}.{own}"]
        for dataset in datasets
        for standard, own in dataset.directory.standard
        if f"{dataset.name}.{own}" in backlinks
    }


def follow(dataset: Dataset, field: Field, index: Mapping[str, Mapping[str, Record]]) -> Followed:
    """One field of all records: who names whom, and the names that are nobody's."""
    targets, name = index[field.target or ""], field.name
    sources: dict[str, list[Record]] = {key: [] for key in targets}
    dangling: list[Named] = []
    for record in index[dataset.name].values():
        keys = named_keys(record, name)
        for key in keys if len(keys) < 2 else dict.fromkeys(keys):
            found = sources.get(key)
            if found is None:
                dangling.append(Named(record, key))
            else:
                found.append(record)
    return Followed(field, {key: tuple(found) for key, found in sources.items() if found}, tuple(dangling))
