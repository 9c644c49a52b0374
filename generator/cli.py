"""The verbs; the only place that prints or sets an exit code."""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Annotated

import click
import typer

from generator import __version__
from generator.check.reports import ReportFormat, render_report
from generator.exchange.starting import create_project
from generator.model.problem import Problem, has_errors
from generator.pipeline import build_site, check_project, open_project, serve_site
from generator.read.house import house_folder

CLEAN, PROBLEMS, WRONG_USE, OUR_BUG = 0, 1, 2, 3

app = typer.Typer(
    help="明善：把慈善项目和帮扶资源的数据文件变成可以查询的公开网站。",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Root = Annotated[Path, typer.Option("--root", metavar="DIR", help="站点文件夹（里面有 mkdocs.yml、data、content）。")]
AsOf = Annotated[str, typer.Option("--as-of", metavar="日期", help="按哪一天计算，如 2026-01-31；默认是北京时间今天。")]
Format = Annotated[ReportFormat, typer.Option("--format", help="结果的格式。")]


@app.command()
def check(root: Root = Path(), as_of: AsOf = "", report: Format = ReportFormat.TEXT) -> None:
    """检查全部数据和文章，列出每一处问题和改法。"""
    project, problems = open_project(root, _day(as_of), None)
    if not has_errors(problems):
        problems = (*problems, *check_project(project, _silent).problems)
    print(render_report(problems, report))
    raise typer.Exit(PROBLEMS if has_errors(problems) else CLEAN)


@app.command()
def build(
    root: Root = Path(),
    as_of: AsOf = "",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="DIR", help="网站写到哪里；默认 site。")
    ] = None,
) -> None:
    """检查通过后生成网站；有错误时什么也不改，原来的网站照旧。"""
    project, problems = open_project(root, _day(as_of), output)
    if not has_errors(problems):
        problems = (*problems, *build_site(project, _progress()))
    _finish(problems)


@app.command()
def serve(
    root: Root = Path(),
    as_of: AsOf = "",
    port: Annotated[int, typer.Option("--port", help="本机端口。")] = 8000,
) -> None:
    """在本机预览网站；保存文件后页面自动刷新。按 Ctrl-C 结束。"""
    project, problems = open_project(root, _day(as_of), None)
    if not has_errors(problems):
        problems = (*problems, *serve_site(project, port, _announce, _progress()))
    _finish(problems)


@app.command()
def init(folder: Annotated[Path, typer.Argument(metavar="DIR", help="新站点的文件夹，须为空或不存在。")]) -> None:
    """新建一个可以马上生成的小站点。"""
    _finish(create_project(house_folder(), folder))
    print(f"已建好。接下来：mingshan build --root {folder}")


@app.command()
def version() -> None:
    """显示版本号。"""
    print(__version__)


def _announce(address: str, problems: tuple[Problem, ...]) -> None:
    if problems:
        print(render_report(problems, ReportFormat.TEXT))
    print(f"预览地址：{address}  （按 Ctrl-C 结束）", file=sys.stderr)


def _silent(_what: str) -> None:
    """`check` prints its report and nothing else, so that other programs can read it."""


def _day(text: str) -> date:
    """The day everything is computed for: the option, else SOURCE_DATE_EPOCH, else today in Shanghai."""
    if text:
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise typer.BadParameter("日期要写成 2026-01-31 这样。", param_hint="--as-of") from None
    shanghai = timezone(timedelta(hours=8))
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), shanghai) if epoch.isdigit() else datetime.now(shanghai)
    return moment.date()


def _progress() -> Callable[[str], None]:
    """Make the function that says on standard error what is being done, with the seconds since the start."""
    start = time.monotonic()

    def say(what: str) -> None:
        print(f"[{time.monotonic() - start:6.1f} 秒] {what}", file=sys.stderr, flush=True)

    return say


def _finish(problems: tuple[Problem, ...]) -> None:
    if problems:
        print(render_report(problems, ReportFormat.TEXT))
    if has_errors(problems):
        raise typer.Exit(PROBLEMS)


def _usage_message(error: click.UsageError) -> str:
    """Click's usage errors in plain Chinese, with its own words behind."""
    match error:
        case click.NoSuchOption():
            said = f"没有 {error.option_name} 这个选项"
        case click.MissingParameter():
            said = "少写了一项必须写的内容"
        case click.BadParameter():
            said = "有一项写得不对"
        case _:
            said = "命令写得不对"
    return f"用法不对：{said}。（{error.format_message()}）\n用 mingshan --help 查看用法。"


def main() -> None:
    """Run the command line: 0 clean, 1 problems in data, 2 wrong use, 3 our own bug."""
    try:
        sys.exit(app(standalone_mode=False) or CLEAN)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.UsageError as error:
        print(_usage_message(error), file=sys.stderr)
        sys.exit(WRONG_USE)
    except (KeyboardInterrupt, click.Abort):
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(CLEAN)
    except Exception:  # the one place where our own bug is allowed to surface
        traceback.print_exc()
        print("这是程序自己的毛病，不是数据的问题。请把上面的文字发给维护者。", file=sys.stderr)
        sys.exit(OUR_BUG)
