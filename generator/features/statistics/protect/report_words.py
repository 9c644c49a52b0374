"""A protection report becomes words for the bureau: how many figures are withheld, why, and what that costs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.features.statistics.cells import Cell
from generator.features.statistics.protect.insight import Insight
from generator.features.statistics.protect.policy import WithholdingReason
from generator.features.statistics.protect.report import Report
from generator.features.statistics.protect.rounding import ColumnFate, RoundingReport

_REASONS: Mapping[WithholdingReason, str] = {
    WithholdingReason.SMALL: "户（人）数少，不能公布",
    WithholdingReason.HELPER: "帮扶的机构自己知道得太多",
    WithholdingReason.WHOLE: "整行都是或者都不是，等于说出了每一户",
    WithholdingReason.DOMINANCE: "金额几乎都是一两户的",
    WithholdingReason.UNTESTED: "不知道各户各得多少，查不了是不是一两户的",
    WithholdingReason.DECOY: "由密钥抽中，免得不公布就等于数小",
    WithholdingReason.COUNT: "对应的户（人）数没有公布",
    WithholdingReason.REVISION: "和以前公布的只差几户",
    WithholdingReason.EARLIER: "以前没有公布过，现在公布会倒推出来",
    WithholdingReason.JOINT: "和公开的标准放在一起会说出户数",
    WithholdingReason.COMPLEMENT: "为了不让别的数被算出来",
    WithholdingReason.INSIDER: "为了不让当事人算出邻居的情况",
}


def tell_report(report: Report, titles: Mapping[str, str]) -> str:
    """The whole report; it holds no figure of the table."""
    return "\n".join(_lines(report, titles))


def _lines(report: Report, titles: Mapping[str, str]) -> Iterator[str]:
    name = titles.get(report.table, report.table)
    yield f"保护报告：{name}（少于 {report.k} 户不公布，金额按 {report.percent}% 规则）"
    for each in report.measures:
        share = f"{each.withheld / each.cells:.1%}" if each.cells else "0%"
        title, totals = titles.get(each.measure, each.measure), each.withheld - each.detailed_withheld
        yield f"  {title}：共 {each.cells:,} 个数，不公布 {each.withheld:,} 个（{share}）"
        yield f"    最细的 {each.detailed:,} 个里不公布 {each.detailed_withheld:,} 个，各级合计里 {totals:,} 个"
        yield from (f"    {_REASONS[reason]}：{count:,} 个" for reason, count in each.reasons.items())


def tell_inside(inside: Insight, label: Callable[[Cell], str]) -> str:
    """What those inside a table could tell of others; which figures, never how many."""
    return "\n".join(_inside_lines(inside, label))


_NAMED = 8


def _inside_lines(inside: Insight, label: Callable[[Cell], str]) -> Iterator[str]:
    if inside.small:
        yield (
            f"  不公布的小数 {inside.small:,} 个里，至少有 {inside.acquainted:,} 个，"
            "别的小数里的几户互相知道就能减出来（要防：--acquainted）。"
        )
    if inside.shared is not None:
        yield (
            f"  公布的 {inside.shared:,} 个数里，帮扶机构一家自己就能算出别家那几户的 {inside.one_helper:,} 个，"
            f"两家合起来能算出的 {inside.two_helpers:,} 个（要防：--colluding）。"
        )
    if inside.telling:
        names = "、".join(f"“{label(cell)}”" for cell in inside.telling[:_NAMED])
        more = f"等 {len(inside.telling):,} 个数" if len(inside.telling) > _NAMED else ""
        yield f"  注意：{names}{more}，整行都是或者都不是，等于说出了这一行每一户的情况（要防：--whole-rows）。"


_COLUMNS: Mapping[ColumnFate, str] = {
    ColumnFate.SHOWN: "列出约数",
    ColumnFate.SUMMED: "全年不另列，是两个半年约数之和",
    ColumnFate.TOO_FEW: "区里人数太少，不列",
    ColumnFate.WITHHELD: "区里的准数不公布，跟着不公布",
    ColumnFate.KEPT: "和以前公布的只差几户，仍用以前的约数",
}


def tell_rounding(report: RoundingReport, title: str, base: int, acquainted: int = 1) -> str:
    """What rounding did, without a figure of the table; so many households may be acquainted."""
    columns = [f"  {_COLUMNS[fate]}：{report.columns[fate]} 列" for fate in ColumnFate if fate in report.columns]
    share = f"{report.zeros / report.figures:.0%}" if report.figures else "0%"
    those = "其中的一户知道自己算在里面" if acquainted == 1 else f"其中互相知道的 {acquainted} 户"
    zeros = f"  写成 0 的 {report.zeros} 个（{share}）：{those}，别的户数看来只剩 {base - acquainted} 种可能。"
    lines = [f"{title}：{report.figures} 个约数", *columns, zeros]
    if report.shared is not None:
        lines.append(
            f"  {report.shared:,} 个约数里，帮扶机构一家看来，别家帮的不到 {base} 种可能的 {report.one_helper:,} 个，"
            f"两家合起来看的 {report.two_helpers:,} 个。约数不能因此少列几个（少哪个就说出哪个）："
            "要防这些，把 dataset.yaml 里的 base 取大。"
        )
    return "\n".join(lines)
