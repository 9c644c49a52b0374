"""Tell reviewers below their pull request what was found."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.exit_codes import finish
from generator.exchange.forge import Forge
from generator.model.problem import Problem
from generator.verbs.comment import announce_review, comment_review


def comment(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="mingshan vet -o 写的文件夹；里面的内容不必可信。")],
    commit: Annotated[str, typer.Option("--commit", metavar="SHA", help="写在最新提交是它的拉取请求下面。")],
    details: Annotated[str, typer.Option("--details", metavar="URL", help="完整报告和预览在哪里。")] = "",
    site: Annotated[
        str, typer.Option("--folder", metavar="DIR", help="站点在代码库的哪个文件夹；不写就是最上层。")
    ] = "",
    is_waiting: Annotated[bool, typer.Option("--waiting", help="还没有结果：先写明以前的结果不算数。")] = False,
) -> None:
    """把检查结果写成拉取请求下面的一条评论；改了哪些文件，再问代码库一遍。代码库和令牌由 GITHUB_* 环境变量给出。"""
    forge = Forge(*(os.environ.get(f"GITHUB_{name}", "") for name in ("API_URL", "REPOSITORY", "TOKEN")))
    if is_waiting:
        finish(announce_review(forge, commit))
        return
    try:
        document = (folder / "review.json").read_bytes()
    except OSError:
        document = b""
    problems: tuple[Problem, ...] = comment_review(forge, document, commit, details, site.strip("/"))
    finish(problems)
