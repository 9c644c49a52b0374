"""What is wrong between records: the rules of linking."""

from __future__ import annotations

from generator.model.chapters import RECORDS
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
HIERARCHY_LOOP = Rule(
    "hierarchy-loop",
    Severity.ERROR,
    RECORDS,
    4,
    title="上下级绕成了圈",
    cause="一级一级往上找，又回到了自己。两条记录互相写成上级时就会这样。",
    mending="检查“上级”写得对不对；最上面一级的上级空着。",
)
RULES = (
    REFERENCE_MISSING,
    HIERARCHY_LOOP,
)
