"""A city's records in place of the engine's own: what they change of what law and policy say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.check.problems import national_changed, national_weakened
from generator.model.dataset import Dataset
from generator.model.masking import shown
from generator.model.problem import Problem
from generator.model.record import Record
from generator.model.table import Locate


def find_changes(
    dataset: Dataset, national: Iterable[Record], own: Iterable[Record], locate: Locate
) -> Iterator[Problem]:
    """One problem for each of the city's own records that differs from the national one of its key."""
    if not dataset.directory.binding:
        return
    shipped = {each.key: each for each in national}
    for record in own:
        other = shipped.get(record.key)
        changed = [name for name in dataset.columns if other and record.values[name] != other.values[name]]
        if other and changed:
            yield _changed(dataset, record, other, changed, locate)


def _changed(dataset: Dataset, record: Record, other: Record, changed: list[str], locate: Locate) -> Problem:
    binding = [name for name in changed if name in dataset.directory.binding]
    changes = [
        (dataset.columns[name].title, _written(dataset, other, name), _written(dataset, record, name))
        for name in changed
    ]
    tell = national_weakened if binding else national_changed
    return tell(locate(record.origin, (binding or changed)[0]), record.key, changes)


def _written(dataset: Dataset, record: Record, name: str) -> str:
    value = record.values[name]
    if value is None:
        return "没有写"
    if isinstance(value, bool):
        return "“是”" if value else "“否”"
    words = (
        ";".join(map(str, value))
        if isinstance(value, tuple)
        else f"{value:%Y-%m-%d}"
        if isinstance(value, date)
        else str(value)
    )
    return shown(dataset.columns[name], words)
