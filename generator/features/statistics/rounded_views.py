"""Rounded figures of the finest places to the charts of their district and to the table on their own page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil, sqrt
from typing import NamedTuple

from generator.features.statistics.addresses import TOWNSHIP_GROUPS, TOWNSHIPS
from generator.features.statistics.cube import Cube
from generator.features.statistics.layouts import CodeAxis, Layout
from generator.features.statistics.periods import level_of
from generator.features.statistics.written_periods import period_title
from generator.model.chart import Chart, ChartKind, Series
from generator.model.figure import FigureState, Shown, sum_shown
from generator.render.charts.chart_in_words import text_in_two

_SURE = 1.96
"""Of what is spread like a bell, so many standard deviations hold 95 %."""


class RoundedTable(NamedTuple):
    """One rounded table of a place: a row for each case that its district lists, a cell for each count."""

    title: str
    row_title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """What each is called, and its figures: about how many, and what that may be."""
    left_out: str
    """The cases that are not listed, in a sentence; empty where all are."""


def newest_rounded(cube: Cube, table: str) -> str:
    """The newest year of which a whole was published, else the newest half-year; empty where nothing was."""
    periods = cube.periods(table) if table in cube.layouts else ()
    years = {code[:4] for code in periods if level_of(code) == "year" or code.endswith("H2")}
    newest = max((code[:4] for code in periods), default="")
    return newest if newest in years else f"{newest}H1" if newest else ""


def ask_rounded(cube: Cube, table: str, measure: str, period: str, place: Mapping[str, str]) -> Shown:
    """A figure of a year or a half-year."""
    if level_of(period) == "year":
        return cube.ask_year(table, measure, period, **place)
    return cube.ask(table, measure, period=period, **place)


def townships_chart(cube: Cube, measure: str, district: str) -> Chart:
    """What the places of a district print, over the categories that are listed for it."""
    period = newest_rounded(cube, TOWNSHIPS)
    layout = cube.layouts.get(TOWNSHIPS)
    key = f"townships-{measure}"
    if layout is None or not period:
        return Chart(key, ChartKind.BARS, "", "户", "", (), (), TOWNSHIPS)
    axis, cases = _axes(layout)
    places = axis.dimension.children.get(district, ())
    figures = [
        [ask_rounded(cube, TOWNSHIPS, measure, period, {"division": place, "category": case}) for case in cases]
        for place in places
    ]
    listed = [title for at, title in enumerate(cases.values()) if any(line[at].value is not None for line in figures)]
    totals = tuple(sum_shown(line) for line in figures)
    word = next(each.title for each in layout.measures if each.name == measure)
    return Chart(
        key=key,
        kind=ChartKind.BARS,
        title=f"{period_title(period)}各街道（镇、乡）{word}的户数（约数）",
        unit="户",
        row_title="街道（镇、乡）",
        rows=tuple(axis.titles[place] for place in places),
        series=(Series("户数", totals),),
        source=TOWNSHIPS,
        note=_note(layout, totals, listed, len(cases)),
    )


def _note(layout: Layout, totals: tuple[Shown, ...], listed: list[str], cases: int) -> str:
    """What a total adds up, how far it can be off, and how far it usually is."""
    base = layout.rounding.base if layout.rounding else 1
    most = max((each.off for each in totals), default=0)
    usual = ceil(_SURE * sqrt(most / (base - 1) * (base * base - 1) / 6)) if base > 1 else 0
    some = "" if len(listed) == cases else f"只加所列类别：{'、'.join(listed)}；别的类别在这个区人数太少，或者不公布。"
    return (
        f"都是约数：写准了，街坊会猜出是谁家，所以每一类往上或者往下取成 {base} 的倍数，括号里是可能的户数。"
        f"这里把各类加起来，最多差 {most} 户，二十次里有十九次差不到 {usual} 户；"
        f"两个街道相差不到这么多的，不能说谁多谁少。{some}"
    )


def rounded_tables(cube: Cube, place: str) -> Iterator[RoundedTable]:
    """The rounded tables of a place, each with the cases that stand for it."""
    for table in (TOWNSHIPS, TOWNSHIP_GROUPS):
        layout, period = cube.layouts.get(table), newest_rounded(cube, table)
        if layout is None or not period or place not in _axes(layout)[0].titles:
            continue
        column, cases = _case_column(layout), _axes(layout)[1]
        lines = {
            title: [
                ask_rounded(cube, table, each.name, period, {"division": place, column: case})
                for each in layout.measures
            ]
            for case, title in cases.items()
        }
        given = {
            title: line for title, line in lines.items() if any(each.state is not FigureState.ABSENT for each in line)
        }
        if given:
            yield RoundedTable(
                title=f"{period_title(period)}{layout.title}",
                row_title=layout.titles[column],
                headers=tuple(f"{each.title}（{each.unit}）" for each in layout.measures),
                rows=tuple((title, tuple(map(text_in_two, line))) for title, line in given.items()),
                left_out="、".join(title for title in lines if title not in given),
            )


def _axes(layout: Layout) -> tuple[CodeAxis, Mapping[str, str]]:
    """The places, and the cases with what they are called."""
    places, cases = layout.columns["division"], layout.columns[_case_column(layout)]
    if places is None or cases is None:
        raise ValueError(f"{layout.name} has no places or no cases")
    return places, {code: cases.titles[code] for code in cases.dimension.leaves}


def _case_column(layout: Layout) -> str:
    return next(name for name, axis in layout.columns.items() if axis and name != "division")
