"""Bring in a directory from elsewhere: what of it can come, what not and why, what it would change, then the change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import typer

from generator.build.pipeline import check_project, open_project, read_catalogue
from generator.check.problem_reports import ReportFormat, render_report
from generator.cli.exit_codes import CLEAN, PROBLEMS_FOUND, finish, silent
from generator.cli.options import read_day
from generator.exchange.foreign.foreign_mapping import ForeignMapping
from generator.model.facets import record_title
from generator.model.problem import has_errors, problem_order
from generator.model.signs import printable
from generator.publish.manifest import replace_file
from generator.publish.mirror import write_changed
from generator.verbs.import_.foreign import ForeignImport, import_foreign, read_mapping
from generator.verbs.import_.foreign_source import FOREIGN_FORMATS

_SHOWN = 20
"""New or changed records of a kind that are named."""


def import_source(root: Path, as_of: str, format_: str, source: Path, file: Path | None, *, write: bool) -> NoReturn:
    """The whole of `mingshan import --from`; ends the verb."""
    _refuse_wrong_use(format_, source, file, write=write)
    is_new = file is None or not file.exists()
    mapping = read_mapping(format_, None if is_new else file)
    if not isinstance(mapping, ForeignMapping):
        finish(mapping)
        raise typer.Exit(PROBLEMS_FOUND)
    project, problems = open_project(root, read_day(as_of), None)
    if has_errors(problems):
        finish(problems)
    found = import_foreign(project, read_catalogue(project, silent).catalogue, source, mapping, propose=is_new)
    if write:
        finish(tuple(each for each in check_project(project, silent).problems if each.location.file in found.files))
    print(render_report(tuple(sorted(found.problems, key=problem_order)), ReportFormat.TEXT))
    print("\n".join(_lines(found)))
    if is_new:
        print(_proposed(found, file))
    else:
        print(_written(project.root, found, write=write))
    raise typer.Exit(PROBLEMS_FOUND if has_errors(found.problems) else CLEAN)


def _refuse_wrong_use(format_: str, source: Path, file: Path | None, *, write: bool) -> None:
    if format_ not in FOREIGN_FORMATS:
        raise typer.BadParameter(f"可以写：{'、'.join(FOREIGN_FORMATS)}。", param_hint="--from")
    if not source.exists():
        raise typer.BadParameter(f"没有这个文件或文件夹：{source}", param_hint="SOURCE")
    if write and (file is None or not file.exists()):
        said = "先不加 --write，用 --mapping 文件名 拟一份对照表，核对以后再写入。"
        raise typer.BadParameter(said, param_hint="--mapping")


def _proposed(found: ForeignImport, file: Path | None) -> str:
    if file is None:
        return "以上是照引擎自带的对照表试的。加 --mapping 文件名，拟一份自己的对照表来改。"
    file.parent.mkdir(parents=True, exist_ok=True)
    replace_file(file, found.proposal)
    return f"拟了一份对照表：{file}。逐行核对，再运行一次；核对完加 --write 写入。"


def _written(root: Path, found: ForeignImport, *, write: bool) -> str:
    if has_errors(found.problems):
        return "什么也没有写入。"
    if not found.files:
        return "没有变化，没有写入。"
    if not write:
        return "以上只是预览。确认无误后加 --write 写入。"
    for name, text in found.files.items():
        write_changed(root / name, text)
    return f"已写入 {len(found.files)} 份文件。接下来：mingshan check。"


def _lines(found: ForeignImport) -> Iterator[str]:
    after = found.brought.after
    for name, records in found.brought.changed.items():
        for record in records[:_SHOWN]:
            yield printable(f"＋ {after.datasets[name].title} {record.key} {record_title(after, record)}")
        if len(records) > _SHOWN:
            yield f"＋ {after.datasets[name].title}另有 {len(records) - _SHOWN} 条"
    for each in found.brought.reports:
        refused = sum(map(len, each.refused.values()))
        counts = f"新增 {each.added}，修改 {each.changed}，不变 {each.kept}"
        repeated = found.repeated.get(each.origin, 0)
        same = f"，另有 {repeated} 条与其中的编号相同、合成一条" if repeated else ""
        yield f"{each.title}：读到 {each.read}{same}，能导入 {each.mapped}（{counts}），不导入 {refused}。"
    licence = found.source.get("licence")
    if found.files and found.source.get("title"):
        named = f"{found.source['title']}{f'（{licence}）' if licence else ''}"
        yield f"来源：{named}。请写进这些数据的 dataset.yaml 的 sources，网站才说明出处。"
