"""Write a workbook of what is there."""

from __future__ import annotations

from pathlib import Path

from generator.cli.kinds import Kind, Output, open_kind, write_workbook
from generator.cli.options import AsOf, Root
from generator.exchange.fillable_workbooks import records_workbook


def export(kind: Kind, output: Output, root: Root = Path(), as_of: AsOf = "") -> None:
    """把一种数据写成 Excel；改好以后可以再导入。"""
    project, catalogue, dataset = open_kind(kind, root, as_of)
    records = catalogue.records[dataset.name].values()
    write_workbook(output, records_workbook(catalogue, dataset, records, project.as_of))
