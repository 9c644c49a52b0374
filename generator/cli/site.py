"""Check, build, preview and begin a site."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from threading import Event
from typing import Annotated

import typer

from generator import __version__
from generator.base.house import house_folder
from generator.build.pipeline import build_site, find_problems, open_project, serve_site
from generator.check.reports import ReportFormat, render_report
from generator.cli.finishing import CLEAN, PROBLEMS, finish, progress, silent
from generator.cli.options import AsOf, Format, Root, read_day
from generator.exchange.starting import create_project
from generator.model.addresses import explained_at
from generator.model.problem import Problem, has_errors

INTERRUPTED = 128 + signal.SIGINT
"""What a shell expects of a program that Ctrl-C ended at once."""


def check(root: Root = Path(), as_of: AsOf = "", report: Format = ReportFormat.TEXT) -> None:
    """检查全部数据和文章，列出每一处问题和改法。"""
    project, problems = open_project(root, read_day(as_of), None)
    if not has_errors(problems):
        problems = (*problems, *find_problems(project, silent))
    print(render_report(problems, report, explained_at(project.settings.site_url)))
    raise typer.Exit(PROBLEMS if has_errors(problems) else CLEAN)


def build(
    root: Root = Path(),
    as_of: AsOf = "",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="DIR", help="网站写到哪里；默认 site。")
    ] = None,
) -> None:
    """检查通过后生成网站；有错误时什么也不改，原来的网站照旧。"""
    project, problems = open_project(root, read_day(as_of), output)
    if not has_errors(problems):
        problems = (*problems, *build_site(project, progress()))
    finish(problems)


def serve(
    root: Root = Path(),
    as_of: AsOf = "",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="本机端口。")] = 8000,
) -> None:
    """在本机预览网站；保存文件后页面自动刷新。按 Ctrl-C 结束。"""
    project, problems = open_project(root, read_day(as_of), None)
    stop = Event()
    before = signal.signal(signal.SIGINT, lambda *_: _end(stop))
    try:
        if not has_errors(problems):
            problems = (*problems, *serve_site(project, port, _announce, progress(), stop))
    finally:
        signal.signal(signal.SIGINT, before)
    finish(problems)


def init(folder: Annotated[Path, typer.Argument(metavar="DIR", help="新站点的文件夹，须为空或不存在。")]) -> None:
    """新建一个可以马上生成的小站点。"""
    finish(create_project(house_folder(), folder))
    print(f"已建好。接下来：mingshan build --root {folder}")


def version() -> None:
    """显示版本号。"""
    print(__version__)


def _end(stop: Event) -> None:
    """A build that is writing the site ends first, lest the site be half new; whoever cannot wait asks twice."""
    if stop.is_set():
        os._exit(INTERRUPTED)
    stop.set()
    os.write(sys.stderr.fileno(), "正在结束，等这次生成写完；再按一次 Ctrl-C 立即结束。\n".encode())


def _announce(address: str, problems: tuple[Problem, ...]) -> None:
    if problems:
        print(render_report(problems, ReportFormat.TEXT))
    print(f"预览地址：{address}  （按 Ctrl-C 结束）", file=sys.stderr)
