"""What changes for the public between two revisions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from generator.build.pipeline import open_project
from generator.check.problem_reports import ReportFormat, render_report
from generator.cli.exit_codes import PROBLEMS_FOUND, finish, silent
from generator.cli.options import Root, read_day
from generator.features.changes.diff_report import ChangesFormat, render_changes
from generator.features.changes.diff_sentences import view_changes
from generator.model.problem import Problem, has_errors
from generator.verbs.diff import compare_revisions


def diff(
    base: Annotated[str, typer.Argument(metavar="BASE", help="和哪个版本比：提交号、分支名或标签。")],
    head: Annotated[str, typer.Argument(metavar="[HEAD]", help="哪个版本；不写就是现在的文件。")] = "",
    root: Root = Path(),
    form: Annotated[ChangesFormat, typer.Option("--format", help="结果的格式。")] = ChangesFormat.TEXT,
) -> None:
    """逐条列出两个版本之间对公众有什么变化；没有变化就什么也不说。"""
    project, problems = open_project(root, read_day(""), None)
    if has_errors(problems):
        finish(problems)
    compared = compare_revisions(project, base, head or None, silent)
    if isinstance(compared, Problem):
        finish((compared,))
        return
    report = render_changes(view_changes(compared.comparison, compared.doubts), form)
    if report:
        print(report)
    if compared.problems:
        print(render_report(compared.problems, ReportFormat.TEXT), file=sys.stderr)
        raise typer.Exit(PROBLEMS_FOUND)
