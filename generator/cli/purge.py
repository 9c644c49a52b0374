"""Take a record out of history, releases and archives for good."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.base.git_rewriting import Unwanted
from generator.build.pipeline import open_project
from generator.cli.exit_codes import finish, progress
from generator.cli.options import AsOf, Root, read_day
from generator.model.problem import has_errors
from generator.verbs.purge import purge as purge_project


def purge(
    tombstone: Annotated[str, typer.Argument(metavar="墓碑", help="data/purges/ 里墓碑的编号，写明了批准。")],
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[文件…]", help="从每一次提交里整个删去的文件或文件夹。")
    ] = None,
    root: Root = Path(),
    words: Annotated[
        Path | None, typer.Option("--words", metavar="FILE", help="要抹去的话，一行一句；不写在命令里，免得留在终端。")
    ] = None,
    published: Annotated[
        Path | None, typer.Option("--published", metavar="DIR", help="发布目录；改写以前的各版和压缩包一并删去。")
    ] = None,
    as_of: AsOf = "",
) -> None:
    """从全部历史、以前各版和压缩包里删去，只留墓碑；不能撤销，先备好批准。"""
    project, problems = open_project(root, read_day(as_of), None)
    if not has_errors(problems):
        lines = words.read_text("utf-8").splitlines() if words else []
        unwanted = Unwanted(tuple(paths or ()), tuple(line.strip() for line in lines if line.strip()))
        problems = purge_project(project, tombstone, unwanted, published, progress())
    finish(problems)
