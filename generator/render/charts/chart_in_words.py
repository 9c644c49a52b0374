"""A chart in words; its drawing and its table show exactly the same."""

from __future__ import annotations

from generator.model.chart import Chart, Series
from generator.model.figure import FigureState, Shown
from generator.render.displayed_values import number

WORDS_MARK = "＊"
_NOTHING = "—"
WORDS_WITHHELD_WORDS = "人数较少，为保护个人隐私不予公布"
_SPAN = 10
"""Ends of one digit are written as a span."""
NAMED_IN_WORDS = 8
"""A description names so many figures; the table has all."""


def figure_text(figure: Shown) -> str:
    """A number, a rounded one with what it may be, a star for what is withheld, a dash for what nobody published."""
    return "".join(text_in_two(figure))


def text_in_two(figure: Shown) -> tuple[str, str]:
    """`figure_text` in the two parts between which a narrow screen breaks the line; the second may be empty."""
    return short_text(figure), f"（{_ends(figure)}）" if figure.off and figure.value else ""


def short_text(figure: Shown) -> str:
    """As `figure_text`, but of a rounded number only that it is one."""
    if figure.value is None:
        return WORDS_MARK if figure.state is FigureState.WITHHELD else _NOTHING
    if not figure.off:
        return number(figure.value)
    return f"约 {number(figure.value)}" if figure.value else _ends(figure)


def _ends(figure: Shown) -> str:
    """Small ones as a span, larger ones in words: 1–9, 121 至 129."""
    low, high = figure.ends
    return f"{low}–{high}" if high < _SPAN else f"{number(low)} 至 {number(high)}"


def describe(chart: Chart) -> str:
    """The chart in words, for those who do not see it."""
    said = "；".join(_describe_series(chart, series) for series in chart.series)
    return f"{chart.title}，单位：{chart.unit}。{said}。" + (
        f"{WORDS_MARK}表示{WORDS_WITHHELD_WORDS}。" if chart.hides else ""
    )


def _describe_series(chart: Chart, series: Series) -> str:
    pairs = [f"{row} {figure_text(figure)}" for row, figure in zip(chart.rows, series.figures, strict=True)]
    shown = pairs if len(pairs) <= NAMED_IN_WORDS else [*pairs[: NAMED_IN_WORDS - 1], f"其余见下表，最后是 {pairs[-1]}"]
    head = f"{series.title}：" if len(chart.series) > 1 else ""
    return head + "，".join(shown)
