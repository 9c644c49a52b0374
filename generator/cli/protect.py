"""Turn raw figures into a table that may be published."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from generator.build.pipeline import open_project, read_catalogue
from generator.check.problem_reports import ReportFormat, render_report
from generator.cli.exit_codes import PROBLEMS_FOUND, finish, silent
from generator.cli.options import Root, read_day
from generator.features.statistics.entering import enter_all, keeps_editions, needs_reason
from generator.features.statistics.ledger import ROLE
from generator.features.statistics.past_editions import is_sheet
from generator.features.statistics.protect.policy import Policy
from generator.features.statistics.remarking import remark as remark_gaps
from generator.model.problem import Problem, has_errors
from generator.read.grids import decode_grid
from generator.verbs.protect import ProtectRequest, protect_sheet
from generator.verbs.protect_key import make_key
from generator.verbs.protect_output import HowMade, write_file, write_protected

LEAST_K = 3


def protect(
    raw: Annotated[
        Path | None, typer.Argument(metavar="RAW", help="原始表（CSV 或 Excel，汇总的或一户一行），要放在仓库外面。")
    ] = None,
    table: Annotated[str, typer.Option("--table", metavar="TABLE", help="做哪张统计表（数据集名称）。")] = "",
    more: Annotated[list[Path] | None, typer.Argument(metavar="", hidden=True)] = None,
    root: Root = Path(),
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="写到哪个文件（需求台账：文件夹）；不写就打印。"),
    ] = None,
    k: Annotated[
        int | None, typer.Option("--k", min=LEAST_K, help="少于几户（人）不公布；不写就用站点的设置。")
    ] = None,
    previous: Annotated[
        list[Path] | None,
        typer.Option(
            "--previous", metavar="FILE...", help="以前公布的各版和有重叠的其他表；一处一份文件的，写文件夹。"
        ),
    ] = None,
    key: Annotated[
        Path | None, typer.Option("--key", metavar="FILE", help="本单位的密钥文件，放在仓库外面；没有它不处理。")
    ] = None,
    new_key: Annotated[
        Path | None, typer.Option("--new-key", metavar="FILE", help="生成一个新的密钥，写到这个文件，不做别的。")
    ] = None,
    remark: Annotated[
        list[Path] | None,
        typer.Option("--remark", metavar="FILE...", help="把已经公布的文件里不公布的数改成同一种标记，数字不动。"),
    ] = None,
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="更正的理由，由谁决定；写进统计表公布记录。")
    ] = "",
    acquainted: Annotated[
        int, typer.Option("--acquainted", min=1, help="一个数里的几户可能互相知道，也不让他们算出邻居；平常是 1。")
    ] = 1,
    colluding: Annotated[
        int,
        typer.Option("--colluding", min=0, max=2, help="几家帮扶机构合起来，也不让算出别家帮的几户；平常是 0。"),
    ] = 0,
    whole_rows: Annotated[
        bool, typer.Option("--whole-rows", help="整行都是或者都不是的数也不公布，免得说出这一行的每一户。")
    ] = False,
    enter: Annotated[
        bool, typer.Option("--enter", help="把现在的和 git 里以前的各版都补记进统计表公布记录，不做别的。")
    ] = False,
) -> None:
    """把原始数据做成可以公布的统计表：人数太少的数不公布，也不让别人算出来。"""
    if enter:
        enter_editions(root, reason)
        return
    if new_key is not None or remark:
        prepare(root, new_key, [*(remark or ()), *((raw,) if raw else ()), *(more or ())])
        return
    if raw is None or not table:
        raise typer.BadParameter("要写原始表和 --table；生成密钥写 --new-key 文件。", param_hint="RAW")
    before = [file for each in (*(previous or ()), *(more or ())) for file in _sheets_in(each)]
    _need(raw, *before, *((key,) if key else ()))
    project, problems = open_project(root, read_day(""), None)
    finish(problems)
    catalogue = read_catalogue(project, silent).catalogue
    lost = (raw,) if output is not None and keeps_editions(project, catalogue, output) else (raw, *before)
    if output is not None and any(_same(output, file) for file in lost):
        raise typer.BadParameter("结果不能写到原始表或以前公布的表里，会把它盖掉。", param_hint="--output")
    least = k or project.settings.smallest_count
    if acquainted >= least:
        raise typer.BadParameter(f"要少于 {least}：{least} 户的数本来就公布。", param_hint="--acquainted")
    policy = Policy(
        least,
        project.settings.dominance_percent,
        acquainted=acquainted,
        colluding=colluding,
        whole_rows=whole_rows,
    )
    made = protect_sheet(project, catalogue, ProtectRequest(raw, table, policy, tuple(before), key))
    tell(made.problems)
    tell_words(made.report)
    if policy.k < project.settings.smallest_count:
        tell_words(f"注意：本站规定少于 {project.settings.smallest_count} 户不公布，这张表通不过本站的检查。")
    if output is None:
        print(made.text, end="")
        return
    files = made.files or {"": made.text}
    if not reason and any(needs_reason(project, catalogue, output / name, text) for name, text in files.items()):
        raise typer.BadParameter(
            "这份表公布过，换一版要写为什么：改了什么、由谁决定（写岗位）。", param_hint="--reason"
        )
    write_protected(project, catalogue, output, made, HowMade(policy, key, reason))


def _sheets_in(path: Path) -> list[Path]:
    """A folder stands for all sheets in it: a table may have a file for each place."""
    return sorted(each for each in path.rglob("*") if is_sheet(each.name)) if path.is_dir() else [path]


def _need(*files: Path) -> None:
    if absent := [str(file) for file in files if not file.is_file()]:
        raise typer.BadParameter(f"没有这个文件：{absent[0]}", param_hint="FILE")


def enter_editions(root: Path, reason: str) -> None:
    """A ledger for what was published before there was one, or without `-o`."""
    project, problems = open_project(root, read_day(""), None)
    finish(problems)
    catalogue = read_catalogue(project, silent).catalogue
    if catalogue.dataset_with(ROLE) is None:
        raise typer.BadParameter("先声明统计表公布记录：role: table_edition，照演示站的样子。", param_hint="--enter")
    tell_words(f"补记了 {enter_all(project, catalogue, reason)} 版。看一看日期对不对，再提交。")


def prepare(root: Path, new_key: Path | None, files: list[Path]) -> None:
    """What comes before and after protecting: a key, or old files with one mark."""
    project, problems = open_project(root, read_day(""), None)
    finish(problems)
    catalogue = read_catalogue(project, silent).catalogue
    if new_key is not None:
        if new_key.exists() or not new_key.absolute().parent.is_dir():
            raise typer.BadParameter(
                "这个文件已经有了，或者没有这个文件夹；密钥不会盖掉别的文件。", param_hint="--new-key"
            )
        tell(make_key(project, new_key))
        tell_words("密钥写好了。请马上备份到另一个只有经办人能打开的地方；不要发邮件，不要放进仓库。")
        return
    _need(*files)
    for file in files:
        grid, faults = decode_grid(file.read_bytes(), file.name)
        tell(faults)
        text = remark_gaps(grid) if grid else None
        if text is None:
            raise typer.BadParameter(f"不是公布的统计表：{file}", param_hint="--remark")
        write_file(project, catalogue, file, text, {"reason": "改成同一种标记，数字没有动"})


def _same(one: Path, other: Path) -> bool:
    """Whether two names are those of one file, however they are spelt."""
    return one.resolve() == other.resolve() or (one.exists() and other.exists() and one.samefile(other))


def tell(problems: tuple[Problem, ...]) -> None:
    """Say what is wrong beside the result, which other programs may be reading; an error ends the verb."""
    if problems:
        tell_words(render_report(problems, ReportFormat.TEXT))
    if has_errors(problems):
        raise typer.Exit(PROBLEMS_FOUND)


def tell_words(words: str) -> None:
    """Print on standard error."""
    print(words, file=sys.stderr)
