"""The options that several verbs share, and what they mean as values."""

from __future__ import annotations

import os
import time
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Annotated

import typer

from generator.check.problem_reports import ReportFormat

Root = Annotated[Path, typer.Option("--root", metavar="DIR", help="站点文件夹（里面有 mkdocs.yml、data、content）。")]
AsOf = Annotated[str, typer.Option("--as-of", metavar="日期", help="按哪一天计算，如 2026-01-31；默认是北京时间今天。")]
Base = Annotated[
    str,
    typer.Option(
        "--base",
        metavar="REV",
        envvar="MINGSHAN_BASE",
        help="按哪个版本的 trusted.yaml 放宽设置；默认是主分支，所以请求放宽不了对它自己的要求。",
    ),
]
Format = Annotated[ReportFormat, typer.Option("--format", help="结果的格式。")]


_EPOCH = "SOURCE_DATE_EPOCH"
_FIRST, LAST = date(2000, 1, 1), date(2099, 12, 31)
"""A day outside is a slip of the hand."""
_SHANGHAI = timezone(timedelta(hours=8))


def read_day(text: str) -> date:
    """The day everything is computed for: the option, else SOURCE_DATE_EPOCH, else today in Shanghai."""
    epoch = os.environ.get(_EPOCH, "")
    try:
        moment = int(epoch) if epoch else time.time()
        day = date.fromisoformat(text) if text else datetime.fromtimestamp(moment, _SHANGHAI).date()
    except (ValueError, OverflowError, OSError):
        day = date.min
    if _FIRST <= day <= LAST:
        return day
    if text:
        raise typer.BadParameter("日期要写成 2026-01-31 这样。", param_hint="--as-of")
    if epoch:
        raise typer.BadParameter("应当是从 1970 年起的秒数。", param_hint=_EPOCH)
    wanted = f"这台电脑的时钟是 {day.year} 年，不对。校准时钟，或者用 --as-of 写明日期。"
    raise typer.BadParameter(wanted, param_hint="--as-of")
