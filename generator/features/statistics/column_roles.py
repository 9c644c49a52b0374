"""The header of a sheet becomes roles: which column holds which dimension, measure, value or mark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.features.statistics.layouts import Layout
from generator.model.figure_columns import CONF_STATUS, MEASURE, OBS_STATUS, VALUE
from generator.model.grids import plain_header

STATISTICS_WORDS: Mapping[str, tuple[str, ...]] = {
    MEASURE: (MEASURE, "指标", "指标名称", "indicator"),
    VALUE: (VALUE, "数值", "值", "数量", "obs_value", "OBS_VALUE"),
    OBS_STATUS: (OBS_STATUS, "观测状态", "状态", "数据状态", "OBS_STATUS"),
    CONF_STATUS: (CONF_STATUS, "保密状态", "CONF_STATUS"),
}
"""What the fixed columns are called in tables of all origins."""
_LARGEST = (("_largest", "最大一笔"), ("_second", "第二大一笔"))
"""Endings of the columns that tell the two largest single amounts in a figure of raw money."""
_PROVIDER = ("provider", "帮扶机构", "帮扶主体", "救助机构")
"""What the column is called that tells who helped: for the bureau's screen and the rules, written nowhere."""
DIFFERENT_HOUSEHOLDS = ("_households", "不同户数")
"""Endings of the columns that tell how many different households are behind a count of visits."""


@dataclass(frozen=True, slots=True)
class ColumnRoles:
    """Positions of columns. A tidy sheet has `fixed[value]`; a wide one has a column for each of `measures`."""

    dimensions: Mapping[str, int]
    fixed: Mapping[str, int]
    measures: Mapping[str, int]
    contributions: Mapping[str, tuple[int, ...]]
    """Of money: the columns of the largest single amount and, if there is one, the second."""
    households: Mapping[str, int]
    """Of counts of a sheet already added up: how many different households are behind each."""
    household: int | None
    """The column that tells one household from another."""
    provider: int | None = None
    """The column that tells who helped."""

    @property
    def is_tidy(self) -> bool:
        """Whether each row holds one figure."""
        return VALUE in self.fixed


def assign_roles(header: tuple[str, ...], layout: Layout) -> ColumnRoles:
    """The roles as far as the header tells them; headers may be names or titles, with a unit behind."""
    places = {plain_header(text): at for at, text in reversed(list(enumerate(header)))}

    def find(*spellings: str) -> int | None:
        return next((places[plain_header(each)] for each in spellings if plain_header(each) in places), None)

    def found(wanted: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
        return {name: at for name, spellings in wanted.items() if (at := find(*spellings)) is not None}

    titles = layout.titles
    measures = {each.name: (each.name, each.title, f"{each.title}{each.unit}数") for each in layout.measures}
    largest = {
        each.name: tuple(at for end, word in _LARGEST if (at := find(each.name + end, each.title + word)) is not None)
        for each in layout.measures
        if not each.is_count and find(each.name + _LARGEST[0][0], each.title + _LARGEST[0][1]) is not None
    }
    fixed = found({name: (*words, titles.get(name, name)) for name, words in STATISTICS_WORDS.items()})
    dimensions = found({column: (column, titles.get(column, column)) for column in layout.columns})
    counts = (each for each in layout.measures if each.is_count)
    households = found(
        {each.name: (each.name + DIFFERENT_HOUSEHOLDS[0], each.title + DIFFERENT_HOUSEHOLDS[1]) for each in counts}
    )
    household = find(*layout.rows.household_key) if layout.rows else None
    measured = {} if VALUE in fixed else found(measures)
    provider = None if set(_PROVIDER) & {*layout.columns, *titles.values()} else find(*_PROVIDER)
    return ColumnRoles(dimensions, fixed, measured, largest, households, household, provider)


def find_repeated(header: tuple[str, ...], layout: Layout) -> Iterator[int]:
    """Columns that say the same as one before them: which of the two holds is anybody's guess."""
    titles = layout.titles
    spellings = [
        *((name, title, f"{title}{unit}数") for name, title, unit in _measure_words(layout)),
        *((*words, titles.get(name, name)) for name, words in STATISTICS_WORDS.items()),
        *((column, titles.get(column, column)) for column in layout.columns),
        *(
            (each.name + end, each.title + word)
            for each in layout.measures
            for end, word in ((DIFFERENT_HOUSEHOLDS,) if each.is_count else _LARGEST)
        ),
    ]
    roles = {plain_header(each): at for at, words in enumerate(spellings) for each in words}
    seen: set[int] = set()
    for at, text in enumerate(header):
        role = roles.get(plain_header(text))
        if role in seen:
            yield at
        if role is not None:
            seen.add(role)


def _measure_words(layout: Layout) -> Iterator[tuple[str, str, str]]:
    return ((each.name, each.title, each.unit) for each in layout.measures)
