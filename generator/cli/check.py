"""Check all data and articles."""

from __future__ import annotations

from pathlib import Path

import typer

from generator.build.pipeline import find_problems, open_project
from generator.check.problem_reports import ReportFormat, render_report
from generator.cli.exit_codes import CLEAN, PROBLEMS_FOUND, silent
from generator.cli.options import AsOf, Base, Format, Root, read_day
from generator.model.addresses import explained_at
from generator.model.problem import has_errors


def check(root: Root = Path(), as_of: AsOf = "", base: Base = "", report: Format = ReportFormat.TEXT) -> None:
    """检查全部数据和文章，列出每一处问题和改法。"""
    project, problems = open_project(root, read_day(as_of), None, base)
    if not has_errors(problems):
        problems = (*problems, *find_problems(project, silent))
    print(render_report(problems, report, explained_at(project.settings.site_url)))
    raise typer.Exit(PROBLEMS_FOUND if has_errors(problems) else CLEAN)
