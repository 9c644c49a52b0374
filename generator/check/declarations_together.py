"""Datasets to the faults that show only when they are seen together."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.role_contracts import find_role_faults
from generator.check.statistics_block import find_tabulation_faults
from generator.model.dataset import Dataset
from generator.model.declaration_keys import Fault


def find_crossing_faults(dataset: Dataset, datasets: tuple[Dataset, ...], declared: frozenset[str]) -> Iterator[Fault]:
    """References, links, levels and nesting must fit the datasets they name; a faulty one is blamed only once."""
    known = {each.name: each for each in datasets}
    yield from _twin_faults(dataset, datasets)
    yield from _reference_faults(dataset, known, declared)
    yield from _link_faults(dataset)
    yield from _level_faults(dataset, known)
    yield from _ended_faults(dataset)
    yield from _nesting_faults(dataset, known, declared)
    yield from find_role_faults(dataset, known)
    yield from find_tabulation_faults(dataset, known, declared)


def _twin_faults(dataset: Dataset, datasets: tuple[Dataset, ...]) -> Iterator[Fault]:
    twins = [each for each in datasets if each.name == dataset.name and each.folder < dataset.folder]
    if twins:
        yield Fault(("name",), f"与 {twins[0].declaration} 重名")


def _reference_faults(dataset: Dataset, known: dict[str, Dataset], declared: frozenset[str]) -> Iterator[Fault]:
    for index, reference in enumerate(dataset.descriptor["schema"].get("foreignKeys", ())):
        trail = ("schema", "foreignKeys", index)
        name, end = reference["fields"][0], reference["reference"]
        target = known.get(end["resource"])
        if end["resource"] not in declared:
            yield Fault(trail, f"字段 {name} 引用的数据集 {end['resource']} 不存在")
        elif target and end.get("fields") != [target.primary_key[-1]]:
            yield Fault(trail, f"reference 的 fields 应当写 {target.title}的主键，写成 [{target.primary_key[-1]}]")


def _link_faults(dataset: Dataset) -> Iterator[Fault]:
    for index, link in enumerate(dataset.directory.links):
        if not link.target:
            yield Fault(("directory", "links", index), f"字段 {link.field} 没有在 foreignKeys 里声明引用哪个数据集")


def _level_faults(dataset: Dataset, known: dict[str, Dataset]) -> Iterator[Fault]:
    for index, filter_ in enumerate(dataset.directory.filters):
        name = dataset.columns[filter_.field].target
        target = known.get(name or "")
        if filter_.level is None or (name and target is None):
            continue
        if target is None or target.directory.hierarchy is None:
            yield Fault(("directory", "filters", index), f"字段 {filter_.field} 没有引用分层级的数据，不能写 level")
            continue
        levels = [each.value for each in target.columns[target.directory.hierarchy[1]].categories]
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
    holder = known.get(nesting.dataset)
    if nesting.dataset not in declared:
        yield Fault(("directory", "nested", "in"), f"数据集 {nesting.dataset} 不存在")
    elif holder and not holder.holds_lists:
        yield Fault(("directory", "nested", "in"), f"{nesting.dataset} 的记录不是一条一份文件，里面不能再写列表")
    elif holder and nesting.list in holder.columns:
        yield Fault(("directory", "nested", "list"), f"{nesting.dataset} 已有名为 {nesting.list} 的字段")
    elif any(each.name < dataset.name and each.directory.nesting == nesting for each in known.values()):
        yield Fault(("directory", "nested", "list"), f"{nesting.dataset} 里的列表 {nesting.list} 已由另一个数据集使用")
    if dataset.columns[nesting.parent_field].target != nesting.dataset:
        yield Fault(
            ("directory", "nested", "parent"),
            f"字段 {nesting.parent_field} 应当在 foreignKeys 里引用 {nesting.dataset}",
        )
