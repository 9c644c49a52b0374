"""Rewrite files that are still in a way of before."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generator.build.pipeline import open_project, read_catalogue
from generator.cli.exit_codes import finish, silent
from generator.cli.options import AsOf, Root, read_day
from generator.model.problem import has_errors
from generator.model.signs import printable
from generator.publish.mirror import write_changed
from generator.verbs.upgrade import copied_rules, find_upgrade


def upgrade(
    root: Root = Path(),
    as_of: AsOf = "",
    write: Annotated[bool, typer.Option("--write", help="改写数据文件；不加时只显示会改什么。")] = False,
) -> None:
    """把旧写法的数据改成现在的写法：写在项目里的募捐，移到各自的记录里。"""
    project, problems = open_project(root, read_day(as_of), None)
    if has_errors(problems):
        finish(problems)
    linked = read_catalogue(project, silent)
    if has_errors(linked.problems):
        finish(linked.problems)
    copied = copied_rules(project, linked.catalogue)
    found = find_upgrade(linked.catalogue, project.as_of, project.settings.duties_since, copied)
    print("".join(f"旧的规定换成引擎的，公开义务变了：{printable(each)}\n" for each in found.renewed), end="")
    print("".join(f"～ {printable(file)}\n" for file in found.files), end="")
    print("".join(f"没有写募捐开始日期，先补上再移：{printable(key)}\n" for key in found.left), end="")
    print("".join(f"公开义务会变：{printable(each)}\n" for each in found.changes) or "公开义务的状态都不变。\n", end="")
    if not found.files:
        print("没有旧写法，没有写入。")
    elif write:
        for file, text in found.files.items():
            write_changed(project.root / file, text)
        print(f"已改写 {len(found.files)} 份文件。")
    else:
        print("以上只是预览。确认无误后加 --write 写入。")
