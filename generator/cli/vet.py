"""Check a proposed change as its reviewers need it, and tell them where they look."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from generator.build.pipeline import open_project
from generator.check.reports import ReportFormat, render_in_order
from generator.cli.finishing import PROBLEMS, finish, silent
from generator.cli.options import AsOf, Format, Root, read_day
from generator.exchange.forge import Forge, post_comment
from generator.features.changes.reports import ChangesFormat, render_changes
from generator.features.changes.review_documents import read_review, write_review
from generator.features.changes.review_page import review_page
from generator.features.changes.review_summary import review_summary
from generator.model.addresses import explained_at
from generator.model.problem import Problem, has_errors
from generator.publish.mirror import write_changed
from generator.render.templates import template_environment
from generator.verbs.vet import review_change


def vet(
    base: Annotated[str, typer.Argument(metavar="BASE", help="这次修改从哪个版本做起：提交号、分支名或标签。")],
    root: Root = Path(),
    as_of: AsOf = "",
    report: Format = ReportFormat.TEXT,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="DIR", help="把摘要、报告和数据写到这个文件夹。")
    ] = None,
) -> None:
    """检查一次修改：对公众有什么变化，要改正哪些地方，先说改动了的文件。"""
    project, problems = open_project(root, read_day(as_of), None)
    if has_errors(problems):
        finish(problems)
    reviewed = review_change(project, base, silent)
    if isinstance(reviewed, Problem):
        finish((reviewed,))
        return
    found, rows = reviewed
    if output is not None:
        # Ours alone: a change that brings templates must not draw what is said of it.
        templates = template_environment((project.theme / "templates",))
        write_changed(output / "summary.md", review_summary(found))
        write_changed(output / "review.json", write_review(found))
        write_changed(output / "report.html", review_page(templates, found, rows, project.settings))
    if report is ReportFormat.TEXT and found.groups:
        print(render_changes(found.groups, ChangesFormat.TEXT))
    print(render_in_order(found.problems, report, explained_at(project.settings.site_url)))
    if has_errors(found.problems):
        raise typer.Exit(PROBLEMS)


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
