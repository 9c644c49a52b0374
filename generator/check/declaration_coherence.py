"""A shaped dataset to the faults in how its own parts fit together: a label is text, an order is of dates."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.role_contracts import find_consent_faults, find_contract_faults
from generator.model.addresses import is_address_part
from generator.model.dataset import Dataset
from generator.model.declaration_keys import Fault
from generator.model.formats import FORMATS

TABLE_ROLES = ("_statistic", "need", "need_group")
"""How the roles of our own protected tables end."""


def find_fitting_faults(dataset: Dataset) -> Iterator[Fault]:
    """Every key of the block names fields of the type it needs."""
    yield from _name_faults(dataset)
    yield from _size_faults(dataset)
    yield from _order_faults(dataset)
    yield from _format_faults(dataset)
    yield from _filter_faults(dataset)
    yield from _hierarchy_faults(dataset)
    yield from find_contract_faults(dataset)
    yield from find_consent_faults(dataset)
    yield from _foreign_faults(dataset)


def _name_faults(dataset: Dataset) -> Iterator[Fault]:
    for key, name in (("label", dataset.directory.label), ("summary", dataset.directory.summary)):
        if name is not None and dataset.columns[name].type != "string":
            yield Fault(("directory", key), f"字段 {name} 应当是 string")
    for name in dataset.primary_key:
        if dataset.columns[name].type not in ("string", "integer", "year", "date"):
            yield Fault(("schema", "primaryKey"), f"字段 {name} 的类型不能作主键，应当是 string")


def _foreign_faults(dataset: Dataset) -> Iterator[Fault]:
    """Figures from elsewhere say whose they are, and are no table of our own, which is protected and attacked."""
    if not dataset.directory.foreign:
        return
    for key in ("sources", "licenses"):
        if dataset.is_published and not dataset.descriptor.get(key):
            yield Fault(("directory", "foreign"), f"别处的数字公开时要写明 {key}")
    if dataset.directory.tabulation or dataset.directory.role.endswith(TABLE_ROLES):
        yield Fault(("directory", "foreign"), "别处的数字不能作本站的统计表：删去 statistics 和 role，或者删去 foreign")


def _size_faults(dataset: Dataset) -> Iterator[Fault]:
    if dataset.directory.minimum > dataset.directory.maximum:
        yield Fault(("directory", "records"), "min 大于 max，多少条记录都不对")


def _order_faults(dataset: Dataset) -> Iterator[Fault]:
    for index, pair in enumerate(dataset.directory.order):
        for name in pair:
            if dataset.columns[name].type != "date":
                yield Fault(("directory", "order", index), f"字段 {name} 不是日期")


def _format_faults(dataset: Dataset) -> Iterator[Fault]:
    for field in dataset.fields:
        format_ = FORMATS.get(field.format)
        if format_ and field.type not in format_.types:
            types = "、".join(format_.types)
            yield Fault(("directory", "formats", field.name), f"{field.format} 只能用于 {types} 字段")


def _filter_faults(dataset: Dataset) -> Iterator[Fault]:
    """A filter's name and its values stand in addresses."""
    seen: set[str] = set()
    for index, filter_ in enumerate(dataset.directory.filters):
        trail = ("directory", "filters", index)
        field = dataset.columns[filter_.field]
        if filter_.name in seen or not is_address_part(filter_.name):
            yield Fault(trail, f"name“{filter_.name}”不能用在网址里，或与另一个筛选相同")
        for value in (each.value for each in field.categories):
            if not is_address_part(value):
                yield Fault(trail, f"字段 {field.name} 的值“{value}”不能用在网址里")
        seen.add(filter_.name)


def _hierarchy_faults(dataset: Dataset) -> Iterator[Fault]:
    if dataset.directory.hierarchy is None:
        return
    parent, level = (dataset.columns[name] for name in dataset.directory.hierarchy)
    if parent.target != dataset.name or parent.is_list:
        yield Fault(("directory", "hierarchy", "parent"), f"字段 {parent.name} 应当在 foreignKeys 里引用本数据集")
    if not level.categories or level.is_list:
        yield Fault(("directory", "hierarchy", "level"), f"字段 {level.name} 应当有 categories，写明各层")
