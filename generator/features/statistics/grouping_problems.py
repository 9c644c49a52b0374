"""What keeps the groups of a second hierarchy from adding up: the rules of groupings."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.chapters import RECORDS
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

GROUPING = Rule(
    "grouping",
    Severity.ERROR,
    RECORDS,
    95,
    title="另一套归并加不起来",
    cause=(
        "服务片区这样的另一套归并，是把几个地方的数加在一起。一个地方放进两个片区，就数了两遍；统计表里没有的地方，数也加不进去。"
    ),
    mending="一个地方只放进一个片区；只写统计表里有的那一层（如区）；片区的编号不要和区划代码相同。",
    bad="东片区：河东区、河北区；北片区：河北区、红桥区",
    good="东片区：河东区、河北区；北片区：红桥区",
)
_NAMED = 3


def members_overlap(place: Location, record: str, member: str, other: str) -> Problem:
    """A member is in two groups, or lies inside a member of another."""
    said = f"“{member}”已经算在“{other}”里，不能再算一次。"
    return Problem(GROUPING, place, said, "一个地方只放进一个；它所属的上级放了，它就不要再放。", record)


def name_taken(place: Location, record: str, codes: str) -> Problem:
    """A group bears the code of something it could hold."""
    said = f"编号 {record} 已经是{codes}的代码，统计表分不清说的是哪个。"
    return Problem(GROUPING, place, said, "换一个编号，如 area-east。", record)


def member_unknown(place: Location, record: str, members: Sequence[str], table: str) -> Problem:
    """Members that a table has no figures of."""
    named = "、".join(members[:_NAMED]) + (f" 等 {len(members)} 个" if len(members) > _NAMED else "")
    said = f"统计表“{table}”里没有 {named} 这一层的数，加不出这个片区。"
    return Problem(
        GROUPING, place, said, "改写成统计表里有的那一层的代码，或者在那张表的 levels 里加上这一层。", record
    )


GROUPING_RULES = (GROUPING,)
