"""Datasets to the faults that show only when they are seen together."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.tabulations import find_tabulation_faults
from generator.domain.declaration_keys import Fault
from generator.model.dataset import Dataset


def find_crossing_faults(
    dataset: Dataset, datasets: tuple[Dataset, ...], declared: frozenset[str]
) -> Iterator[tuple[Dataset, Fault]]:
    """References, links, levels and nesting must fit the datasets they name; a faulty one is blamed only once."""
    known = {each.name: each for each in datasets}
    found = (
        *_reference_faults(dataset, declared),
        *_link_faults(dataset),
        *_level_faults(dataset, known),
        *_ended_faults(dataset),
        *_nesting_faults(dataset, known, declared),
        *find_tabulation_faults(dataset, known, declared),
    )
    yield from ((dataset, fault) for fault in found)
    twins = [each for each in datasets if each.name == dataset.name and each.folder < dataset.folder]
    if twins:
        yield dataset, Fault(("name",), f"与 {twins[0].declaration} 重名")


def _reference_faults(dataset: Dataset, declared: frozenset[str]) -> Iterator[Fault]:
    for field in dataset.fields:
        if field.target is not None and field.target not in declared:
            yield Fault(("schema", "foreignKeys"), f"字段 {field.name} 引用的数据集 {field.target} 不存在")


def _link_faults(dataset: Dataset) -> Iterator[Fault]:
    for index, link in enumerate(dataset.directory.links):
        if not link.target:
            yield Fault(("directory", "links", index), f"字段 {link.field} 没有在 foreignKeys 里声明引用哪个数据集")


def _level_faults(dataset: Dataset, known: dict[str, Dataset]) -> Iterator[Fault]:
    for index, filter_ in enumerate(dataset.directory.filters):
        target = known.get(dataset.columns[filter_.field].target or "")
        if filter_.level is None or target is None:
            continue
        hierarchy = target.directory.hierarchy
        levels = [each.value for each in target.columns[hierarchy[1]].categories] if hierarchy else []
        if filter_.level not in levels:
            yield Fault(("directory", "filters", index), f"{target.title}没有“{filter_.level}”这一层")


def _ended_faults(dataset: Dataset) -> Iterator[Fault]:
    if dataset.directory.ended is None:
        return
    field, values = dataset.directory.ended
    known = [each.value for each in dataset.columns[field].categories]
    for value in values:
        if value not in known:
            yield Fault(("directory", "ended", "values"), f"字段 {field} 没有“{value}”这个值")


def _nesting_faults(dataset: Dataset, known: dict[str, Dataset], declared: frozenset[str]) -> Iterator[Fault]:
    nesting = dataset.directory.nesting
    if nesting is None:
        return
    if nesting.dataset not in declared:
        yield Fault(("directory", "nested", "in"), f"数据集 {nesting.dataset} 不存在")
    elif nesting.dataset in known and nesting.list in known[nesting.dataset].columns:
        yield Fault(("directory", "nested", "list"), f"{nesting.dataset} 已有名为 {nesting.list} 的字段")
    if dataset.columns[nesting.parent_field].target != nesting.dataset:
        yield Fault(
            ("directory", "nested", "parent"),
            f"字段 {nesting.parent_field} 应当在 foreignKeys 里引用 {nesting.dataset}",
        )
