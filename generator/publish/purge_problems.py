"""What keeps a purge from being done, or from being whole."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.chapters import RUNNING
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

PURGE_REFUSED = Rule(
    "purge-refused",
    Severity.ERROR,
    RUNNING,
    42,
    title="现在不能从历史里删除",
    cause="从历史里删除不能撤销，所以要先有墓碑和批准、要在干净的代码库里做，最新的一版里也已经没有它。",
    mending="先照常提交一次修改：删去内容，在 墓碑的文件夹里写墓碑和批准；合并以后再运行。",
    bad="mingshan purge p2026-003 data/…/p2026-003.yaml（墓碑还没有写）",
    good="先提交墓碑，再运行同一条命令",
)


def purge_of_nothing() -> Problem:
    """Neither a path nor a word was given."""
    return _refused("没有说要删什么：写文件的路径，或者用 --words 给出要抹去的话。")


def purge_outside_git() -> Problem:
    """There is no history to rewrite."""
    return _refused("这里不是 git 代码库。")


def purge_over_changes() -> Problem:
    """Changes that nobody has committed would be lost."""
    return _refused("有还没有提交的修改。")


def purge_of_published(file: str) -> Problem:
    """The newest revision still holds a file that is to go."""
    return _refused(f"最新的一版里还有 {file}，要先照常提交一次：删去它，并在墓碑里写明批准。")


def purge_unapproved(approval: str) -> Problem:
    """Nobody is known to have approved it: there is no such tombstone, or it does not say."""
    return _refused(f"没有编号为 {approval} 的墓碑，或者墓碑没有写批准。")


def rewriting_failed() -> Problem:
    """git gave up and left everything as it was."""
    return _refused("git 没有做完，代码库还是原来的样子。")


def _refused(message: str) -> Problem:
    return Problem(PURGE_REFUSED, Location("."), message, "照操作指南“删除与撤回”一步一步做。")


PURGE_REMAINS = Rule(
    "purge-remains",
    Severity.ERROR,
    RUNNING,
    43,
    title="历史里还没有删干净",
    cause="改写以后又全部查了一遍，还找得到：别的文件里也写过，文件改过名，压缩包、表格、PDF 里有，分支名里有，"
    "或者没有提交的文件里有。",
    mending="把提示里的文件也写进命令，再做一次；分支名、没有提交的文件，自己改名或者删去。做完以前不要推送。",
    bad="mingshan purge p2026-003 data/…/p2026-003.yaml",
    good="mingshan purge p2026-003 data/…/p2026-003.yaml content/files/p2026-003",
)


def purge_incomplete(remains: Sequence[str]) -> Problem:
    """Where it can still be found, after all that was named has gone."""
    message = f"还有 {len(remains)} 处没有删干净：{'、'.join(remains[:5])}。"
    fix = "把还在的文件写进命令；分支名、没有提交的文件，自己改名或者删去。再做一次。"
    return Problem(PURGE_REMAINS, Location("."), message, fix)


RULES = (PURGE_REFUSED, PURGE_REMAINS)
