"""Check a proposed change as its reviewers need it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.build.pipeline import open_project
from generator.build.proposed_exposures import read_request
from generator.check.problem_reports import ReportFormat, render_in_order
from generator.cli.exit_codes import PROBLEMS_FOUND, finish, silent
from generator.cli.options import AsOf, Format, Root, read_day
from generator.features.changes.review_documents import write_review
from generator.features.changes.review_headline import review_headline
from generator.features.changes.review_page import review_page
from generator.features.changes.review_summary import review_summary
from generator.features.changes.review_text import review_text
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
    text: Annotated[
        Path | None,
        typer.Option(
            "--text", metavar="FILE", envvar="GITHUB_EVENT_PATH", help="拉取请求的标题和说明，也查有没有个人信息。"
        ),
    ] = None,
) -> None:
    """检查一次修改：对公众有什么变化，要改正哪些地方，先说改动了的文件。"""
    project, problems = open_project(root, read_day(as_of), None, base)
    # Settings that are refused are one more finding: without a result, that of an earlier commit would stand.
    reviewed = review_change(project, base, silent, read_request(text), problems)
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
    if report is ReportFormat.TEXT:
        print(review_text(found))
    elif report is ReportFormat.GITHUB:
        print(review_headline(found))
    print(render_in_order(found.problems, report, explained_at(project.settings.site_url)))
    if has_errors(found.problems):
        raise typer.Exit(PROBLEMS_FOUND)
