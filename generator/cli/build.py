"""Check, then build the site."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.build.pipeline import build_site, open_project
from generator.cli.exit_codes import finish, progress
from generator.cli.options import AsOf, Base, Root, read_day
from generator.model.problem import has_errors


def build(
    root: Root = Path(),
    as_of: AsOf = "",
    base: Base = "",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="DIR", help="网站写到哪里；默认 site。")
    ] = None,
) -> None:
    """检查通过后生成网站；有错误时什么也不改，原来的网站照旧。"""
    project, problems = open_project(root, read_day(as_of), output, base)
    if not has_errors(problems):
        problems = (*problems, *build_site(project, progress()))
    finish(problems)
