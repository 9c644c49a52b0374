"""A published table to SDMX-CSV 2.0: each figure a row, a withheld one with an empty value and its marks."""

from __future__ import annotations

from collections.abc import Mapping

from generator.base.csv_writing import data_csv
from generator.features.sdmx.cube_tables import (
    SDMX_MARKS,
    SDMX_TIME,
    SDMX_UNIT,
    SdmxTable,
    frequency,
    sdmx_tables,
    time_period,
)
from generator.features.sdmx.structure_file import structure_version
from generator.model.cells import number_in, text_in
from generator.model.figure_columns import CONF_STATUS, MEASURE, OBS_STATUS, VALUE
from generator.model.page import Download
from generator.model.record import Record
from generator.model.source import Source

_HEAD = ("STRUCTURE", "STRUCTURE_ID", "ACTION")
_INFORM = "I"


def figures_file(source: Source, download: Download) -> str:
    """All rows of one table, in the order of its records."""
    settings = source.settings
    table = next(each for each in sdmx_tables(source.catalogue, settings) if each.dataset.name == download.key)
    units = {each.code: each.unit for each in table.tabulation.measures}
    whose = ("dataflow", f"{settings.sdmx_agency}:{table.id}({structure_version()})", _INFORM)
    header = (*_HEAD, *table.dimensions, SDMX_TIME, "OBS_VALUE", *SDMX_MARKS, SDMX_UNIT)
    records = source.catalogue.records[table.dataset.name].values()
    return data_csv([header, *((*whose, *_row(table, units, each)) for each in records)])


def _row(table: SdmxTable, units: Mapping[str, str], record: Record) -> tuple[object, ...]:
    period, measure, value = text_in(record, table.time), text_in(record, MEASURE), number_in(record, VALUE)
    codes = (text_in(record, each.field) for each in table.axes)
    marks = (_mark(record, column, is_given=value is not None) for column in SDMX_MARKS.values())
    shown = "" if value is None else value
    return (frequency(period), *codes, measure, time_period(period), shown, *marks, units.get(measure, ""))


def _mark(record: Record, column: str, *, is_given: bool) -> str:
    """What the row says; where a table has no such column, what a given or a withheld figure has."""
    plain = {OBS_STATUS: ("Q", "A"), CONF_STATUS: ("C", "F")}[column][is_given]
    return text_in(record, column) or plain
