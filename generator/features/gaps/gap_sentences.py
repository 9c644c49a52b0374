"""A gap in words: the few that stand in a cell, the sentence that explains them, and how all of it is worked out."""

from __future__ import annotations

from collections.abc import Mapping

from generator.features.gaps.shortfalls import Gap, GapStanding, Offered
from generator.render.charts.chart_in_words import figure_text

UNIT = "人次"
GAPS_WITHHELD_WORDS = "需求人次较少，为保护个人隐私不予公布"
_HEADLINES: Mapping[GapStanding, str] = {
    GapStanding.NO_LEDGER: "没有台账",
    GapStanding.NO_NEED: "没有登记需求",
    GapStanding.WITHHELD: "＊",
    GapStanding.NOTHING: "没有资源",
    GapStanding.WIDER_ONLY: "本地没有资源",
    GapStanding.SHORT: "还缺",
    GapStanding.UNCOUNTED: "算不出",
    GapStanding.ENOUGH: "名额够",
}
_MEANINGS: Mapping[GapStanding, str] = {
    GapStanding.NO_LEDGER: "这个区还没有这一期的需求台账，不知道有多少需求",
    GapStanding.NO_NEED: "台账有了，这一类没有人登记",
    GapStanding.WITHHELD: f"{GAPS_WITHHELD_WORDS}，它不是 0",
    GapStanding.NOTHING: "有人登记需求，本地和上一级都没有现在能申请的资源",
    GapStanding.WIDER_ONLY: "有人登记需求，只有上一级的资源能申请",
    GapStanding.SHORT: "需求比本地的名额多出的人次；颜色越深，缺得越多",
    GapStanding.UNCOUNTED: "有的资源没有写名额，说不出够不够",
    GapStanding.ENOUGH: "本地的名额不少于登记的需求",
}
GAPS_METHOD = (
    "需求来自各区每半年的需求台账，只有人次，按类别、按对象各数一遍，不交叉；人次少的不公布，发布前由程序当作攻击者试着推算，推得出来就不发布",
    "街道（镇、乡）的需求少，半年结账以后只公布约数，括号里是可能的人次；一个区在一类上太少的，那一类不列",
    "资源是今天能申请的：状态是“可申请”、在有效期内；名额已满、暂停受理的不算。区的资源包括所属街道（镇、乡）的",
    "还缺多少 = 这半年登记的需求 − 本地各项资源这半年的名额。已经用掉的名额也算在内，所以今天缺的可能更多："
    "还剩几个不公布，公布了就知道帮了几户",
    "只要有一项资源没有写名额，又不能肯定名额已经够了，就不算缺多少",
    "全市的资源各区都能申请，不知道各区能分到多少，所以只列出几项，不算进名额",
)
LIMITS = (
    "人次不是人数：一个人可能求助几次，也可能在几处登记，同一个需求会被数两遍",
    "没有登记不等于没有需要：不知道能求助的人不在台账里",
    "名额有的按人、有的按户、有的按份数，加在一起只是大概",
    "没有写名额的资源算不进来，有名额也不等于每个人都符合条件",
    "所以这里的数只说明该往哪里看，不能用来给各区排名次",
)


def headline(gap: Gap) -> str:
    """A few words."""
    words = _HEADLINES[gap.standing]
    return f"{words} {gap.shortfall:,}" if gap.standing is GapStanding.SHORT else words


def legend() -> Mapping[GapStanding, tuple[str, str]]:
    """What each standing looks like in a cell, and what it means."""
    return {each: (words, _MEANINGS[each]) for each, words in _HEADLINES.items()}


def explain(gap: Gap, above: str = "全市") -> str:
    """The whole cell: what is asked for, what is offered; `above` names the levels whose entries are not counted."""
    return f"{_need(gap)}，{tell_offered(gap.offered, above)}"


def _need(gap: Gap) -> str:
    if gap.need.value is not None:
        return f"需求 {figure_text(gap.need)} {UNIT}" if gap.need.value or gap.need.off else "没有登记需求"
    return "没有台账，不知道需求" if gap.standing is GapStanding.NO_LEDGER else "需求人次较少，不公布"


def tell_offered(offered: Offered, above: str = "全市") -> str:
    """可帮 3 项，名额 40；全市另有 2 项."""
    wider = f"；{above}另有 {offered.wider} 项" if offered.wider else ""
    if not offered.entries:
        return f"本地没有资源{wider}"
    counted = f"，名额 {offered.places:,}" if offered.uncounted < offered.entries else ""
    silent = f"，{offered.uncounted} 项没有写名额" if offered.uncounted else ""
    return f"可帮 {offered.entries} 项{counted}{silent}{wider}"
