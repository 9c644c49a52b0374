"""Tell reviewers below their pull request what was found."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.finishing import finish
from generator.exchange.forge import Forge, post_comment
from generator.features.changes.review_documents import read_review
from generator.features.changes.review_summary import review_summary
from generator.model.problem import Problem


def comment(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="mingshan vet -o 写的文件夹；里面的内容不必可信。")],
    commit: Annotated[str, typer.Option("--commit", metavar="SHA", help="写在最新提交是它的拉取请求下面。")],
    details: Annotated[str, typer.Option("--details", metavar="URL", help="完整报告和预览在哪里。")] = "",
) -> None:
    """把检查结果写成拉取请求下面的一条评论；代码库和令牌由 GITHUB_* 环境变量给出。"""
    file = folder / "review.json"
    if not file.is_file():
        raise typer.BadParameter("这个文件夹里没有 review.json。", param_hint="DIR")
    found = read_review(file.read_bytes())
    if isinstance(found, Problem):
        finish((found,))
        return
    places = (os.environ.get(f"GITHUB_{name}", "") for name in ("API_URL", "REPOSITORY", "TOKEN"))
    more = f"\n预览和逐行标出的报告：<{details}>\n" if details else ""
    finish(post_comment(Forge(*places), commit, review_summary(found) + more))
