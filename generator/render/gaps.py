"""Needs against supply to what the pages of the board may name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.domain.addresses import finder_address, gaps_address
from generator.domain.calendar import period_name
from generator.domain.disclosure.cells import records_in, text_in
from generator.domain.editing import FORMS
from generator.domain.facets import record_title
from generator.domain.matching.districts import places_below
from generator.domain.needs.gaps import Gap, Standing, largest_first, shown_shortfall, total_shortfall
from generator.domain.needs.ledgers import LEDGER, asked_for, groups_asking, has_ledger, ledger_period
from generator.domain.needs.sentences import LIMITS, METHOD, UNIT, explain, headline, legend
from generator.domain.needs.survey import largest_groups, survey_gaps, unanswered_groups
from generator.domain.statistics.cube import Shown
from generator.domain.supply.half_years import half_year_at
from generator.model.catalogue import Catalogue
from generator.model.page import Link
from generator.render.display import number
from generator.render.source import Source
from generator.render.statistics.charts import Chart, Kind, Series, figure_text
from generator.render.statistics.context import chart_view, tile_spots
from generator.render.statistics.marks import STEPS

CHANCES = 12
"""So many of the largest gaps are told in words on the whole board."""
GROUPS_NAMED = 3
MAP_NOTE = "每个区一格，按方位摆放，不表示面积大小；颜色越深，缺得越多。"
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


class RowView(NamedTuple):
    """One district and its cells, in the order of the categories."""

    place: Link
    cells: tuple[GapView, ...]


class ChanceView(NamedTuple):
    """Something a charity could offer next; `asking` groups asked most often, `unanswered` ones nobody names."""

    gap: GapView
    asking: str
    unanswered: str


class NeedRow(NamedTuple):
    """A line of a ledger: its figures in the order of the categories, the total last."""

    title: str
    address: str
    figures: tuple[str, ...]


class Need(NamedTuple):
    """A figure of a ledger; `category` and `group` are empty for totals."""

    place: str
    category: str
    group: str
    shown: Shown


def board_context(source: Source, key: str) -> Mapping[str, Any]:
    """`rows` of the heat table under `categories`, `counts`, `map`, `chances`, and what all pages have (`_shared`)."""
    period, gaps = gaps_of(source, key)
    catalogue = source.catalogue
    views = tuple(_views(catalogue, gaps))
    width = len(catalogue.records["categories"])
    reported = [gap for gap in gaps if gap.standing is not Standing.NO_LEDGER]
    return {
        **_shared(source, key, period),
        "categories": tuple(_category(catalogue, each) for each in catalogue.records["categories"]),
        "rows": tuple(RowView(views[at].place, views[at : at + width]) for at in range(0, len(views), width)),
        "districts": len(views) // width,
        "reporting": len({gap.place for gap in reported}),
        "short": sum(bool(gap.shortfall) for gap in reported),
        "told": len(reported),
        "chances": _chances(source, period, gaps)[:CHANCES],
    }


def category_context(source: Source, key: str) -> Mapping[str, Any]:
    """`cells`: one a district; `map`; `chances`: every district where this kind of help is lacking."""
    period, gaps = gaps_of(source, key)
    return {
        **_shared(source, key, period),
        "category": record_title(source.catalogue, source.catalogue.records["categories"][_value(key)]),
        "cells": tuple(_views(source.catalogue, gaps)),
        "chances": _chances(source, period, gaps),
    }


def place_context(source: Source, key: str) -> Mapping[str, Any]:
    """`place`, `cells`: one a category; `groups` and `townships`: the ledgers' figures; `chances`."""
    catalogue, place = source.catalogue, _value(key)
    period, gaps = gaps_of(source, key)
    record = catalogue.records["divisions"][place]
    inside = (each for each in places_below(catalogue, record) if has_ledger(catalogue, period, each.key))
    return {
        **_shared(source, key, period),
        "place": Link(record_title(catalogue, record), f"divisions/{place}/"),
        "has_ledger": has_ledger(catalogue, period, place),
        "categories": tuple(_category(catalogue, each) for each in catalogue.records["categories"]),
        "cells": tuple(_views(catalogue, gaps)),
        "groups": tuple(_group_rows(catalogue, period, place)),
        "townships": tuple(_place_row(catalogue, period, each.key) for each in inside),
        "needs_csv": f"{gaps_address('division', place)}needs.csv",
        "chances": _chances(source, period, gaps),
    }


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
    what = record_title(catalogue, catalogue.records["categories"][_value(key)]) if key else "各类"
    notes = (MAP_NOTE if mapped else "", UNTOLD_NOTE, "" if key else PARTLY_NOTE)
    chart = Chart(
        key="map",
        kind=Kind.TILES if mapped else Kind.BARS,
        title=f"{period_name(period)}各区{what}还缺多少",
        unit=UNIT,
        row_title="区",
        rows=tuple(_place(catalogue, place).title for place in by_place),
        series=(Series("还缺", figures),),
        source=LEDGER,
        addresses=tuple(gaps_address("division", place) for place in by_place),
        spots=tuple(spots[place] for place in by_place) if mapped else (),
        note="".join(notes),
    )
    return () if chart.is_empty else (chart,)


