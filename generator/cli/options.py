"""The options that several verbs share, and what they mean as values."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Annotated

import typer

from generator.check.reports import ReportFormat

Root = Annotated[Path, typer.Option("--root", metavar="DIR", help="站点文件夹（里面有 mkdocs.yml、data、content）。")]
AsOf = Annotated[str, typer.Option("--as-of", metavar="日期", help="按哪一天计算，如 2026-01-31；默认是北京时间今天。")]
Format = Annotated[ReportFormat, typer.Option("--format", help="结果的格式。")]


def read_day(text: str) -> date:
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
