"""Layouts for tests: two districts and a few townships, three kinds of help."""

from __future__ import annotations

from dataclasses import replace

from generator.features.statistics.dimensions import build_dimension, flat_dimension
from generator.features.statistics.layouts import CodeAxis, Layout
from generator.features.statistics.tables import Measure
from generator.model.grid import Grid, GridRow
from generator.model.tabulation import CountedRows

PLACES = {"12": None, "1201": "12", "1202": "12"}
TITLES = {"12": "市", "1201": "甲区", "1202": "乙区"}
DIVISION = CodeAxis(build_dimension("division", "地区", PLACES, "12"), TITLES, {"120101": "1201"})
HELP = CodeAxis(flat_dimension("category", "类别", ("medical", "care")), {"medical": "医疗", "care": "照料"})
ASKED, HELPED = Measure("asked", "提出求助", "户"), Measure("helped", "获得帮扶", "户", part_of="asked")
YUAN = Measure("yuan", "帮扶金额", "元", counted_by="helped")
COLUMN_TITLES = {"period": "期间", "division": "地区", "category": "类别", "measure": "指标", "value": "数值"}
LAYOUT = Layout(
    name="aid",
    title="帮扶情况",
    columns={"period": None, "division": DIVISION, "category": HELP},
    levels_of_time=("half-year", "year"),
    measures=(ASKED, HELPED, YUAN),
    titles=COLUMN_TITLES | {each.name: each.title for each in (ASKED, HELPED, YUAN)},
    rows=CountedRows("once"),
)
VISITS = replace(LAYOUT, rows=CountedRows("visits", ("household", "户编号")))


def sheet(*lines: str, file: str = "t.csv") -> Grid:
    """A grid from lines of CSV; the first is the header."""
    rows = [tuple(cell.strip() for cell in line.split(",")) for line in lines]
    return Grid(file, rows[0], tuple(GridRow(at, at, cells) for at, cells in enumerate(rows[1:], start=2)))
