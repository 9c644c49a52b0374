"""Write an empty workbook to fill in."""

from __future__ import annotations

from pathlib import Path

from generator.cli.kinds import Kind, Output, open_kind, write_workbook
from generator.cli.options import AsOf, Root
from generator.exchange.fillable_workbooks import template_workbook


def template(kind: Kind, output: Output, root: Root = Path(), as_of: AsOf = "") -> None:
    """写一份空白的 Excel 填报表：有下拉选项、每栏说明和示例行。"""
    project, catalogue, dataset = open_kind(kind, root, as_of)
    write_workbook(output, template_workbook(catalogue, dataset, project.as_of))
