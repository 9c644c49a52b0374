"""Publish on this machine: into a folder that a web server shows."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.build.pipeline import Way, open_project
from generator.cli.cluster_options import Keys, OpenCluster, Workers, cluster, read_reach
from generator.cli.exit_codes import finish, progress
from generator.cli.options import AsOf, Base, Root, read_day
from generator.model.problem import has_errors
from generator.verbs.publish import publish_release
from generator.verbs.send import Target, publish_into

Folder = Annotated[
    Path | None, typer.Argument(metavar="DIR", help="发布目录；网站服务器指向其中的 current。只送存储桶的不写。")
]


def publish(
    folder: Folder = None,
    root: Root = Path(),
    as_of: AsOf = "",
    base: Base = "",
    key: Annotated[
        Path | None, typer.Option("--sign-with", metavar="FILE", help="用这把 SSH 私钥给压缩包签名。")
    ] = None,
    into: Annotated[
        str,
        typer.Option(
            "--into", metavar="s3://BUCKET", help="送到存储桶（S3 接口）或另一个目录，只送有变化的，最后才换。"
        ),
    ] = "",
    workers: Workers = "",
    keys: Keys = None,
    open_cluster: OpenCluster = False,
) -> None:
    """检查、生成、查链接、打包，全部通过后一步切换；任何一步不成，网站仍是原来的一版。"""
    if folder is None and not into:
        raise typer.BadParameter("写上发布目录，或者 --into。", param_hint="DIR")
    reach = read_reach(workers, keys, is_open_allowed=open_cluster)
    project, problems = open_project(root, read_day(as_of), None, base)
    if not has_errors(problems):
        with cluster(reach) as hands:
            way, say = Way(workers=hands), progress()
            if into:
                problems = (*problems, *publish_into(project, Target(into, folder, key), say, way))
            elif folder:
                problems = (*problems, *publish_release(project, folder, key, say, way))
    finish(problems)