def gaps_of(source: Source, key: str) -> tuple[str, tuple[Gap, ...]]:
    """The half-year and the gaps a page or a file is about: all, `category/…` or `division/…`."""
    catalogue = source.catalogue
    period = ledger_period(catalogue, source.as_of) or half_year_at(source.as_of).label
    narrowing, _, value = key.partition("/")
    surveyed = survey_gaps(catalogue, period, source.as_of)
    found = surveyed[value] if narrowing == "division" else (gap for gaps in surveyed.values() for gap in gaps)
    return period, tuple(gap for gap in found if narrowing != "category" or gap.category == value)


def needs_of(source: Source, district: str) -> tuple[str, tuple[Need, ...]]:
    """What the page of a district shows of ledgers: its own by category and group, those in it by category."""
    catalogue = source.catalogue
    period = ledger_period(catalogue, source.as_of) or half_year_at(source.as_of).label
    return period, tuple(_needs(catalogue, period, district))


def _needs(catalogue: Catalogue, period: str, district: str) -> Iterator[Need]:
    categories = (*records_in(catalogue, "categories"), "")
    for category in categories:
        yield Need(district, category, "", asked_for(catalogue, period, district, category))
        for group, shown in groups_asking(catalogue, period, district, category).items():
            yield Need(district, category, group, shown)
    for place in places_below(catalogue, catalogue.records["divisions"][district]):
        if has_ledger(catalogue, period, place.key):
            for category in categories:
                yield Need(place.key, category, "", asked_for(catalogue, period, place.key, category))


def _shared(source: Source, key: str, period: str) -> Mapping[str, Any]:
    """`period`, `is_current`, `map` (None without one), `legend`, `method`, `limits`, `csv`, `forms`, `board`."""
    csv = f"{gaps_address(*key.split('/')) if key else gaps_address()}gaps.csv"
    charts = () if key.startswith("division/") else gap_charts(source, key)
    return {
        "period": period_name(period),
        "is_current": period == half_year_at(source.as_of).label,
        "map": chart_view(source, charts[0], csv) if charts else None,
        "legend": tuple((standing.value, *words) for standing, words in legend().items()),
        "method": METHOD,
        "limits": LIMITS,
        "csv": csv,
        "forms": FORMS,
        "board": Link("各区需求和资源对照", gaps_address()),
    }


def _views(catalogue: Catalogue, gaps: Iterable[Gap]) -> Iterator[GapView]:
    found = tuple(gaps)
    top = max((gap.shortfall or 0 for gap in found), default=0)
    return (_view(catalogue, gap, top) for gap in found)


def _view(catalogue: Catalogue, gap: Gap, top: int) -> GapView:
    return GapView(
        place=_place(catalogue, gap.place),
        category=_category(catalogue, gap.category),
        headline=headline(gap),
        sentence=explain(gap),
        standing=gap.standing.value,
        step=_step(gap, top),
        address=finder_address(gap.place, gap.category),
    )


def _step(gap: Gap, top: int) -> int:
    """As on the map: equal steps up to the largest gap shown beside it."""
    value = shown_shortfall(gap).value
    return min(STEPS, 1 + int(STEPS * float(value) / (top * 1.0001))) if value and top else 0


def _chances(source: Source, period: str, gaps: Iterable[Gap]) -> tuple[ChanceView, ...]:
    found = sorted((gap for gap in gaps if gap.shortfall), key=largest_first)
    return tuple(_chance(source, period, gap) for gap in found)


def _chance(source: Source, period: str, gap: Gap) -> ChanceView:
    catalogue = source.catalogue
    groups = records_in(catalogue, "groups")
    asking = largest_groups(catalogue, gap, period, GROUPS_NAMED)
    unanswered = unanswered_groups(catalogue, gap, period, source.as_of)
    return ChanceView(
        gap=_view(catalogue, gap, 0),
        asking="、".join(f"{record_title(catalogue, groups[group])} {number(times)} {UNIT}" for group, times in asking),
        unanswered="、".join(record_title(catalogue, groups[group]) for group in unanswered),
    )


def _group_rows(catalogue: Catalogue, period: str, place: str) -> Iterator[NeedRow]:
    for group, each in records_in(catalogue, "groups").items():
        yield _need_row(catalogue, period, place, group, record_title(catalogue, each), "")
    yield _need_row(catalogue, period, place, "", "合计", "")


def _place_row(catalogue: Catalogue, period: str, place: str) -> NeedRow:
    link = _place(catalogue, place)
    return _need_row(catalogue, period, place, "", link.title, f"divisions/{place}/")


def _need_row(catalogue: Catalogue, period: str, place: str, group: str, title: str, address: str) -> NeedRow:
    categories = (*records_in(catalogue, "categories"), "")
    shown = (asked_for(catalogue, period, place, category, group) for category in categories)
    return NeedRow(title, address, tuple(figure_text(each) for each in shown))


def _place(catalogue: Catalogue, code: str) -> Link:
    return Link(record_title(catalogue, catalogue.records["divisions"][code]), gaps_address("division", code))


def _category(catalogue: Catalogue, key: str) -> Link:
    each = catalogue.records["categories"][key]
    return Link(text_in(each, "short_name") or record_title(catalogue, each), gaps_address("category", key))


def _value(key: str) -> str:
    return key.partition("/")[2]
