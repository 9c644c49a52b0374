"""What is wrong between records: the rules of linking."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from generator.model.chapters import RECORDS
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

REFERENCE_MISSING = Rule(
    "reference-missing",
    Severity.ERROR,
    RECORDS,
    3,
    title="引用的记录找不到",
    cause="这里写的是另一条记录的编号，而那边没有这个编号：可能打错了、写成了名称，或者那条记录还没有建。",
    mending="照提示改成正确的编号；那边还没有的，先把那一条建好。",
)


_FEW = 12
"""So many records are told one by one."""


class Dangling(NamedTuple):
    """What leads nowhere: the field called `title` of a `record`, by its key, names something `written`.

    It should be a key in the dataset called `target`.
    """

    place: Location
    record: str
    title: str
    written: str
    target: str


def reference_by_name(dangling: Dangling, key: str) -> Problem:
    """The name of a record stands where its key belongs."""
    return _missing(dangling, f"这里要写编号而不是名称：改成 {key}。")


def reference_misspelt(dangling: Dangling, key: str, name: str) -> Problem:
    """There is a record with a key or a name much like it."""
    return _missing(dangling, f"是不是 {key}（{name}）？")


def reference_missing(dangling: Dangling, known: Mapping[str, str]) -> Problem:
    """There is none that may have been meant; `known` are all the keys with their names, which a few are offered of."""
    if 0 < len(known) <= _FEW:
        named = "、".join(f"{key}（{name}）" for key, name in known.items())
        return _missing(dangling, f"可以写：{named}。都不对的，先在“{dangling.target}”里添加这条记录。")
    return _missing(dangling, f"先在“{dangling.target}”里添加这条记录，或改成那里已有的编号。")


def _missing(dangling: Dangling, hint: str) -> Problem:
    said = f"“{dangling.title}”写的{_shown(dangling.written)}在“{dangling.target}”里找不到。"
    return Problem(REFERENCE_MISSING, dangling.place, said, hint, dangling.record)


def _shown(key: str) -> str:
    """A value is repeated only if it cannot be a person's number."""
    return "内容（已遮盖）" if re.search(r"\d{10,}", key) or len(key) > 40 else f"“{key}”"


HIERARCHY_LOOP = Rule(
    "hierarchy-loop",
    Severity.ERROR,
    RECORDS,
    4,
    title="上下级绕成了圈",
    cause="一级一级往上找，又回到了自己。两条记录互相写成上级时就会这样。",
    mending="检查“上级”写得对不对；最上面一级的上级空着。",
)


def hierarchy_loop(place: Location, record: str, title: str) -> Problem:
    """The parents of a record, in the field called `title`, lead back to it."""
    return Problem(
        HIERARCHY_LOOP,
        place,
        f"从“{title}”一级一级往上找，又回到了这条记录自己。",
        "检查上级写得对不对：最上一级的上级应当留空。",
        record,
    )


RULES = (
    REFERENCE_MISSING,
    HIERARCHY_LOOP,
)
