"""A catalogue to the names in it that pass for another's: alike to a reader, and not the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from generator.base.likeness import likeness
from generator.check.problems import name_alike, name_with_other_code
from generator.model.catalogue import Catalogue
from generator.model.problem import Problem
from generator.model.record import Record
from generator.model.table import Locate

CODE = "credit_code"


class _Named(NamedTuple):
    name: str
    role: str
    field: str
    record: Record


def find_namesakes(catalogue: Catalogue, locate: Locate) -> Iterator[Problem]:
    """Spellings that look alike are told beside each other; one name with two credit codes is a fault."""
    groups: dict[str, list[_Named]] = {}
    for named in _names(catalogue):
        groups.setdefault(likeness(named.name), []).append(named)
    for group in groups.values():
        yield from _find_alike(group, locate)
        yield from _find_same(group, locate)


def _names(catalogue: Catalogue) -> Iterator[_Named]:
    for dataset in catalogue.datasets.values():
        for field in dataset.directory.lookalikes:
            for record in catalogue.records[dataset.name].values():
                if value := record.values[field]:
                    yield _Named(str(value), dataset.directory.role, field, record)


def _find_alike(group: list[_Named], locate: Locate) -> Iterator[Problem]:
    """The spelling that stands most often is taken for the right one, an organisation's own before others."""
    spellings = Counter(named.name for named in group)
    if len(spellings) < 2:
        return
    own = {named.name for named in group if named.role == "organization"}
    right = max(spellings, key=lambda name: (name in own, spellings[name], -group_place(group, name)))
    misspelt = set()
    for named in group:
        if named.name != right and named.name not in misspelt:
            misspelt.add(named.name)
            yield name_alike(locate(named.record.origin, named.field), named.record.key, named.name, right)


def group_place(group: list[_Named], name: str) -> int:
    """How early a spelling stands."""
    return next(place for place, named in enumerate(group) if named.name == name)


def _find_same(group: list[_Named], locate: Locate) -> Iterator[Problem]:
    known: dict[str, _Named] = {}
    for named in group:
        code = named.record.values.get(CODE) if named.role == "organization" else None
        if code is None:
            continue
        first = known.setdefault("".join(named.name.split()), named)
        if first.record.values.get(CODE) != code:
            place = locate(named.record.origin, named.field)
            yield name_with_other_code(place, named.name, first.record.key, named.record.key)
