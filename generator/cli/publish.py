"""Publish on this machine: into a folder that a web server shows."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.build.pipeline import open_project
from generator.cli.exit_codes import finish, progress
from generator.cli.options import AsOf, Base, Root, read_day
from generator.model.problem import has_errors
from generator.verbs.publish import publish_release

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="发布目录；网站服务器指向其中的 current。")]


def publish(
    folder: Folder,
    root: Root = Path(),
    as_of: AsOf = "",
    base: Base = "",
    key: Annotated[
        Path | None, typer.Option("--sign-with", metavar="FILE", help="用这把 SSH 私钥给压缩包签名。")
    ] = None,
) -> None:
    """检查、生成、查链接、打包，全部通过后一步切换；任何一步不成，网站仍是原来的一版。"""
    project, problems = open_project(root, read_day(as_of), None, base)
    if not has_errors(problems):
        problems = (*problems, *publish_release(project, folder, key, progress()))
    finish(problems)
