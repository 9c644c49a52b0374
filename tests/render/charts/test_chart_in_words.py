"""Charts: words, table and CSV say what the drawing shows; a withheld figure is a star everywhere and never zero."""

from __future__ import annotations

import re

from generator.model.chart import Chart, ChartKind, Series
from generator.model.figure import ABSENT, FIGURE_WITHHELD, FigureState, Shown
from generator.publish.charts.vega import draw_specs
from generator.render.charts.chart_csv import chart_csv
from generator.render.charts.chart_in_words import describe
from generator.render.charts.specs import chart_spec
from generator.render.charts.svg import chart_digest, chart_source, themed

FIGURES = (Shown(1234, FigureState.GIVEN), FIGURE_WITHHELD, Shown(0, FigureState.GIVEN))
ROWS = ("医疗<救助>", "教育", "照料")


def chart(kind: ChartKind = ChartKind.BARS, figures: tuple[Shown, ...] = FIGURES) -> Chart:
    return Chart(
        "c", kind, "各类户数", "户", "类别", ROWS, (Series("户数", figures),), "aid", spots=((1, 1), (2, 1), (1, 2))
    )


def drawn(kind: ChartKind) -> str:
    return themed(draw_specs({"c": chart_source(chart(kind))})["c"])


def test_the_csv_says_exactly_what_is_shown() -> None:
    assert chart_csv(chart()).splitlines() == [
        "\ufeff类别,户数（户）,户数说明",
        "医疗<救助>,1234,",
        "教育,,人数较少，为保护个人隐私不予公布",
        "照料,0,",
    ]


def test_the_words_name_every_figure_and_the_reason_of_a_star() -> None:
    words = describe(chart())
    assert "教育 ＊，照料 0" in words
    assert "保护个人隐私" in words


def test_no_reason_is_given_where_nothing_is_withheld() -> None:
    assert "隐私" not in describe(chart(figures=(FIGURES[0], FIGURES[2], ABSENT)))


def test_a_withheld_figure_has_no_bar_but_a_star() -> None:
    svg = drawn(ChartKind.BARS)
    assert svg.count('fill="var(--chart-1)"') == 2
    assert "＊ 不公布" in svg


def test_a_line_breaks_where_a_figure_is_withheld() -> None:
    figures = (FIGURES[0], FIGURES[0], FIGURE_WITHHELD, FIGURES[0], FIGURES[0])
    line = Chart("c", ChartKind.LINES, "每月", "户", "月份", tuple("一二三四五"), (Series("户数", figures),), "aid")
    svg = themed(draw_specs({"c": chart_source(line)})["c"])
    (path,) = re.findall(r'<path d="([^"]*)"[^>]*stroke-width="2.5"', svg)
    assert path.count("M") == 2
    assert "＊" in svg


def test_every_tile_tells_its_figure() -> None:
    svg = drawn(ChartKind.TILES)
    assert all(text in svg for text in ("1,234", "＊", ">0<"))


def test_drawings_carry_no_style_no_script_no_foreign_font_and_no_identifier() -> None:
    for kind in ChartKind:
        svg = drawn(kind)
        assert not any(word in svg for word in ("style=", "<script", "font-family", " id=", "#01", "href"))
        assert "<救助>" not in svg


def test_the_same_chart_is_drawn_the_same_and_another_is_not() -> None:
    assert drawn(ChartKind.BARS) == drawn(ChartKind.BARS)
    assert chart_digest(chart()) == chart_digest(chart())
    assert chart_digest(chart()) != chart_digest(chart(figures=(FIGURES[0], FIGURES[0], FIGURES[2])))


def test_sizes_do_not_depend_on_the_words() -> None:
    assert chart_spec(chart())["autosize"] == {"type": "none"}


ROUNDED = tuple(Shown(value, FigureState.GIVEN, off) for value, off in ((0, 4), (5, 4), (125, 24)))


def test_a_rounded_figure_is_told_with_what_it_may_be_and_its_bar_at_least_that_it_is_one() -> None:
    rounded = chart(figures=ROUNDED)
    assert "医疗<救助> 0–4，教育 约 5（1–9），照料 约 125（101 至 149）" in describe(rounded)
    texts = [each["text"] for each in chart_spec(rounded)["data"]["values"]]  # type: ignore[index]
    assert texts == ["0–4", "约 5", "约 125"]
    assert chart_csv(rounded).splitlines()[2] == "教育,5,约数，实际在 1 到 9 之间"
