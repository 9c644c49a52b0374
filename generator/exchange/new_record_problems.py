"""What keeps a new record or a new site from being begun."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.model.chapters import RUNNING, WORKBOOKS
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

NO_FILE_NAME = Rule(
    "no-file-name",
    Severity.ERROR,
    WORKBOOKS,
    8,
    title="编号不能用作文件名",
    cause="每条记录存成一份文件，文件名就是编号。编号空着或有特殊符号，就没法存。",
    mending="只用英文字母、数字、汉字和短横线；不能空着。",
    bad="项目编号：2026/助餐",
    good="项目编号：2026-zhucan",
)


def no_file_name(place: Location, record: str, titles: Iterable[str]) -> Problem:
    """What the file's name is made of (columns by their `titles`) is missing or holds signs that no name may have."""
    return Problem(
        NO_FILE_NAME,
        place,
        f"这一行的{'、'.join(titles)}不能用作文件名，没有导入。",
        "只用英文字母、数字、汉字和短横线；不能空着。",
        record,
    )


KIND_UNKNOWN = Rule(
    "kind-unknown",
    Severity.ERROR,
    WORKBOOKS,
    9,
    title="没有这种数据",
    cause="mingshan new、template、import 后面写的种类，这个站点没有。",
    mending="从提示里列出的种类中选，写英文代号。",
    bad="mingshan new xiangmu p1",
    good="mingshan new project p1",
)


def kind_unknown(folder: str, kind: str, titles: Mapping[str, str]) -> Problem:
    """`titles` are those of all datasets that there are, by name."""
    named = "、".join(f"{name}（{title}）" for name, title in titles.items())
    return Problem(KIND_UNKNOWN, Location(folder), f"没有“{kind[:20]}”这种数据。", f"可以新建的有：{named}。")


PATH_INCOMPLETE = Rule(
    "path-incomplete",
    Severity.ERROR,
    WORKBOOKS,
    10,
    title="还缺几项才知道放在哪里",
    cause="有的数据按期、按地区分文件夹，新建时要说明是哪一期、哪个地区。",
    mending="照提示在命令后面加上 --set。",
    bad="mingshan new supply s1",
    good="mingshan new supply s1 --set period=2026H2 --set division=990101",
)


def path_incomplete(declaration: str, titles: Mapping[str, str]) -> Problem:
    """Fields that the folder is named after and nobody has said: their titles by name."""
    named = " ".join(f"--set {name}=…" for name in titles)
    message = f"还要知道：{'、'.join(titles.values())}。"
    return Problem(PATH_INCOMPLETE, Location(declaration), message, f"命令后面加上 {named}。")


FILE_EXISTS = Rule(
    "file-exists",
    Severity.ERROR,
    WORKBOOKS,
    11,
    title="这个编号已经有文件了",
    cause="新建不会盖掉已有的记录。",
    mending="换一个编号；要改已有的记录，直接打开那份文件。",
    bad="mingshan new project p2026-001（已经有了）",
    good="mingshan new project p2026-099",
)


def file_exists(file: str) -> Problem:
    """A new record would write over another."""
    return Problem(FILE_EXISTS, Location(file), "这个文件已经有了，没有改动它。", "换一个编号。")


FOLDER_NOT_EMPTY = Rule(
    "folder-not-empty",
    Severity.ERROR,
    RUNNING,
    13,
    title="文件夹里已经有内容",
    cause="新建站点要放在空文件夹里，免得盖掉已有的文件。",
    mending="换一个还不存在的文件夹名称。",
    bad="mingshan init 已有内容的文件夹",
    good="mingshan init xinzhan",
)


def folder_not_empty(folder: Path) -> Problem:
    """A new project would write over what is there."""
    return Problem(
        FOLDER_NOT_EMPTY,
        Location(folder.name),
        "这个文件夹里已经有内容，没有改动它。",
        "换一个还不存在的文件夹名称。",
    )


NEW_RECORD_RULES = (
    NO_FILE_NAME,
    KIND_UNKNOWN,
    PATH_INCOMPLETE,
    FILE_EXISTS,
    FOLDER_NOT_EMPTY,
)
