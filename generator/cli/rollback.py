"""Show an earlier release again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.cli.exit_codes import finish, progress
from generator.cli.options import AsOf, read_day
from generator.verbs.rollback import roll_back

Folder = Annotated[Path, typer.Argument(metavar="DIR", help="发布目录；网站服务器指向其中的 current。")]


def rollback(
    folder: Folder,
    release: Annotated[str, typer.Argument(metavar="[RELEASE]", help="退回哪一版；不写就是前一版。")] = "",
    as_of: AsOf = "",
    until: Annotated[str, typer.Option("--until", metavar="日期", help="到这一天为止都显示这一版的内容。")] = "",
    mended_by: Annotated[str, typer.Option("--mended-by", metavar="提交", help="有了这次提交就照常发布。")] = "",
) -> None:
    """退回以前发布的一版（保留最近三版）并保持；有本人同意已到期的内容的，不退回。"""
    last = read_day(until).isoformat() if until else ""
    finish(roll_back(folder, release or None, read_day(as_of), progress(), last, mended_by))
