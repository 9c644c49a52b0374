"""Charts: words, table and CSV say what the drawing shows; a withheld figure is a star everywhere and never zero."""

from __future__ import annotations

import re
from pathlib import Path

from generator.model.chart import Chart, ChartKind, Series
from generator.model.figure import ABSENT, FIGURE_WITHHELD, FigureState, Shown
from generator.render.charts.chart_csv import chart_csv
from generator.render.charts.chart_in_words import describe
from generator.render.charts.drawings import draw_chart
from generator.render.templates import template_environment

FIGURES = (Shown(1234, FigureState.GIVEN), FIGURE_WITHHELD, Shown(0, FigureState.GIVEN))
HOUSE = Path(__file__).resolve().parents[3]
TEMPLATES = template_environment([HOUSE / "theme" / "templates"])
COLOURS = set(re.findall(r"--([a-z0-9-]+):", (HOUSE / "theme" / "assets" / "tokens.css").read_text("utf-8")))
ROWS = ("医疗<救助>", "教育", "照料")


def chart(kind: ChartKind = ChartKind.BARS, figures: tuple[Shown, ...] = FIGURES) -> Chart:
    return Chart(
        "c", kind, "各类户数", "户", "类别", ROWS, (Series("户数", figures),), "aid", spots=((1, 1), (2, 1), (1, 2))
    )


def svg(one: Chart) -> str:
    template = TEMPLATES.from_string('{% import "components.html" as ui %}{{ ui.drawing(it) }}')
    return template.render(it=draw_chart(one))


def drawn(kind: ChartKind) -> str:
    return svg(chart(kind))


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
    bars = drawn(ChartKind.BARS)
    (path,) = re.findall(r'<path d="([^"]*)" fill="var\(--chart-1\)"', bars)
    assert path == "M0 24h256v16H0z"
    assert "＊ 不公布" in bars


def test_bars_are_as_long_as_their_figures_and_the_least_is_still_seen() -> None:
    figures = tuple(Shown(value, FigureState.GIVEN) for value in (1000, 500, 1))
    assert 'd="M0 24h256v16H0zM0 70h128v16H0zM0 116h1v16H0z"' in svg(chart(figures=figures))


def line(figures: tuple[Shown, ...], *more: Series, rows: tuple[str, ...] = (), places: tuple[int, ...] = ()) -> Chart:
    rows = rows or tuple("一二三四五"[: len(figures)])
    series = (Series("户数", figures), *more)
    return Chart("c", ChartKind.LINES, "每月", "户", "月份", rows, series, "aid", places=places)


def paths(drawing: str, stroke_width: str = "2.5") -> list[str]:
    return re.findall(rf'<path d="([^"]*)"[^>]*stroke-width="{stroke_width}"', drawing)


def test_a_line_breaks_where_a_figure_is_withheld() -> None:
    drawing = svg(line((FIGURES[0], FIGURES[0], FIGURE_WITHHELD, FIGURES[0], FIGURES[0])))
    (path,) = paths(drawing)
    assert path == "M46 26L115.5 26M254.5 26L324 26"
    assert paths(drawing, "5.8") == ["M46 26h0M115.5 26h0M254.5 26h0M324 26h0"]
    assert ">＊</text>" in drawing


def test_a_line_goes_past_days_that_do_not_tell_of_it_and_stands_as_far_along_as_they_are() -> None:
    figures = (Shown(0, FigureState.GIVEN), ABSENT, Shown(100, FigureState.GIVEN))
    budget = Series("预算", (Shown(200, FigureState.GIVEN), ABSENT, Shown(200, FigureState.GIVEN)), is_guide=True)
    drawing = svg(line(figures, budget, places=(0, 10, 100)))
    assert paths(drawing) == ["M46 190L324 108", "M46 26L324 26"]
    assert paths(drawing, "5.8") == ["M46 190h0M324 108h0"]
    assert 'stroke="var(--ink-soft)" stroke-width="2.5" stroke-dasharray="2 3"' in drawing


def test_amounts_up_the_side_are_round_and_large_ones_short() -> None:
    assert re.findall(r">([\d,.]+[万亿]?)</text>", svg(line((FIGURES[0],)))) == ["0", "500", "1,000"]
    million = Shown(1_800_000, FigureState.GIVEN)
    assert re.findall(r">([\d,.]+[万亿]?)</text>", svg(line((million,)))) == ["0", "50万", "100万", "150万"]


def test_dates_below_a_line_never_write_over_one_another() -> None:
    halves = tuple(f"{year}年{half}半年" for year in range(2021, 2024) for half in "上下")
    drawing = svg(line((FIGURES[0],) * 6, rows=halves))
    assert [each for each in halves if f">{each}</text>" in drawing] == ["2021年下半年", "2022年下半年", "2023年下半年"]


def test_of_two_lines_that_end_close_together_the_lower_is_named_below() -> None:
    near = Series("得到帮扶", (Shown(1100, FigureState.GIVEN),) * 2)
    names = re.findall(r'y="([^"]*)">(户数|得到帮扶)<', svg(line((FIGURES[0],) * 2, near)))
    assert names == [("16", "户数"), ("63.8", "得到帮扶")]


def test_every_tile_tells_its_figure() -> None:
    tiles = drawn(ChartKind.TILES)
    assert all(f">{text}</text>" in tiles for text in ("1,234", "＊", "0"))


def test_drawings_carry_no_style_no_script_no_font_and_no_identifier() -> None:
    for kind in ChartKind:
        drawing = drawn(kind)
        assert not any(word in drawing for word in ("style=", "<script", "font-family", " id=", "#", "href"))
        assert "<救助>" not in drawing
        assert set(re.findall(r"var\(--([^)]*)\)", drawing)) <= COLOURS


ROUNDED = tuple(Shown(value, FigureState.GIVEN, off) for value, off in ((0, 4), (5, 4), (125, 24)))


def test_a_rounded_figure_is_told_with_what_it_may_be_and_its_bar_at_least_that_it_is_one() -> None:
    rounded = chart(figures=ROUNDED)
    assert "医疗<救助> 0–4，教育 约 5（1–9），照料 约 125（101 至 149）" in describe(rounded)
    assert [each.text for each in draw_chart(rounded).letterings[0].words[3:]] == ["0–4", "约 5", "约 125"]
    assert chart_csv(rounded).splitlines()[2] == "教育,5,约数，实际在 1 到 9 之间"
