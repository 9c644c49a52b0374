"""The kind of records somebody names, to the dataset it is, and a workbook to its file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.exit_codes import finish, silent
from generator.cli.options import read_day
from generator.link.expired_consents import hide_expired
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.problem import has_errors
from generator.model.project import Project
from generator.publish.manifest import replace_file

Kind = Annotated[str, typer.Argument(metavar="种类", help="数据集的名称或用途，如 project、offer。")]
Output = Annotated[Path, typer.Option("-o", "--output", metavar="FILE.xlsx", help="写到哪个文件。")]


def find_kind(catalogue: Catalogue, name: str) -> Dataset:
    """The dataset somebody names; rows inside records come and go with the records."""
    kinds = {key: each for key, each in catalogue.datasets.items() if each.directory.nesting is None}
    name = name if name in kinds else catalogue.named(name)
    if name not in kinds:
        raise typer.BadParameter(f"可以写的有：{'、'.join(kinds)}。", param_hint="种类")
    return kinds[name]


def open_kind(kind: str, root: Path, as_of: str) -> tuple[Project, Catalogue, Dataset]:
    """The project, what of it may be shown, and the dataset of a kind."""
    from generator.build.pipeline import open_project, read_catalogue  # the help of a verb needs none of it

    project, problems = open_project(root, read_day(as_of), None)
    if has_errors(problems):
        finish(problems)
    catalogue = hide_expired(read_catalogue(project, silent).catalogue, project.as_of)
    return project, catalogue, find_kind(catalogue, kind)


def write_workbook(file: Path, content: bytes) -> None:
    """Put a workbook where it is wanted."""
    if file.suffix.lower() != ".xlsx":
        raise typer.BadParameter("文件名要以 .xlsx 结尾。", param_hint="--output")
    replace_file(file, content)
    print(f"已写好 {file}。")
