"""Weaknesses become sentences for those who made the table: what anyone can work out, from what, how to mend it.

No sentence holds a figure: what checks say of a proposal is public and stays when the proposal is gone. Whoever made
the table has the figures beside him.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.features.statistics.audit.weaknesses import Weakness, WeaknessKind
from generator.features.statistics.cells import Cell

Label = Callable[[Cell], str]
"""How a cell is called: its codes in words."""
Sentence = Callable[[Weakness, str], str]

_NAMED = 3
"""So many of the published figures behind a weakness are named; of the rest, only how many."""


def tell_weakness(weakness: Weakness, label: Label) -> str:
    """What is wrong, in one or two sentences."""
    return SENTENCES[weakness.kind](weakness, label(weakness.cell)) + _tell_sources(weakness, label)


def tell_remedy(weakness: Weakness) -> str:
    """How to mend it."""
    return REMEDIES.get(weakness.kind, "请在本单位的电脑上用 mingshan protect 重新处理整张表，再提交处理后的结果。")


def _tell_sources(weakness: Weakness, label: Label) -> str:
    others = [cell for cell in weakness.explained_by if cell != weakness.cell]
    if not others:
        return ""
    names = "、".join(f"“{label(cell)}”" for cell in others[:_NAMED])
    rest = f"等 {len(others)} 个数" if len(others) > _NAMED else ""
    return f"依据：{names}{rest}。"


def _how_well(weakness: Weakness) -> str:
    if weakness.high is None:
        return "至少是多少"
    return "正好是多少" if weakness.low == weakness.high else "大致是多少"


def _required(weakness: Weakness) -> str:
    """What the rules ask of every count; of money it would tell how large the money is, and is not called for."""
    return f"{weakness.required:,.0f}"


def _tell_small(weakness: Weakness, name: str) -> str:
    return f"“{name}”公布的数少于 {_required(weakness)}。人数这么少，熟人一看就知道说的是谁。"


def _tell_sum(_weakness: Weakness, name: str) -> str:
    return f"“{name}”公布的合计和各项相加对不上。"


def _tell_contradiction(_weakness: Weakness, name: str) -> str:
    return f"“{name}”和有关的数互相矛盾：没有哪一组真实的数能同时满足已经公布的这些数。"


def _tell_money(_weakness: Weakness, name: str) -> str:
    return f"“{name}”公布了金额，可是对应的人数或户数没有公布。金额会说出那几户得了多少钱。"


def _tell_alone(weakness: Weakness, name: str) -> str:
    return f"“{name}”没有公布，但同一个合计下只缺这一个数，减一减就知道{_how_well(weakness)}。"


def _tell_combined(weakness: Weakness, name: str) -> str:
    return f"“{name}”没有公布，但几个合计连着减，就能算出它{_how_well(weakness)}。"


def _tell_narrow(weakness: Weakness, name: str) -> str:
    return f"“{name}”没有公布，但能推算出它{_how_well(weakness)}，范围太窄。"


def _tell_left_out(weakness: Weakness, name: str) -> str:
    return f"“{name}”在表里没有这一行，但能推算出它{_how_well(weakness)}。少一行藏不住人数。"


def _tell_rest(weakness: Weakness, name: str) -> str:
    return f"“{name}”没有单独公布，但两个公布的数一减就知道{_how_well(weakness)}。没有得到帮助的人也会被认出来。"


def _tell_again(weakness: Weakness, name: str) -> str:
    return f"“{name}”和它的各项一比，就知道重复算在几项里的{_how_well(weakness)}。只有几户来过几次，熟人认得出是谁。"


def _tell_elsewhere(weakness: Weakness, name: str) -> str:
    return f"合计里不在“{name}”这一项的，一减就知道{_how_well(weakness)}。只在别的项里的这几户会被认出来。"


def _tell_mark(_weakness: Weakness, name: str) -> str:
    return f"“{name}”和别的不公布的数标得不一样。标记分几种，就等于说出了哪些数小。"


def _tell_overlap(weakness: Weakness, name: str) -> str:
    return f"“{name}”单看一张表、一个期间算不出来，把有重叠的表或期间放在一起，就能推算出它{_how_well(weakness)}。"


def _tell_joint(weakness: Weakness, name: str) -> str:
    return f"“{name}”没有公布，但金额公布了，每户给多少有公开的标准，两样放在一起就能推算出它{_how_well(weakness)}。"


def _tell_story(weakness: Weakness, name: str) -> str:
    return (
        f"“{name}”里至少有几户，公开的案例或者项目的公开记录已经说了；把它们减去，就能推算出它{_how_well(weakness)}，"
        "剩下的范围太窄。"
    )


def _tell_difference(weakness: Weakness, name: str) -> str:
    return f"“{name}”单看这一版算不出来，和以前公布的版本一对照，就能推算出它{_how_well(weakness)}。"


def _tell_revision(weakness: Weakness, name: str) -> str:
    return f"“{name}”以前公布的数改过，差数少于 {_required(weakness)}，等于说出了这几个人。"


def _tell_unrounded(weakness: Weakness, name: str) -> str:
    return (
        f"“{name}”公布的数不能这样公布：约数要是 {_required(weakness)} 的倍数，"
        "只写最细的一格；合计和旁边有半年数的全年数不另外取约数。"
    )


def _tell_whole(_weakness: Weakness, name: str) -> str:
    return f"“{name}”公布了约数，可是它所在区的准数没有公布，或者这个区有的地方没有列出。约数会说出不公布的准数。"


def _tell_rounded(weakness: Weakness, name: str) -> str:
    return (
        f"“{name}”公布的是约数，但和区里的准数、同一处的别的约数一对照，能推算出它{_how_well(weakness)}，"
        f"可能的数不到 {_required(weakness)} 个。"
    )


def _tell_together(weakness: Weakness, name: str) -> str:
    return (
        f"“{name}”公布的是约数，单看一张约数表推不准，把同一处分类别、分对象的约数和半年、全年的放在一起，"
        f"能推算出它{_how_well(weakness)}，可能的数不到 {_required(weakness)} 个。"
    )


def _tell_beside(_weakness: Weakness, name: str) -> str:
    return f"“{name}”公布了约数，同一处同一年却还有准数（或者不公布的准数）。准数会把约数还原。"


def _tell_correction(weakness: Weakness, name: str) -> str:
    return (
        f"“{name}”这一列的约数改了，区里的准数也改了，差数却少于 {_required(weakness)}。"
        "约数怎么变，会说出改的是哪几户。"
    )


def _tell_past(_weakness: Weakness, name: str) -> str:
    return f"“{name}”以前的一版公布过不能公布的数。现在撤下了，看过、存过的人还有，收不回来。"


SENTENCES: Mapping[WeaknessKind, Sentence] = {
    WeaknessKind.SMALL: _tell_small,
    WeaknessKind.SUM: _tell_sum,
    WeaknessKind.CONTRADICTION: _tell_contradiction,
    WeaknessKind.MONEY: _tell_money,
    WeaknessKind.ALONE: _tell_alone,
    WeaknessKind.COMBINED: _tell_combined,
    WeaknessKind.NARROW: _tell_narrow,
    WeaknessKind.LEFT_OUT: _tell_left_out,
    WeaknessKind.REST: _tell_rest,
    WeaknessKind.AGAIN: _tell_again,
    WeaknessKind.ELSEWHERE: _tell_elsewhere,
    WeaknessKind.MARK: _tell_mark,
    WeaknessKind.OVERLAP: _tell_overlap,
    WeaknessKind.JOINT: _tell_joint,
    WeaknessKind.STORY: _tell_story,
    WeaknessKind.DIFFERENCE: _tell_difference,
    WeaknessKind.REVISION: _tell_revision,
    WeaknessKind.UNROUNDED: _tell_unrounded,
    WeaknessKind.WHOLE: _tell_whole,
    WeaknessKind.ROUNDED: _tell_rounded,
    WeaknessKind.TOGETHER: _tell_together,
    WeaknessKind.BESIDE: _tell_beside,
    WeaknessKind.CORRECTION: _tell_correction,
    WeaknessKind.PAST: _tell_past,
}

REMEDIES: Mapping[WeaknessKind, str] = {
    WeaknessKind.PAST: (
        "在公布记录里给它加一行 told：在本单位的电脑上运行 mingshan audit --format json，"
        "照抄 table、cell、low、high，写上理由和由谁决定（写岗位）。以后的各版不能比它说得更多。"
    ),
    WeaknessKind.BESIDE: "约数从一个新的年度开始；以前按准数公布的年度不再取约数。",
    WeaknessKind.CORRECTION: "请保留以前公布的约数，迟到的个案算进下一期；--previous 写上以前的约数和准数。",
    WeaknessKind.ROUNDED: "请不要公布这张约数表；准数和约数要用同一批原始数据，由 mingshan protect 来做。",
    WeaknessKind.TOGETHER: "请只公布其中一张约数表；另一张等人数多了再公布。",
    WeaknessKind.SUM: "请核对原始数字；合计由 mingshan protect 计算，不要手工填写。",
    WeaknessKind.CONTRADICTION: "请核对原始数字，几张表要用同一批数据来做。",
    WeaknessKind.MARK: "不公布的数都标 Q、C：mingshan protect --remark 文件 只改标记，不动数字。",
    WeaknessKind.OVERLAP: "请把有重叠的表一起处理：mingshan protect 的 --previous 要写上另外那几张表。",
    WeaknessKind.STORY: (
        "统计表还没有公布的，用 mingshan protect 重新处理，它知道已公布的案例；统计表公布在先的，"
        "案例的地区只写到区或市、时间只写年，项目的公开记录不写人数。"
    ),
    WeaknessKind.DIFFERENCE: "请用 mingshan protect 重新处理，--previous 要写上以前公布过的每一版。",
    WeaknessKind.REVISION: (
        "请保留以前公布的数，等累计变化足够多时再更正；或者用 mingshan protect --previous 重新处理。"
    ),
}
