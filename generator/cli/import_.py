"""Bring a table that somebody sent into the data: what is wrong with it, what it would change, and then the change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from generator.build.pipeline import check_project, open_project
from generator.check.problem_reports import ReportFormat, render_report
from generator.cli.exit_codes import CLEAN, PROBLEMS_FOUND, finish, silent
from generator.cli.kinds import find_kind
from generator.cli.merge import MergeWishes, merge_file
from generator.cli.options import AsOf, Root, read_day
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.facets import record_title
from generator.model.formats import FORMATS
from generator.model.problem import has_errors
from generator.model.record import Record
from generator.model.signs import printable
from generator.verbs.import_.proposals import ImportRequest, Proposal, propose, write_proposal

_SHOWN = 30
"""Characters of a value repeated in the list of changes."""


def import_(
    kind: Annotated[
        str,
        typer.Argument(metavar="种类", help="数据集的名称或用途，如 offer；有 --from 的，写文件、文件夹或 zip。"),
    ],
    file: Annotated[
        Path | None, typer.Argument(metavar="文件", exists=True, dir_okay=False, help="Excel 或 CSV 文件。")
    ] = None,
    root: Root = Path(),
    as_of: AsOf = "",
    period: Annotated[str, typer.Option("--period", metavar="期", help="哪一期，如 2026H2。")] = "",
    division: Annotated[str, typer.Option("--division", metavar="地区", help="区划代码或名称，如 990101。")] = "",
    keep_good: Annotated[bool, typer.Option("--keep-good", help="有问题的行不要，其余照样导入。")] = False,
    write: Annotated[bool, typer.Option("--write", help="写入数据文件；不加时只显示会改什么。")] = False,
    format_: Annotated[
        str, typer.Option("--from", metavar="格式", help="导入别处的目录：hsds、360giving、datapackage、csv 之一。")
    ] = "",
    mapping: Annotated[
        Path | None, typer.Option("--mapping", metavar="FILE", help="对照表；还没有这个文件的，先拟一份写在这里。")
    ] = None,
) -> None:
    """把别人发来的表格导入数据：认列名、查错、先给看会改什么。

    写了 --period、--division 的，整份替换那一期那个地方的表；没写的，表里有的添上或改掉，没有的照旧。
    写了 --from 的，按对照表导入别的系统给出的目录或资助数据，再导入一次就更新。
    """
    if format_:
        from generator.cli.import_foreign import import_source

        import_source(root, as_of, format_, Path(kind), mapping, write=write)
    if file is None:
        raise typer.BadParameter("还要写要导入的 Excel 或 CSV 文件。", param_hint="文件")
    project, problems = open_project(root, read_day(as_of), None)
    if has_errors(problems):
        finish(problems)
    checked = check_project(project, silent)
    dataset = find_kind(checked.catalogue, kind)
    if not (period or division):
        merge_file(project, checked, dataset, file, MergeWishes(keep_good, write))
    columns = {
        name: _period(period) if dataset.columns[name].format == "period" else _place(checked.catalogue, division)
        for name in _path_columns(dataset)
    }
    proposal = propose(checked.catalogue, ImportRequest(dataset, file, columns, project.settings.smallest_count))
    finish(tuple(each for each in checked.problems if each.location.file == proposal.target))
    print(render_report(proposal.problems, ReportFormat.TEXT))
    faulty = has_errors(proposal.problems)
    if faulty and not keep_good:
        print("什么也没有写入。改正以后再导入；想先导入没有问题的行，加 --keep-good。")
        raise typer.Exit(PROBLEMS_FOUND)
    print("\n".join(_lines(checked.catalogue, proposal)))
    if write:
        is_written = write_proposal(project.root, proposal)
        print(f"已写入 {proposal.target}。接下来：运行 mingshan check。" if is_written else "没有变化，没有写入。")
    else:
        print("以上只是预览。确认无误后加 --write 写入。")
    raise typer.Exit(PROBLEMS_FOUND if faulty else CLEAN)


def _path_columns(dataset: Dataset) -> list[str]:
    return re.findall(r"\{(\w+)\}", dataset.path)


def _period(text: str) -> str:
    if not FORMATS["period"].fits(text):
        raise typer.BadParameter("写哪一期，如 2026H2。", param_hint="--period")
    return text


def _place(catalogue: Catalogue, text: str) -> str:
    """A division's code, from the code itself or a name that only one division has."""
    places = catalogue.with_role("place")
    named = [code for code, place in places.items() if text in (code, record_title(catalogue, place))]
    if len(named) != 1:
        said = "写区划代码，如 990101" if not named else f"有 {len(named)} 个地方叫这个名字，请写区划代码"
        raise typer.BadParameter(f"{said}。", param_hint="--division")
    return named[0]


def _lines(catalogue: Catalogue, proposal: Proposal) -> Iterator[str]:
    """What would change, entry by entry."""
    difference = proposal.difference
    yield f"读到 {proposal.incoming.rows} 行，可用 {len(proposal.incoming.records)} 行；目标文件 {proposal.target}："
    yield from (f"＋ 新增 {_named(catalogue, each)}" for each in difference.added)
    for record, edits in difference.changed:
        yield f"～ 修改 {_named(catalogue, record)}"
        yield from (f"    {edit.title}：{_shown(edit.before)} → {_shown(edit.after)}" for edit in edits)
    yield from (f"－ 删去 {_named(catalogue, each)}（新表里没有）" for each in difference.removed)
    counts = {"新增": difference.added, "修改": difference.changed, "删去": difference.removed}
    yield "".join(f"{what} {len(found)} 项，" for what, found in counts.items()) + f"不变 {difference.kept} 项。"


def _named(catalogue: Catalogue, record: Record) -> str:
    return printable(f"{record.key.rpartition('/')[2]} {record_title(catalogue, record)}")


def _shown(text: str) -> str:
    line = " ".join(printable(text).split()) or "（空）"
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
