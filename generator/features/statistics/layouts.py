"""Declared tables and their codelists become layouts: the dimensions and measures that rows are read under."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.features.statistics.dimensions import TOTAL, Dimension, build_dimension
from generator.features.statistics.groupings import build_grouping
from generator.features.statistics.periods import level_of, period_at_level, reporting_dimension
from generator.features.statistics.successions import (
    Succession,
    Traced,
    read_successions,
    trace,
    without_old,
)
from generator.features.statistics.tables import Measure, Rounding
from generator.features.statistics.written_periods import read_period
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.facets import record_title
from generator.model.figure_columns import MEASURE
from generator.model.tabulation import DISTINCT, Axis, CountedRows, Measured, Tabulation
from generator.store.digests import Digester

TOTAL_WORDS = frozenset(
    {TOTAL, "合计", "总计", "共计", "总数", "全部", "全市", "小计", "total", "Total", "TOTAL", "all"}
)
"""What people write for the total of a dimension."""


@dataclass(frozen=True)
class CodeAxis:
    """A dimension of codes, and what each is called; `inside` gives codes too fine for it the one they lie in.

    `traced` knows also what the codes were before; `dimension` are those of today alone.
    """

    dimension: Dimension
    titles: Mapping[str, str]
    inside: Mapping[str, str] = field(default_factory=dict)
    before: Traced | None = None

    @property
    def traced(self) -> Traced:
        """Today's codes and those of before."""
        return self.before or Traced(self.dimension)

    @cached_property
    def spellings(self) -> Mapping[str, str]:
        """Codes by everything that may stand for them: the code, a title no other code has, a word for the total."""
        named = list(self.titles.values())
        titles = {title: code for code, title in self.titles.items() if named.count(title) == 1}
        whole = self.dimension.total
        total = dict.fromkeys(TOTAL_WORDS, whole) if whole else {}
        codes = (*self.dimension.codes, *self.traced.titles)
        return {**total, **titles, **dict(zip(codes, codes, strict=True))}


@dataclass(frozen=True, slots=True)
class Layout:
    """How one table is laid out: `columns` in order, each with its codes, or None where it holds periods.

    `titles` are what columns and measures are called; they stand in headers as well.
    """

    name: str
    title: str
    columns: Mapping[str, CodeAxis | None]
    levels_of_time: tuple[str, ...]
    measures: tuple[Measure, ...]
    titles: Mapping[str, str]
    rounding: Rounding | None = None
    rows: CountedRows | None = None
    """What a row of the raw sheet is; None where nobody said."""

    def code(self, column: str, text: str) -> str | None:
        """The code that a cell of a dimension's column stands for; None when there is no such code."""
        axis = self.columns[column]
        if axis is not None:
            return axis.spellings.get(text)
        code = read_period(text)
        return code if code and (not self.levels_of_time or level_of(code) in self.levels_of_time) else None

    def code_around(self, column: str, text: str) -> str | None:
        """As `code`, but a finer place or a shorter period counts for the one of this table that holds it."""
        axis = self.columns[column]
        if axis is not None:
            return axis.spellings.get(text) or axis.inside.get(text)
        code = read_period(text)
        return period_at_level(code, self.levels_of_time) if code and self.levels_of_time else code

    def code_within(self, column: str, text: str) -> str | None:
        """The finest code that a cell stands for, also one too fine for this table."""
        axis = self.columns[column]
        if axis is None:
            return read_period(text)
        return axis.spellings.get(text) or (text if text in axis.inside else None)

    def dimensions(self, periods: Iterable[str]) -> tuple[Dimension, ...]:
        """The dimensions of a table to be made from rows of these periods, by the codes in force in them, with every
        total they allow."""
        given = tuple(periods)
        time = reporting_dimension(given)
        return tuple(axis.traced.of_periods(axis.dimension, given) if axis else time for axis in self.columns.values())


def find_layouts(catalogue: Catalogue) -> tuple[Layout, ...]:
    """The layouts of all tables that the instance declares and whose codelists it has."""
    return tuple(
        _layout(catalogue, dataset)
        for dataset in catalogue.datasets.values()
        if dataset.directory.tabulation and all(_known(catalogue, axis) for axis in dataset.directory.tabulation.axes)
    )


def layouts_digest(layouts: Iterable[Layout]) -> str:
    """The same for the same layouts in whatever process: sets are not written in the order in which they lie there."""
    return Digester().digest(tuple(layouts))


def _known(catalogue: Catalogue, axis: Axis) -> bool:
    groupings = (each.codes in catalogue.records for each in axis.also)
    return axis.codes is None or (bool(catalogue.records.get(axis.codes)) and all(groupings))


def _layout(catalogue: Catalogue, dataset: Dataset) -> Layout:
    tabulation = dataset.directory.tabulation
    if tabulation is None:
        raise ValueError(f"{dataset.name} declares no table")
    labels = {category.value: category.label for category in dataset.columns[MEASURE].categories}
    successions = read_successions(catalogue)
    columns = {axis.field: _code_axis(catalogue, dataset, axis, successions) for axis in tabulation.axes}
    return Layout(
        name=dataset.name,
        title=dataset.title,
        columns=columns,
        levels_of_time=tuple(level for axis in tabulation.axes if axis.codes is None for level in axis.levels),
        measures=tuple(_measure(each, labels, _overlaps(tabulation, each)) for each in tabulation.measures),
        titles={name: field.title for name, field in dataset.columns.items()} | labels,
        rounding=_rounding(catalogue, tabulation, columns),
        rows=tabulation.rows,
    )


