"""Attack published statistics as an outsider would."""

from __future__ import annotations

import json
import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from generator.build.pipeline import open_project, read_catalogue
from generator.check.problem_reports import ReportFormat, render_report
from generator.cli.exit_codes import CLEAN, PROBLEMS_FOUND, finish, silent
from generator.cli.options import Root, read_day
from generator.features.statistics.audit.messages import tell_weakness
from generator.features.statistics.audit.weaknesses import weakness_document
from generator.features.statistics.audited_history import HISTORY, Audited, audit_files, audit_project, explain
from generator.features.statistics.labels import make_label
from generator.model.problem import has_errors

FORGE_SAYS = "CI"
"""Forges set it where what runs is logged for all who can read the project."""


class AuditFormat(StrEnum):
    """The forms the result can take."""

    TEXT = "text"
    JSON = "json"


def audit(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE]...", help="要检查的统计表（CSV 或 Excel）；不写就检查本站全部统计。"),
    ] = None,
    root: Root = Path(),
    history: Annotated[int, typer.Option("--history", metavar="N", min=0, help="对照 git 里以前的几版。")] = HISTORY,
    erased: Annotated[
        list[Path] | None,
        typer.Option("--erased", metavar="FILE", help="依法删去、留在仓库外面的一版，只在这台电脑上一起对照。"),
    ] = None,
    form: Annotated[AuditFormat, typer.Option("--format", help="结果的格式。")] = AuditFormat.TEXT,
) -> None:
    """像外人一样攻击已公布的统计：能算出哪个不公布的数，就报哪个。"""
    if form is AuditFormat.JSON and os.environ.get(FORGE_SAYS):
        raise typer.BadParameter(
            "这里的输出谁都看得到，里面会有算出来的数；请在本单位的电脑上运行。", param_hint="--format json"
        )
    absent = [str(file) for file in (*(files or ()), *(erased or ())) if not file.is_file()]
    if absent:
        raise typer.BadParameter(f"没有这个文件：{absent[0]}", param_hint="FILE")
    project, problems = open_project(root, read_day(""), None)
    if has_errors(problems) and not files:
        finish(problems)
    catalogue = read_catalogue(project, silent).catalogue
    if files:
        audited = audit_files(project, catalogue, files, history)
    else:
        audited = audit_project(project, catalogue, history, erased=erased or ())
    if form is AuditFormat.JSON:
        print(_json(audited))
    else:
        print(render_report((*audited.problems, *explain(audited)), ReportFormat.TEXT))
    raise typer.Exit(PROBLEMS_FOUND if audited.weaknesses or has_errors(audited.problems) else CLEAN)


def _json(audited: Audited) -> str:
    label = make_label(audited.layouts)
    found = [{**weakness_document(each), "message": tell_weakness(each, label)} for each in audited.weaknesses]
    return json.dumps(found, ensure_ascii=False, indent=1)
