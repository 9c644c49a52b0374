"""A city's records in place of the engine's own: what they change of what law and policy say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.check.problems import NATIONAL_CHANGED, NATIONAL_WEAKENED
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
    told = "；".join(
        f"{dataset.columns[name].title}：引擎自带{_written(dataset, other, name)}，"
        f"本市{_written(dataset, record, name)}"
        for name in changed
    )
    return Problem(
        NATIONAL_WEAKENED if binding else NATIONAL_CHANGED,
        locate(record.origin, (binding or changed)[0]),
        f"这一条用本市的，代替了引擎自带的同编号记录。{told}。",
        "有本市的文件作依据的，在备注里写明；没有的，删去本市的这一条，就用引擎自带的。",
        record.key,
    )


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
