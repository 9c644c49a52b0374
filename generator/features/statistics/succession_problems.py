"""What keeps old codes and new ones from being laid side by side: the rules of successions."""

from __future__ import annotations

from collections.abc import Sequence

from generator.features.statistics.audit.problems import AUDIT
from generator.model.problem import Location, Problem
from generator.model.rule import Rule, Severity

SUCCESSION = Rule(
    "succession",
    Severity.ERROR,
    AUDIT,
    27,
    title="代码沿革连不起来",
    cause="街道合并、分档改了以后，以前各版的数和现在的数要能加到一起对照。连不起来，就不知道对照会说出什么。",
    mending="后来的代码写代码表里有的；从一个年度的 1 月 1 日起；原来的代码从那天起不再用。",
    bad="990101901 → 990101001，从 2027-05-20 起",
    good="990101901 → 990101001，从 2027-01-01 起",
)
CODE_UNEXPLAINED = Rule(
    "code-unexplained",
    Severity.ERROR,
    AUDIT,
    28,
    title="统计表里多了或者少了代码，没有说明",
    cause="上一期有的代码这一期没有了，或者这一期多出来一个，代码沿革里却没有写它从哪里来、到哪里去。对照的人会一减就知道。",
    mending="在代码沿革里写一行：原来的代码、后来的代码、从哪天起；新设的只写后来的，撤销的只写原来的。",
    bad="2026 年有 990101901，2027 年没有了，代码沿革里没有它",
    good="代码沿革：990101901 → 990101001，从 2027-01-01 起",
)
_NAMED = 5


def succession_to_nothing(place: Location, record: str, column: str, code: str) -> Problem:
    """The new code stands in no table's codelist."""
    said = f"统计表的“{column}”这一列没有 {code} 这个代码。"
    return Problem(SUCCESSION, place, said, "后来的代码要在代码表里；列名照统计表写。", record)


def succession_from_nowhere(place: Location, record: str, column: str, code: str) -> Problem:
    """What the old code was part of stands in no table's codelist."""
    said = f"统计表的“{column}”这一列没有 {code} 这个代码。"
    return Problem(
        SUCCESSION, place, said, "原来属于哪个，写代码表里有的上一级；没有换过上一级的，这一格留空。", record
    )


def succession_says_nothing(place: Location, record: str) -> Problem:
    """Neither code, or the same one twice."""
    said = "原来的代码和后来的代码都没有写，或者是同一个。"
    return Problem(SUCCESSION, place, said, "合并、拆分、改名的两个都写；新设的只写后来的，撤销的只写原来的。", record)


def succession_within_year(place: Location, record: str) -> Problem:
    """It begins in the middle of a year, so that the year would stand under both codes."""
    said = "不是从一个年度的 1 月 1 日起，这一年的全年数两边都不对。"
    return Problem(SUCCESSION, place, said, "写下一个 1 月 1 日；到年底为止，统计仍按原来的代码。", record)


def code_used_after(place: Location, code: str, rows: int) -> Problem:
    """`rows` of a table have a code in periods that began after it ended."""
    said = f"代码 {code} 已经不用了，还有 {rows} 行写着以后的期间。"
    return Problem(SUCCESSION, place, said, "那些期间改用后来的代码，用 mingshan protect 重新做。")


def codes_unexplained(place: Location, title: str, codes: Sequence[str], period: str) -> Problem:
    """Codes of a column that begin or end with a period, and no succession says why."""
    named = "、".join(codes[:_NAMED]) + (f" 等 {len(codes)} 个" if len(codes) > _NAMED else "")
    said = f"“{title}”这一列，从 {period} 起多了或者少了 {named}，代码沿革里没有写。"
    return Problem(CODE_UNEXPLAINED, place, said, CODE_UNEXPLAINED.mending)


SUCCESSION_RULES = (SUCCESSION, CODE_UNEXPLAINED)
