"""What has to be published, by whom and by when."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from generator.build.pipeline import check_project, open_project
from generator.cli.exit_codes import finish, silent
from generator.cli.kinds import write_workbook
from generator.cli.options import AsOf, Root, read_day
from generator.exchange.fillable_workbooks import records_workbook
from generator.features.duties.board import order_by_day
from generator.features.duties.download_tables import DutyFormat, render_duties
from generator.features.duties.look_list import find_to_look_up, look_rows
from generator.features.duties.obligations import Obligation, Status
from generator.features.duties.second_looks import LOOK_ROLE
from generator.features.duties.survey import find_all_obligations
from generator.model.catalogue import Catalogue
from generator.model.problem import has_errors


def duties(
    root: Root = Path(),
    as_of: AsOf = "",
    overdue: Annotated[bool, typer.Option("--overdue", help="只列逾期的：本站没有，到别处查过也没有。")] = False,
    organization: Annotated[str, typer.Option("--org", metavar="编号", help="只列这个组织和它的项目的。")] = "",
    to_look_up: Annotated[
        Path | None, typer.Option("--to-look-up", metavar="FILE.xlsx", help="写一份待查清单：填好结果再导入。")
    ] = None,
    form: Annotated[DutyFormat, typer.Option("--format", help="结果的格式。")] = DutyFormat.TEXT,
) -> None:
    """列出每个组织、项目和区应当公开的事项：依据哪一条、最迟哪天、公开了没有。"""
    project, problems = open_project(root, read_day(as_of), None)
    if has_errors(problems):
        finish(problems)
    checked = check_project(project, silent)
    _require_organization(checked.catalogue, organization)
    if has_errors(checked.problems):
        print("数据里有错误，结果可能不全；先运行 mingshan check 改正。", file=sys.stderr)
    every = find_all_obligations(checked.catalogue, project.as_of, project.settings.duties_since)
    of_one = (each for each in every if not organization or each.subject.owner == organization)
    if to_look_up:
        write_workbook(to_look_up, _look_list(checked.catalogue, of_one, project.as_of))
        return
    wanted = [each for each in of_one if not overdue or each.status is Status.OVERDUE]
    print(render_duties(form, project.settings, order_by_day(wanted), project.as_of), end="")


def _look_list(catalogue: Catalogue, obligations: Iterable[Obligation], as_of: date) -> bytes:
    dataset = catalogue.dataset_with(LOOK_ROLE)
    if dataset is None:
        raise typer.BadParameter("这里没有记再查结果的数据，不能写待查清单。", param_hint="--to-look-up")
    rows = look_rows(dataset, order_by_day(find_to_look_up(obligations, as_of)), as_of)
    return records_workbook(catalogue, dataset, rows, as_of)


def _require_organization(catalogue: Catalogue, key: str) -> None:
    if key and key not in catalogue.with_role("organization"):
        kept = catalogue.dataset_with("organization")
        where = f"；编号就是 {kept.folder} 里的文件名" if kept else ""
        said = f"没有编号为“{key}”的组织{where}。"
        raise typer.BadParameter(said, param_hint="--org")
