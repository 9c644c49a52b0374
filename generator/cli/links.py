"""Follow the links that lead out of the site."""

from __future__ import annotations

from pathlib import Path

from generator.build.pipeline import open_project
from generator.cli.exit_codes import finish, progress
from generator.cli.options import Root, read_day
from generator.model.problem import has_errors
from generator.verbs.links import follow_outside_links
from generator.verbs.links_report import outside_links_report


def links(root: Root = Path()) -> None:
    """逐个访问数据和文章里的外部网址，列出打不开的和搬了家的；只提醒，不算错误。"""
    project, problems = open_project(root, read_day(""), None)
    if has_errors(problems):
        finish(problems)
    print(outside_links_report(follow_outside_links(project, progress())))
