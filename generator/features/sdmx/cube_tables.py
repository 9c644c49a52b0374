"""Declared statistical tables to what SDMX calls their parts: dimensions with code lists, the time, marks, units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.figure_columns import CONF_STATUS, MEASURE, OBS_STATUS, VALUE
from generator.model.project import Settings
from generator.model.tabulation import Axis, Tabulation

TOTAL_CODE = "_T"
SUCCESSION_RELATION = "code_succession"
"""The role of the records that say what codes of before are now."""
SDMX_TIME = "TIME_PERIOD"
FREQUENCY = "FREQ"
FREQUENCIES = {"A": "年", "S": "半年", "M": "月"}
SDMX_UNIT = "UNIT_MEASURE"
_PLAIN = {OBS_STATUS: {"A": "正常", "Q": "不公布"}, CONF_STATUS: {"F": "可以公布", "C": "不公布"}}
"""What the marks mean where a table does not say so itself."""
SDMX_MARKS = {"OBS_STATUS": OBS_STATUS, "CONF_STATUS": CONF_STATUS}
"""Attributes of SDMX with the columns of ours."""


@dataclass(frozen=True, slots=True)
class SdmxTable:
    """One published table; `axes` are its dimensions of codes in order, `time` the column of periods."""

    dataset: Dataset
    tabulation: Tabulation
    axes: tuple[Axis, ...]
    time: str

    @property
    def id(self) -> str:
        """What the table is called in SDMX."""
        return self.dataset.name.upper()

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The ids of all dimensions but that of time, in order."""
        return (FREQUENCY, *(each.field.upper() for each in self.axes), MEASURE.upper())


def sdmx_tables(catalogue: Catalogue, settings: Settings) -> Iterator[SdmxTable]:
    """Every published table whose codes are published too; none while nobody says whose they are."""
    for dataset in catalogue.datasets.values() if settings.sdmx_agency else ():
        tabulation = dataset.directory.tabulation
        if tabulation is None or not dataset.is_published or not catalogue.records[dataset.name]:
            continue
        axes = tuple(each for each in tabulation.axes if each.codes is not None)
        times = [each.field for each in tabulation.axes if each.codes is None]
        if len(times) == 1 and VALUE in dataset.columns and all(_is_known(catalogue, each) for each in axes):
            yield SdmxTable(dataset, tabulation, axes, times[0])


def _is_known(catalogue: Catalogue, axis: Axis) -> bool:
    lists = [catalogue.datasets.get(each) for each in (axis.codes or "", *(other.codes for other in axis.also))]
    return all(each is not None and each.is_published for each in lists)


def mark_labels(table: SdmxTable, column: str) -> Mapping[str, str]:
    """The codes that a column of marks may hold, with what they mean."""
    field = table.dataset.columns.get(column)
    return (field.labels if field else {}) or _PLAIN[column]


def time_period(code: str) -> str:
    """`2026H1` as `2026-S1`; years and months are written alike."""
    return code.replace("H", "-S")


def frequency(code: str) -> str:
    """How long a period is."""
    return "S" if "H" in code else "M" if "-" in code else "A"
