"""How fresh the supply catalogue of every place is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from generator.build.pipeline import check_project, open_project
from generator.cli.exit_codes import finish, silent
from generator.cli.options import AsOf, Root, read_day
from generator.features.editions.freshness import Freshness, FreshnessStatus
from generator.features.editions.freshness_sentences import BASIS, HOUSE_POLICY, explain, freshness_row, verdict
from generator.features.editions.survey import survey
from generator.model.catalogue import Catalogue
from generator.model.facets import record_title
from generator.model.problem import has_errors
from generator.model.signs import printable


class FreshnessFormat(StrEnum):
    """The forms the list can take."""

    TEXT = "text"
    JSON = "json"


def freshness(
    root: Root = Path(),
    as_of: AsOf = "",
    form: Annotated[FreshnessFormat, typer.Option("--format", help="结果的格式。")] = FreshnessFormat.TEXT,
) -> None:
    """列出各地供给信息目录更新了没有：哪一期、最迟哪天、最近核对是哪天。"""
    project, problems = open_project(root, read_day(as_of), None)
    if has_errors(problems):
        finish(problems)
    catalogue = check_project(project, silent).catalogue
    found = survey(catalogue, project.as_of)
    print(_json(catalogue, found) if form is FreshnessFormat.JSON else _text(catalogue, found))


def _json(catalogue: Catalogue, found: Mapping[str, Freshness]) -> str:
    rows = [freshness_row(_name(catalogue, key), each) for key, each in found.items()]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _text(catalogue: Catalogue, found: Mapping[str, Freshness]) -> str:
    lines = [_line(catalogue, each) for each in found.values() if each.status is not FreshnessStatus.NONE]
    without = sum(each.status is FreshnessStatus.NONE for each in found.values())
    return "\n".join((*lines, f"另有 {without} 个地方没有自己的目录。", f"{BASIS}。{HOUSE_POLICY}。"))


def _line(catalogue: Catalogue, found: Freshness) -> str:
    mark = "" if found.bound else "（本站约定）"
    return f"{verdict(found)}{mark}  {_name(catalogue, found.division)}：{explain(found)}"


def _name(catalogue: Catalogue, key: str) -> str:
    return printable(record_title(catalogue, catalogue.with_role("place")[key]))
