"""Workbooks to fill in, and workbooks of what is there."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.build.pipeline import open_project, read_catalogue
from generator.cli.finishing import finish, silent
from generator.cli.options import AsOf, Root, read_day
from generator.exchange.record_workbooks import records_workbook, template_workbook
from generator.link.hiding import hide_expired
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.problem import has_errors
from generator.model.project import Project

Kind = Annotated[str, typer.Argument(metavar="种类", help="数据集的名称或用途，如 project、offer。")]
Output = Annotated[Path, typer.Option("-o", "--output", metavar="FILE.xlsx", help="写到哪个文件。")]


def template(kind: Kind, output: Output, root: Root = Path(), as_of: AsOf = "") -> None:
    """写一份空白的 Excel 填报表：有下拉选项、每栏说明和示例行。"""
    project, catalogue, dataset = _open(kind, root, as_of)
    _write(output, template_workbook(catalogue, dataset, project.as_of))


def export(kind: Kind, output: Output, root: Root = Path(), as_of: AsOf = "") -> None:
    """把一种数据写成 Excel；改好以后可以再导入。"""
    project, catalogue, dataset = _open(kind, root, as_of)
    records = catalogue.records[dataset.name].values()
    _write(output, records_workbook(catalogue, dataset, records, project.as_of))


def find_kind(catalogue: Catalogue, name: str) -> Dataset:
    """The dataset somebody names; rows inside records come and go with the records."""
    kinds = {key: each for key, each in catalogue.datasets.items() if each.directory.nesting is None}
    name = name if name in kinds else catalogue.named(name)
    if name not in kinds:
        raise typer.BadParameter(f"可以写的有：{'、'.join(kinds)}。", param_hint="种类")
    return kinds[name]


def _open(kind: str, root: Path, as_of: str) -> tuple[Project, Catalogue, Dataset]:
    project, problems = open_project(root, read_day(as_of), None)
    if has_errors(problems):
        finish(problems)
    catalogue = hide_expired(read_catalogue(project, silent).catalogue, project.as_of)
    return project, catalogue, find_kind(catalogue, kind)


def _write(file: Path, content: bytes) -> None:
    if file.suffix.lower() != ".xlsx":
        raise typer.BadParameter("文件名要以 .xlsx 结尾。", param_hint="--output")
    file.write_bytes(content)
    print(f"已写好 {file}。")
