"""Preview the site."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from threading import Event
from typing import Annotated

import typer

from generator.build.pipeline import open_project, serve_site
from generator.check.problem_reports import ReportFormat, render_report
from generator.cli.exit_codes import INTERRUPTED, finish, progress
from generator.cli.options import AsOf, Base, Root, read_day
from generator.model.problem import Problem, has_errors


def serve(
    root: Root = Path(),
    as_of: AsOf = "",
    base: Base = "",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="本机端口。")] = 8000,
) -> None:
    """在本机预览网站；保存文件后页面自动刷新。按 Ctrl-C 结束。"""
    project, problems = open_project(root, read_day(as_of), None, base)
    stop = Event()
    before = signal.signal(signal.SIGINT, lambda *_: _end(stop))
    try:
        if not has_errors(problems):
            problems = (*problems, *serve_site(project, port, _announce, progress(), stop))
    finally:
        signal.signal(signal.SIGINT, before)
    finish(problems)


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