def _rounding(catalogue: Catalogue, tabulation: Tabulation, columns: Mapping[str, CodeAxis | None]) -> Rounding | None:
    rounded = tabulation.rounded
    if rounded is None:
        return None
    codes = next(each.codes for each in tabulation.axes if each.field == rounded.field) or ""
    hierarchy = catalogue.datasets[codes].directory.hierarchy
    level = frozenset(
        key
        for key, each in catalogue.records[codes].items()
        if hierarchy and each.values[hierarchy[1]] == rounded.level
    )
    axis = columns[rounded.field]
    traced = axis.traced if axis else None
    if traced is None or not traced.spans:
        return Rounding(rounded.field, level, rounded.base, rounded.never, {}, rounded.drawn_as)
    spans = {code: span for code, span in traced.spans.items() if _is_at(code, traced, level)}
    return Rounding(rounded.field, level | spans.keys(), rounded.base, rounded.never, spans, rounded.drawn_as)


def _is_at(code: str, traced: Traced, level: Collection[str]) -> bool:
    """Whether a code of another time is of a level: it is, or has become, or was made from, codes of that level."""
    related = {code, *traced.dimension.path(code)}
    related |= {below for each in traced.dimension.hierarchies for below in each.children.get(code, ())}
    return not related.isdisjoint(level)


def _overlaps(tabulation: Tabulation, measured: Measured) -> frozenset[str]:
    """The columns of which a household may be counted under several codes; money is added up all the same."""
    rows = tabulation.rows
    if rows is None or rows.kind != DISTINCT or measured.counted_by:
        return frozenset()
    return frozenset(axis.field for axis in tabulation.axes) - frozenset(rows.additive)


def _measure(measured: Measured, labels: Mapping[str, str], overlaps: frozenset[str]) -> Measure:
    return Measure(
        measured.code,
        labels[measured.code],
        measured.unit,
        measured.counted_by,
        measured.part_of,
        measured.standards,
        overlaps,
    )


def _code_axis(
    catalogue: Catalogue, dataset: Dataset, axis: Axis, successions: tuple[Succession, ...]
) -> CodeAxis | None:
    if axis.codes is None:
        return None
    listed = dict(_parents(catalogue, axis))
    parents = without_old(listed, axis.field, successions)
    roots = [code for code, above in parents.items() if above is None]
    total = axis.total if axis.total else (roots[0] if len(roots) == 1 else TOTAL)
    if total not in parents:
        parents = {total: None} | {code: above or total for code, above in parents.items()}
    titles = {
        key: record_title(catalogue, each) for key, each in catalogue.records[axis.codes].items() if key in parents
    }
    title = dataset.columns[axis.field].title
    main = build_dimension(axis.field, title, parents, total)
    beside = tuple(build_grouping(catalogue, main, grouping) for grouping in axis.also)
    for grouping in axis.also:
        titles |= {key: record_title(catalogue, each) for key, each in catalogue.records[grouping.codes].items()}
    today = build_dimension(axis.field, title, parents, total, beside=beside)
    inside = dict(_inside(catalogue, axis, parents))
    for each in successions:
        if each.old and each.old not in parents and each.new in inside:
            inside[each.old] = _holder_before(each, inside, parents)
    traced = trace(today, listed, successions)
    return CodeAxis(
        today,
        {total: "合计", **dict(_old_titles(catalogue, axis, traced)), **titles},
        inside,
        traced if traced.spans else None,
    )


def _holder_before(each: Succession, inside: Mapping[str, str], parents: Mapping[str, str | None]) -> str:
    """The code that an old one too fine for a table lay in: it may have moved to another with its succession."""
    if each.old_above in parents:
        return each.old_above
    return inside.get(each.old_above) or inside.get(each.old) or inside[each.new]


def _old_titles(catalogue: Catalogue, axis: Axis, traced: Traced) -> Iterator[tuple[str, str]]:
    """What old codes were called: as declared, as the codelist still says, or as they are."""
    listed = catalogue.records[axis.codes or ""]
    for code, name in traced.titles.items():
        yield code, name or (record_title(catalogue, listed[code]) if code in listed else code)


def _inside(catalogue: Catalogue, axis: Axis, wanted: Collection[str]) -> Iterator[tuple[str, str]]:
    for key, record in catalogue.records[axis.codes or ""].items():
        if key not in wanted:
            yield from ((key, each.key) for each in catalogue.ancestors(record)[:1] if each.key in wanted)


def _parents(catalogue: Catalogue, axis: Axis) -> Iterator[tuple[str, str | None]]:
    """Each code of the wanted levels with the nearest one above it that is wanted as well."""
    dataset = catalogue.datasets[axis.codes or ""]
    hierarchy = dataset.directory.hierarchy
    for key, record in catalogue.records[dataset.name].items():
        if axis.only and key not in axis.only:
            continue
        if hierarchy is None:
            yield key, None
        elif not axis.levels or record.values[hierarchy[1]] in axis.levels:
            above = (
                each.key
                for each in catalogue.ancestors(record)
                if not axis.levels or each.values[hierarchy[1]] in axis.levels
            )
            yield key, next(above, None)


def all_codes(layouts: Iterable[Layout]) -> Mapping[str, CodeAxis]:
    """The fullest codelist of each column, over all tables."""
    fullest: dict[str, CodeAxis] = {}
    for layout in layouts:
        for column, axis in layout.columns.items():
            known = fullest.get(column)
            if axis and (known is None or len(axis.titles) > len(known.titles)):
                fullest[column] = axis
    return fullest
