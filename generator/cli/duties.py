"""What has to be published, by whom and by when."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.finishing import finish, silent
from generator.cli.options import AsOf, Root, read_day
from generator.domain.disclosure.board import obligation_row, order_by_lateness
from generator.domain.disclosure.obligations import Obligation, Status
from generator.model.problem import has_errors
from generator.pipeline import check_project, open_project
from generator.render.duties import find_all_obligations


class DutyFormat(StrEnum):
    """The forms the list can take."""

    TEXT = "text"
    JSON = "json"


def duties(
    root: Root = Path(),
    as_of: AsOf = "",
    overdue: Annotated[bool, typer.Option("--overdue", help="只列逾期的。")] = False,
    organization: Annotated[str, typer.Option("--org", metavar="编号", help="只列这个组织和它的项目的。")] = "",
    form: Annotated[DutyFormat, typer.Option("--format", help="结果的格式。")] = DutyFormat.TEXT,
) -> None:
    """列出每个组织、项目和区应当公开的事项：依据哪一条、最迟哪天、公开了没有。"""
    project, problems = open_project(root, read_day(as_of), None)
    if has_errors(problems):
        finish(problems)
    checked = check_project(project, silent)
    found = [
        each
        for each in order_by_lateness(find_all_obligations(checked.catalogue, project.as_of))
        if (not overdue or each.status is Status.OVERDUE) and (not organization or each.subject.owner == organization)
    ]
    print(_json(found) if form is DutyFormat.JSON else _text(found))


def _json(found: list[Obligation]) -> str:
    return json.dumps([obligation_row(each) for each in found], ensure_ascii=False, indent=1)


def _text(found: list[Obligation]) -> str:
    rows = (obligation_row(each) for each in found if each.status is not Status.NOT_APPLICABLE)
    return "\n".join(f"{row['verdict']}  {row['subject_name']}：{row['name']} {row['occasion'] or ''}" for row in rows)
