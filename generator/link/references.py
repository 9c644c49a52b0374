"""Checked records to one catalogue with links both ways; a reference to nothing is a problem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.link.loops import find_loops
from generator.link.missing import Excuses, find_missing
from generator.link.order import sort_records
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset, Field
from generator.model.problem import Problem
from generator.model.record import Record, named_keys
from generator.model.table import Locate


def link_records(
    datasets: tuple[Dataset, ...], records: Mapping[str, tuple[Record, ...]], locate: Locate, excuses: Excuses
) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Join the records of all datasets; every dataset and every relation has an entry, however empty."""
    known = {dataset.name: dataset for dataset in datasets}
    index = {
        name: {record.key: record for record in sort_records(known[name], records.get(name, ()))} for name in known
    }
    references = tuple(_references(datasets))
    backlinks = {
        f"{dataset.name}.{field.name}": _backlinks(field, index[dataset.name], index[field.target or ""])
        for dataset, field in references
    }
    catalogue = Catalogue(known, index, backlinks)
    problems: list[Problem] = []
    for dataset, field in references:
        problems.extend(find_missing(catalogue, dataset, field, locate, excuses))
    for dataset in datasets:
        problems.extend(find_loops(catalogue, dataset, locate))
    return catalogue, tuple(problems)


def _references(datasets: tuple[Dataset, ...]) -> Iterator[tuple[Dataset, Field]]:
    for dataset in datasets:
        for field in dataset.fields:
            if field.target is not None:
                yield dataset, field


def _backlinks(
    field: Field, records: Mapping[str, Record], targets: Mapping[str, Record]
) -> Mapping[str, tuple[Record, ...]]:
    found: dict[str, list[Record]] = {}
    for record in records.values():
        for key in dict.fromkeys(named_keys(record, field.name)):
            if key in targets:
                found.setdefault(key, []).append(record)
    return {key: tuple(sources) for key, sources in found.items()}
