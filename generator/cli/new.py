"""Begin a new record of any kind."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.build.pipeline import check_project, open_project
from generator.cli.exit_codes import finish, silent
from generator.cli.options import AsOf, Root, read_day
from generator.model.problem import Problem, has_errors
from generator.verbs.new import begin_record, find_kind

Given = Annotated[list[str] | None, typer.Option("--set", metavar="字段=内容", help="先填上的内容，可以写几个。")]


def new(
    kind: Annotated[
        str, typer.Argument(metavar="种类", help="如 case、project、organization、offer；也可以写中文名称。")
    ],
    key: Annotated[str, typer.Argument(metavar="编号", help="新记录的编号，用在文件名和网址里。")],
    root: Root = Path(),
    as_of: AsOf = "",
    given: Given = None,
) -> None:
    """新建一条记录：案例、项目、组织、征集、活动……照里面的提示填写。"""
    project, problems = open_project(root, read_day(as_of), None)
    if has_errors(problems):
        finish(problems)
    catalogue = check_project(project, silent).catalogue
    dataset = find_kind(catalogue, kind)
    made = dataset if isinstance(dataset, Problem) else begin_record(project, catalogue, dataset, key, _pairs(given))
    if isinstance(made, Problem):
        finish((made,))
        return
    if made.file is None:
        print(f"把下面这一段贴到所属记录的文件里：\n\n{made.text}", end="")
    else:
        print(f"{'已加一行' if made.added else '已建好'}：{made.file}\n接下来：照提示填写，再运行 mingshan check。")


def _pairs(given: list[str] | None) -> dict[str, str]:
    pairs = [each.partition("=") for each in given or ()]
    if any(not mark for _, mark, _ in pairs):
        raise typer.BadParameter("写成 字段=内容，如 --set year=2026。", param_hint="--set")
    return {name.strip(): value.strip() for name, _, value in pairs}
