"""Bring the outcome of a review into the cases; scores stay outside."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.build.pipeline import check_project, open_project
from generator.cli.exit_codes import finish, silent
from generator.cli.options import AsOf, Root, read_day
from generator.model.cells import text_in
from generator.model.problem import has_errors
from generator.model.signs import printable
from generator.verbs.review_import import import_scores

review = typer.Typer(no_args_is_help=True)


@review.callback()
def _review() -> None:
    """评审：把结果写进案例，分数不进仓库。"""


@review.command(name="import")
def import_(
    scores: Annotated[Path, typer.Argument(metavar="评分表.xlsx", help="放在仓库以外的评分表。")],
    call: Annotated[str, typer.Option("--call", metavar="征集编号", help="哪一次征集的评分。")],
    root: Root = Path(),
    as_of: AsOf = "",
) -> None:
    """按征集的标准和权重算出名次，只把入围、入选和等次写进案例。"""
    project, problems = open_project(root, read_day(as_of), None)
    if has_errors(problems):
        finish(problems)
    outcomes, faults = import_scores(project, check_project(project, silent).catalogue, call, scores)
    finish(faults)
    for outcome in outcomes:
        status = {"selected": "入选", "shortlisted": "入围"}[outcome.status]
        print(f"{status}{f'（{outcome.level}）' if outcome.level else ''}  {printable(text_in(outcome.case, 'title'))}")
    print(f"已写入 {len(outcomes)} 个案例。接下来：mingshan check。")
