"""A chart in words and as CSV; its drawing and its table show exactly the same."""

from __future__ import annotations

from collections.abc import Iterator

from generator.base.csv_writing import published_csv
from generator.model.chart import Chart, Series
from generator.model.figure import FigureState, Shown
from generator.render.displayed_values import number

WORDS_MARK = "＊"
_NOTHING = "—"
WORDS_WITHHELD_WORDS = "人数较少，为保护个人隐私不予公布"
NAMED_IN_WORDS = 8
"""A description names so many figures; the table has all."""


def figure_text(figure: Shown) -> str:
    """A number, a star for what is withheld, a dash for what was never published."""
    if figure.value is not None:
        return number(figure.value)
    return WORDS_MARK if figure.state is FigureState.WITHHELD else _NOTHING


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


def chart_csv(chart: Chart) -> str:
    """Exactly what the chart shows; with a byte-order mark, because Excel needs it to read Chinese."""
    figures = ([cell for each in chart.series for cell in _cells(each.figures[at])] for at in range(len(chart.rows)))
    rows = ([row, *cells] for row, cells in zip(chart.rows, figures, strict=True))
    return published_csv([chart.row_title, *_headers(chart)], rows)


def _headers(chart: Chart) -> Iterator[str]:
    for series in chart.series:
        yield f"{series.title}（{chart.unit}）"
        yield f"{series.title}说明"


def _cells(figure: Shown) -> tuple[str, str]:
    if figure.value is not None:
        return str(figure.value), ""
    return "", WORDS_WITHHELD_WORDS if figure.state is FigureState.WITHHELD else "没有这项统计"
