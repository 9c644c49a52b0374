"""Gaps to what the board shows of each: a cell in words and shade, a tile of the map, a chance for a charity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.features.editions.half_years import half_year_at
from generator.features.gaps.gap_sentences import UNIT, explain, headline
from generator.features.gaps.ledgers import LEDGER, ledger_period
from generator.features.gaps.shortfalls import Gap, largest_first, shown_shortfall, total_shortfall
from generator.features.gaps.survey import largest_groups, survey_gaps, unanswered_groups
from generator.features.statistics.views import tile_spots
from generator.model.addresses import finder_address, gaps_address
from generator.model.calendar import period_name
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.chart import Chart, ChartKind, Series
from generator.model.facets import record_title
from generator.model.page import Link
from generator.model.source import Source
from generator.render.charts.tile_drawing import SHADES
from generator.render.displayed_values import number

GROUPS_NAMED = 3
_MAP_NOTE = "每个区一格，按方位摆放，不表示面积大小；颜色越深，缺得越多。"
UNTOLD_NOTE = "— 表示没有台账，或者有的资源没有写名额，算不出。"
PARTLY_NOTE = "算不出的类别没有加进去，所以只是能算出的部分。"


class GapView(NamedTuple):
    """One cell: `step` is its shade, 0 for none; `address` leads to what is offered there."""

    place: Link
    category: Link
    headline: str
    sentence: str
    standing: str
    step: int
    address: str


class GapRowView(NamedTuple):
    """One district and its cells, in the order of the categories."""

    place: Link
    cells: tuple[GapView, ...]


class ChanceView(NamedTuple):
    """Something a charity could offer next; `asking` groups asked most often, `unanswered` ones nobody names."""

    gap: GapView
    asking: str
    unanswered: str


def gaps_of(source: Source, key: str) -> tuple[str, tuple[Gap, ...]]:
    """The half-year and the gaps a page or a file is about: all, `category/…` or `division/…`."""
    catalogue = source.catalogue
    period = ledger_period(catalogue, source.as_of) or half_year_at(source.as_of).label
    narrowing, _, value = key.partition("/")
    surveyed = survey_gaps(catalogue, period, source.as_of)
    found = surveyed[value] if narrowing == "division" else (gap for gaps in surveyed.values() for gap in gaps)
    return period, tuple(gap for gap in found if narrowing != "category" or gap.category == value)


def gap_charts(source: Source, key: str) -> tuple[Chart, ...]:
    """The map of districts: what is lacking of one category, or of all that can be told."""
    period, gaps = gaps_of(source, key)
    catalogue = source.catalogue
    by_place: dict[str, list[Gap]] = {}
    for gap in gaps:
        by_place.setdefault(gap.place, []).append(gap)
    figures = tuple(total_shortfall(tuple(found)) for found in by_place.values())
    spots = tile_spots(catalogue)
    mapped = all(place in spots for place in by_place)
    what = record_title(catalogue, catalogue.with_role("category")[value_in(key)]) if key else "各类"
    notes = (_MAP_NOTE if mapped else "", UNTOLD_NOTE, "" if key else PARTLY_NOTE)
    chart = Chart(
        key="map",
        kind=ChartKind.TILES if mapped else ChartKind.BARS,
        title=f"{period_name(period)}各区{what}还缺多少",
        unit=UNIT,
        row_title="区",
        rows=tuple(place_link(catalogue, place).title for place in by_place),
        series=(Series("还缺", figures),),
        source=LEDGER,
        addresses=tuple(gaps_address("division", place) for place in by_place),
        spots=tuple(spots[place] for place in by_place) if mapped else (),
        note="".join(notes),
    )
    return () if chart.is_empty else (chart,)


def gap_views(catalogue: Catalogue, gaps: Iterable[Gap]) -> Iterator[GapView]:
    """The cells of some gaps, shaded beside each other."""
    found = tuple(gaps)
    top = max((gap.shortfall or 0 for gap in found), default=0)
    return (_view(catalogue, gap, top) for gap in found)


def _view(catalogue: Catalogue, gap: Gap, top: int) -> GapView:
    return GapView(
        place=place_link(catalogue, gap.place),
        category=category_link(catalogue, gap.category),
        headline=headline(gap),
        sentence=explain(gap),
        standing=gap.standing.value,
        step=_step(gap, top),
        address=finder_address(gap.place, gap.category),
    )


def _step(gap: Gap, top: int) -> int:
    """As on the map: equal steps up to the largest gap shown beside it."""
    value = shown_shortfall(gap).value
    return min(SHADES, 1 + int(SHADES * float(value) / (top * 1.0001))) if value and top else 0


def chance_views(source: Source, period: str, gaps: Iterable[Gap]) -> tuple[ChanceView, ...]:
    """What is known to be lacking, the largest gap first."""
    found = sorted((gap for gap in gaps if gap.shortfall), key=largest_first)
    return tuple(_chance(source, period, gap) for gap in found)


def _chance(source: Source, period: str, gap: Gap) -> ChanceView:
    catalogue = source.catalogue
    groups = catalogue.with_role("group")
    asking = largest_groups(catalogue, gap.place, period, GROUPS_NAMED)
    unanswered = unanswered_groups(catalogue, gap, period, source.as_of)
    return ChanceView(
        gap=_view(catalogue, gap, 0),
        asking="、".join(f"{record_title(catalogue, groups[group])} {number(times)} {UNIT}" for group, times in asking),
        unanswered="、".join(record_title(catalogue, groups[group]) for group in unanswered),
    )


def place_link(catalogue: Catalogue, code: str) -> Link:
    """A district's page of the board."""
    return Link(record_title(catalogue, catalogue.with_role("place")[code]), gaps_address("division", code))


def category_link(catalogue: Catalogue, key: str) -> Link:
    """A category's page of the board."""
    each = catalogue.with_role("category")[key]
    return Link(text_in(each, "short_name") or record_title(catalogue, each), gaps_address("category", key))


def value_in(key: str) -> str:
    """What a page is narrowed to: the district or category in its key."""
    return key.partition("/")[2]
