"""The `statistics:` block of a declaration to the faults in it: what it names must exist and fit together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.model.dataset import Category, Dataset
from generator.model.declaration_keys import Fault
from generator.model.figure_columns import MEASURE, OBS_STATUS, PERIOD, VALUE
from generator.model.tabulation import DISTINCT, ONCE, VISITS, Axis, CountedRows, Grouping, Rounded, Tabulation

_BLOCK = ("directory", "statistics")
_ABOVE = 2
"""A level that is rounded has one above it whose figures are exact."""
_LEAST_BASE = 3


def find_tabulation_faults(dataset: Dataset, known: Mapping[str, Dataset], declared: frozenset[str]) -> Iterator[Fault]:
    """Every fault of the block; none where a dataset has no such block."""
    tabulation = dataset.directory.tabulation
    if tabulation is not None:
        yield from _column_faults(dataset)
        yield from _axis_faults(tabulation, known, declared)
        yield from _measure_faults(tabulation, frozenset(each.value for each in _categories(dataset)))
        if tabulation.rounded is not None:
            yield from (Fault((*_BLOCK, "rounded"), each) for each in _rounding_faults(tabulation, tabulation.rounded))
        if tabulation.rows is not None:
            yield from (Fault((*_BLOCK, "rows"), each) for each in _row_faults(tabulation, tabulation.rows))
        yield from (Fault((*_BLOCK, "contains"), each) for each in _contained_faults(tabulation, declared))


def _contained_faults(tabulation: Tabulation, declared: frozenset[str]) -> Iterator[str]:
    """What is held must be there, and held by a count."""
    counts = {each.code for each in tabulation.measures if not each.counted_by}
    for each in tabulation.contains:
        if each.records not in declared:
            yield f"contains 里的数据集 {each.records} 不存在"
        if each.measure not in counts:
            yield f"contains 里的 {each.measure} 不是本表的户数或人数指标"


def _categories(dataset: Dataset) -> tuple[Category, ...]:
    return dataset.columns[MEASURE].categories if MEASURE in dataset.columns else ()


def _column_faults(dataset: Dataset) -> Iterator[Fault]:
    missing = [name for name in (MEASURE, VALUE, OBS_STATUS) if name not in dataset.columns]
    if missing:
        yield Fault(_BLOCK, f"统计表要有这些字段：{'、'.join(missing)}")


def _axis_faults(tabulation: Tabulation, known: Mapping[str, Dataset], declared: frozenset[str]) -> Iterator[Fault]:
    for index, axis in enumerate(tabulation.axes):
        sentence = _axis_fault(axis, known, declared)
        if sentence:
            yield Fault((*_BLOCK, "axes", index), sentence)
        for at, grouping in enumerate(axis.also):
            sentence = _grouping_fault(axis, grouping, known, declared)
            if sentence:
                yield Fault((*_BLOCK, "axes", index, "also", at), sentence)


def _axis_fault(axis: Axis, known: Mapping[str, Dataset], declared: frozenset[str]) -> str:
    if axis.codes is None:
        return "" if axis.field == PERIOD else f"期间的字段应当叫 {PERIOD}"
    if axis.codes not in declared:
        return f"数据集 {axis.codes} 不存在"
    target = known.get(axis.codes)
    if target is None:
        return ""
    hierarchy = target.directory.hierarchy
    if hierarchy is None:
        return "" if axis.total and not axis.levels else f"{target.title}没有上下级：应当写 total，不写 levels"
    levels = [each.value for each in target.columns[hierarchy[1]].categories]
    wrong = [level for level in axis.levels if level not in levels]
    return f"{target.title}没有“{wrong[0]}”这一层" if wrong else ""


def _grouping_fault(axis: Axis, grouping: Grouping, known: Mapping[str, Dataset], declared: frozenset[str]) -> str:
    if grouping.codes not in declared:
        return f"数据集 {grouping.codes} 不存在"
    target = known.get(grouping.codes)
    if target is None:
        return ""
    if len(target.primary_key) > 1:
        return f"{target.title}的编号要只有一个字段"
    field = target.columns.get(grouping.members)
    if field is None or not field.is_list or field.target != axis.codes:
        return f"{target.title}里要有一个列表字段 {grouping.members}，写 {axis.codes} 的代码"
    return ""


def _rounding_faults(tabulation: Tabulation, rounded: Rounded) -> Iterator[str]:
    """Only the finest level of a hierarchy is rounded, only over long periods, and only counts."""
    axis = next((each for each in tabulation.axes if each.field == rounded.field), None)
    if axis is None or len(axis.levels) < _ABOVE or axis.levels[-1] != rounded.level:
        yield f"{rounded.field} 应当是有上下级的一个维度，{rounded.level} 是它的 levels 里最后一个，上面还有一层"
    if any(each.also for each in tabulation.axes):
        yield "约数表不能写 also：约数加起来，就把约数还原了"
    if any(each.codes is None and "month" in each.levels for each in tabulation.axes):
        yield "约数只按半年和全年公布：calendar 不能写 month"
    if any(each.counted_by for each in tabulation.measures):
        yield "约数只用于户数和人数：金额除以标准，就把约数还原了"
    if rounded.base < _LEAST_BASE:
        yield f"base 至少是 {_LEAST_BASE}"
    fields = {each.field for each in tabulation.axes}
    if any(name not in fields for each in rounded.never for name, _ in each):
        yield "never 里只能写本表的维度"


def _row_faults(tabulation: Tabulation, rows: CountedRows) -> Iterator[str]:
    """Visits are counted by household, or one household looks like many."""
    if rows.kind not in (VISITS, ONCE, DISTINCT):
        yield f"are 写 {VISITS}（一户可以有几行）、{DISTINCT}（可以有几行，每一格只算一户）或 {ONCE}（一户最多一行）"
    if rows.kind in (VISITS, DISTINCT) and not rows.household_key:
        yield "一户可以有几行的，household_key 要写认出同一户的那一列的列名"
    if rows.additive and rows.kind != DISTINCT:
        yield f"additive 只和 {DISTINCT} 一起写：别的表各列都能相加"
    if not set(rows.additive) <= {each.field for each in tabulation.axes}:
        yield "additive 里只能写本表的维度"
    if rows.kind == DISTINCT and tabulation.rounded is not None:
        yield f"约数表不能写 {DISTINCT}：两个半年相加不是全年，各街道相加也不一定是全区，约数就查不了"


def _measure_faults(tabulation: Tabulation, categories: frozenset[str]) -> Iterator[Fault]:
    measures = {measure.code: measure for measure in tabulation.measures}
    holders = Counter(measure.part_of for measure in measures.values() if measure.part_of)
    for index, measure in enumerate(tabulation.measures):
        trail = (*_BLOCK, "measures", index)
        if measure.code not in categories:
            yield Fault(trail, f"字段 {MEASURE} 的 categories 里没有 {measure.code}")
        for name in (measure.counted_by, measure.part_of):
            if name and (name not in measures or measures[name].counted_by):
                yield Fault(trail, f"{name} 不是本表的户数或人数指标")
        if measure.standards and not measure.counted_by:
            yield Fault(trail, "standards 只写在金额上：一户至少、至多多少元")
        if any(each.least > each.most for each in measure.standards):
            yield Fault(trail, "standards 里 least 不能比 most 大")
        if measure.part_of and holders[measure.code] > 1:
            yield Fault(trail, f"{measure.code} 自己是一部分，又分成 {holders[measure.code]} 个部分；只能再分一个")
