"""Check, then build the site."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.build.pipeline import build_site, open_project
from generator.cli.build_stages import BuildStages
from generator.cli.cluster_options import Keys, OpenCluster, Workers, cluster, read_reach
from generator.cli.exit_codes import finish, progress
from generator.cli.options import AsOf, Base, Root, read_day
from generator.model.problem import has_errors
from generator.store.reasons import explain


def build(
    root: Root = Path(),
    as_of: AsOf = "",
    base: Base = "",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="DIR", help="网站写到哪里；默认 site。")
    ] = None,
    why: Annotated[
        str,
        typer.Option("--why", metavar="网址", help="说明这一页（如 projects/p2026-001/）读了什么、上次为什么重画。"),
    ] = "",
    metrics: Annotated[bool, typer.Option("--metrics", help="说明各阶段、各模板、各项计算用了多少时间。")] = False,
    workers: Workers = "",
    keys: Keys = None,
    open_cluster: OpenCluster = False,
) -> None:
    """检查通过后生成网站；有错误时什么也不改，原来的网站照旧。"""
    reach = read_reach(workers, keys, is_open_allowed=open_cluster)
    project, problems = open_project(root, read_day(as_of), output, base)
    stages = BuildStages(progress())
    if not has_errors(problems):
        with cluster(reach) as hands:
            problems = (*problems, *build_site(project, stages.say, hands))
    if metrics:
        print(stages.table())
    if why:
        print("\n".join(explain(project.cache, why)))
    finish(problems)
