"""Check, then build the site."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.build.pipeline import Way, build_site, open_project
from generator.build.shares import Share
from generator.cli.build_stages import BuildStages
from generator.cli.cluster_options import Keys, OpenCluster, Workers, cluster, read_reach
from generator.cli.exit_codes import finish, progress
from generator.cli.options import AsOf, Base, Root, read_day
from generator.model.problem import has_errors
from generator.store.reasons import explain

_MOST_PARTS = 256


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
    part: Annotated[
        str,
        typer.Option("--part", metavar="3/8", help="只画八份里的第三份，写成 --parts 里的一个文件，不生成网站。"),
    ] = "",
    join: Annotated[bool, typer.Option("--join", help="把 --parts 里的各份拼成网站。")] = False,
    parts: Annotated[
        Path | None, typer.Option("--parts", metavar="DIR", help="各份放在哪个文件夹；要在站点文件夹外面。")
    ] = None,
) -> None:
    """检查通过后生成网站；有错误时什么也不改，原来的网站照旧。"""
    share = _read_share(part) if part else None
    if (share is not None or join) != (parts is not None) or (share and join):
        raise typer.BadParameter("--part 或 --join 和 --parts 一起写。", param_hint="--parts")
    reach = read_reach(workers, keys, is_open_allowed=open_cluster)
    project, problems = open_project(root, read_day(as_of), output, base)
    stages = BuildStages(progress())
    if not has_errors(problems):
        with cluster(reach) as hands:
            way = Way(workers=hands, share=share, parts=parts)
            problems = (*problems, *build_site(project, stages.say, way))
    if metrics:
        print(stages.table())
    if why:
        print("\n".join(explain(project.cache, why)))
    finish(problems)


def _read_share(text: str) -> Share:
    number, slash, count = text.partition("/")
    if slash and number.isascii() and number.isdigit() and count.isascii() and count.isdigit():
        share = Share(int(number), int(count))
        if 1 <= share.number <= share.total <= _MOST_PARTS:
            return share
    raise typer.BadParameter(f"要写成 3/8 这样，最多 {_MOST_PARTS} 份。", param_hint="--part")
