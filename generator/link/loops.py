"""Hierarchies that lead back to where they began, to problems."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.link.problems import hierarchy_loop
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.problem import Problem
from generator.model.record import Value
from generator.model.table import Locate


def find_loops(catalogue: Catalogue, dataset: Dataset, locate: Locate) -> Iterator[Problem]:
    """Following the parents of a record must not lead back to the record itself."""
    if dataset.directory.hierarchy is None:
        return
    field = dataset.directory.hierarchy[0]
    records = catalogue.records[dataset.name]
    parents = {key: record.values[field] for key, record in records.items()}
    for key, record in records.items():
        if _returns(key, parents):
            yield hierarchy_loop(locate(record.origin, field), key, dataset.columns[field].title)


def _returns(start: str, parents: Mapping[str, Value]) -> bool:
    seen: set[Value] = set()
    current = parents.get(start)
    while current is not None and current not in seen:
        if current == start:
            return True
        seen.add(current)
        current = parents.get(str(current))
    return False
