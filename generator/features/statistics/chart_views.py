"""The cube becomes the charts of each page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from generator.features.statistics.addresses import (
    GROUPS,
    MONTHS,
    PLACES,
    STAGES,
    STATISTICS_KINDS,
    WAITING,
    half_years,
    page_address,
    tables_of_areas,
)
from generator.features.statistics.cube import Cube
from generator.features.statistics.rounded_views import townships_chart
from generator.features.statistics.written_periods import period_title
from generator.model.chart import Chart, ChartKind, Series
from generator.model.figure import Shown

HELPED, YUAN = "helped", "yuan"
_MAP_NOTE = "每个区一格，按方位摆放，不表示面积大小；颜色越深，户数越多。"
STAGES_NOTE = "转介：窗口把求助的家庭介绍给能帮忙的单位。受理：该单位答应办理。后一步都是前一步的一部分。"
WAITING_NOTE = "从提出求助的那天，数到得到帮扶的那天。"
AREAS_NOTE = "把几个区放在一起数：和各区的是同一批户，不要再加一遍。"
_EVER = "0000"
"""The year of what held from the beginning on."""
Place = Mapping[str, str]
Spots = Mapping[str, tuple[int, int]]
Maker = Callable[[Cube, Place, Spots], Chart]


def page_charts(cube: Cube, topic: str, key: str, spots: Spots) -> tuple[Chart, ...]:
    """Every chart of one page, in its order; those about which nothing was ever published are left out."""
    charts = (make_chart(cube, topic, key, name, spots) for name in STATISTICS_KINDS[topic].charts)
    return tuple(chart for chart in charts if not chart.is_empty)


def make_chart(cube: Cube, topic: str, key: str, name: str, spots: Spots) -> Chart:
    """One chart of one page."""
    return _MAKERS[name](cube, page_place(cube, topic, key), spots)


def page_place(cube: Cube, topic: str, key: str) -> Place:
    """What a page is about, as codes: its own key, and the newest half-year where it has no other period."""
    newest = {"period": half_years(cube)[-1]}
    column = {"statistics-period": "period", "statistics-district": "division"}.get(
        topic, STATISTICS_KINDS[topic].folder
    )
    return newest | ({column: key} if column else {})


def _stages(cube: Cube, place: Place, _spots: Spots) -> Chart:
    measures = cube.layouts[STAGES].measures
    figures = tuple(cube.ask(STAGES, each.name, **place) for each in measures)
    title = f"{_when(place)}从求助到得到帮扶"
    rows = ("办到哪一步", tuple(each.title for each in measures))
    return replace(_bars("stages", title, rows, figures, STAGES), note=STAGES_NOTE)


def _categories(cube: Cube, place: Place, _spots: Spots) -> Chart:
    codes = cube.codes(STAGES, "category")
    figures = tuple(cube.ask(STAGES, HELPED, **{**place, "category": code}) for code in codes)
    return _bars("categories", f"{_when(place)}各类别帮扶的户数", ("帮扶类别", codes.values()), figures, STAGES)


def _groups(cube: Cube, place: Place, _spots: Spots) -> Chart:
    codes = cube.codes(GROUPS, "group")
    figures = tuple(cube.ask(GROUPS, HELPED, **{**place, "group": code}) for code in codes)
    return _bars("groups", f"{_when(place)}各类对象得到帮扶的户数", ("帮扶对象", codes.values()), figures, GROUPS)


def _waiting(cube: Cube, place: Place, _spots: Spots) -> Chart:
    codes = cube.codes(WAITING, "waiting")
    figures = tuple(cube.ask(WAITING, HELPED, **{**place, "waiting": code}) for code in codes)
    title = f"{_when(place)}从求助到得到帮扶等了多久"
    return replace(_bars("waiting", title, ("等待时间", codes.values()), figures, WAITING), note=WAITING_NOTE)


def _money(cube: Cube, place: Place, _spots: Spots) -> Chart:
    codes = cube.codes(PLACES, "category")
    figures = tuple(cube.ask(PLACES, YUAN, **{**place, "category": code}) for code in codes)
    return _bars("money", f"{_when(place)}各类别帮扶的金额", ("帮扶类别", codes.values()), figures, PLACES, "元")


def _townships(cube: Cube, place: Place, _spots: Spots) -> Chart:
    axis = cube.layouts[PLACES].columns["division"]
    inside = axis.dimension.children.get(place["division"], ()) if axis else ()
    titles = tuple(axis.titles[code] for code in inside) if axis else ()
    figures = tuple(cube.ask(PLACES, HELPED, **{**place, "division": code}) for code in inside)
    return _bars(
        "townships", f"{_when(place)}各街道（镇、乡）得到帮扶的户数", ("街道（镇、乡）", titles), figures, PLACES
    )


def _townships_asked(cube: Cube, place: Place, _spots: Spots) -> Chart:
    return townships_chart(cube, "asked", place["division"])


def _townships_helped(cube: Cube, place: Place, _spots: Spots) -> Chart:
    return townships_chart(cube, HELPED, place["division"])


def _map(cube: Cube, place: Place, spots: Spots) -> Chart:
    """Districts on a map of tiles where the instance has one, else as bars."""
    table = GROUPS if "group" in place else STAGES
    codes = cube.codes(table, "division")
    figures = tuple(cube.ask(table, HELPED, **{**place, "division": code}) for code in codes)
    mapped = all(code in spots for code in codes)
    return Chart(
        key="map",
        kind=ChartKind.TILES if mapped else ChartKind.BARS,
        title=f"{_when(place)}各区得到帮扶的户数",
        unit="户",
        row_title="区",
        rows=tuple(codes.values()),
        series=(Series("获得帮扶", figures),),
        source=table,
        addresses=tuple(page_address("statistics-district", code) for code in codes),
        spots=tuple(spots[code] for code in codes) if mapped else (),
        note=_MAP_NOTE if mapped else "",
    )


def _areas(cube: Cube, place: Place, _spots: Spots) -> Chart:
    """The second hierarchy of places, such as service areas, from the first table that has one."""
    table = next(tables_of_areas(cube), STAGES)
    groupings = cube.groupings(table, "division")
    title, codes = next(iter(groupings.items()), ("片区", {}))
    figures = tuple(cube.ask(table, HELPED, **{**place, "division": code}) for code in codes)
    whole = f"{_when(place)}各{title}得到帮扶的户数"
    return replace(_bars("areas", whole, (title, codes.values()), figures, table), note=AREAS_NOTE)


def _months(cube: Cube, place: Place, _spots: Spots) -> Chart:
    months = tuple(code for code in cube.periods(MONTHS) if "-" in code)
    where = {name: code for name, code in place.items() if name == "division"}
    titles = {each.name: each.title for each in cube.layouts[MONTHS].measures}
    series = tuple(
        Series(titles[name], tuple(cube.ask(MONTHS, name, period=month, **where) for month in months))
        for name in ("asked", HELPED)
    )
    rows = tuple(period_title(month) for month in months)
    title = "每月提出求助和得到帮扶的户数"
    return Chart("months", ChartKind.LINES, title, "户", "月份", rows, series, MONTHS, note=_breaks(cube, place))


def _halves(cube: Cube, place: Place, _spots: Spots) -> Chart:
    table = GROUPS if "group" in place else STAGES
    return _over_time(cube, table, HELPED, place)


def _money_halves(cube: Cube, place: Place, _spots: Spots) -> Chart:
    table = GROUPS if "group" in place else PLACES
    return _over_time(cube, table, YUAN, place)


def _over_time(cube: Cube, table: str, measure: str, place: Place) -> Chart:
    halves = half_years(cube)
    figures = tuple(cube.ask(table, measure, **{**place, "period": half}) for half in halves)
    rows = tuple(period_title(half) for half in halves)
    drawn = (
        _bars("money-halves", "每半年帮扶的金额", ("期间", rows), figures, table, "元")
        if measure == YUAN
        else _bars("halves", "每半年得到帮扶的户数", ("期间", rows), figures, table)
    )
    return replace(drawn, note=_breaks(cube, place))


def _breaks(cube: Cube, place: Place) -> str:
    """That a district was made of other townships before a day; any table that counts townships knows it."""
    code = place.get("division", "")
    axes = (layout.columns.get("division") for layout in cube.layouts.values())
    trees = (tree for axis in axes if axis for tree in axis.traced.dimension.hierarchies)
    years = sorted({tree.holds[code][0][:4] for tree in trees if code in tree.holds} - {_EVER})
    return f"{'、'.join(years)} 年起有街道（镇、乡）划进来或者划出去，前后不能直接比。" if years else ""


def _bars(
    key: str, title: str, rows: tuple[str, Iterable[str]], figures: tuple[Shown, ...], source: str, unit: str = "户"
) -> Chart:
    counted = "帮扶金额" if unit == "元" else "户数"
    return Chart(key, ChartKind.BARS, title, unit, rows[0], tuple(rows[1]), (Series(counted, figures),), source)


def _when(place: Place) -> str:
    return period_title(place["period"])


_MAKERS: Mapping[str, Maker] = {
    "stages": _stages,
    "map": _map,
    "areas": _areas,
    "categories": _categories,
    "groups": _groups,
    "waiting": _waiting,
    "money": _money,
    "townships": _townships,
    "townships-asked": _townships_asked,
    "townships-helped": _townships_helped,
    "months": _months,
    "halves": _halves,
    "money-halves": _money_halves,
}
"""What makes each chart."""
