"""Needs against supply to what the pages of the board may name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypedDict

from generator.features.editions.half_years import half_year_at
from generator.features.gaps.cell_views import (
    ChanceView,
    GapRowView,
    GapView,
    category_link,
    chance_views,
    gap_charts,
    gap_views,
    gaps_of,
    place_link,
    value_in,
)
from generator.features.gaps.gap_sentences import GAPS_METHOD, LIMITS, legend
from generator.features.gaps.ledgers import (
    asked_for,
    groups_asking,
    groups_counted,
    has_ledger,
    ledger_period,
    township_asking,
    township_period,
)
from generator.features.gaps.shortfalls import GapStanding
from generator.model.addresses import gaps_address, record_address
from generator.model.calendar import period_name
from generator.model.catalogue import Catalogue
from generator.model.editing import FORMS
from generator.model.facets import record_title
from generator.model.figure import Shown, sum_shown
from generator.model.page import Link
from generator.model.places import places_below
from generator.model.source import Source
from generator.render.charts.chart_in_words import figure_text, text_in_two
from generator.render.charts.views import ChartView, chart_view

CHANCES = 12
"""So many of the largest gaps are told in words on the whole board."""


BOARD_LINK = Link("各区需求和资源对照", gaps_address())


class NeedRow(NamedTuple):
    """A line of a ledger: its figures, each with what it may be, in the order of the categories, the total last."""

    title: str
    address: str
    figures: tuple[tuple[str, str], ...]


class NeedFigure(NamedTuple):
    """A figure of a ledger; `category` and `group` are empty for totals."""

    period: str
    place: str
    category: str
    group: str
    shown: Shown


class _Shared(TypedDict):
    period: str
    is_current: bool
    legend: tuple[tuple[str, str, str], ...]
    method: tuple[str, ...]
    limits: tuple[str, ...]
    csv: str
    forms: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GapPageContext:
    """What every page of the board may name."""

    period: str
    is_current: bool
    """Whether that is the half-year of today; else it is the last of which there are ledgers."""
    legend: tuple[tuple[str, str, str], ...]
    method: tuple[str, ...]
    limits: tuple[str, ...]
    csv: str
    forms: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GapBoardContext(GapPageContext):
    """What the whole board may name besides."""

    map: ChartView | None
    """None without one."""
    kinds: tuple[Link, ...]
    rows: tuple[GapRowView, ...]
    """Of the heat table under `kinds`."""
    districts: int
    reporting: int
    """How many of the `districts` have a ledger."""
    short: int
    """How many of the `cells` of these districts lack something."""
    cells: int
    chances: tuple[ChanceView, ...]
    """The largest gaps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapCategoryContext(GapPageContext):
    """What the page of one kind of help may name besides."""

    map: ChartView | None
    """None without one."""
    board: Link
    category: str
    cells: tuple[GapView, ...]
    """One a district."""
    chances: tuple[ChanceView, ...]
    """Every district where this kind of help is lacking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GapPlaceContext(GapPageContext):
    """What the page of one district may name besides."""

    board: Link
    place: Link
    has_ledger: bool
    cells: tuple[GapView, ...]
    """One a category."""
    asking: tuple[tuple[str, str], ...]
    """Groups with their figures, the total last."""
    columns: tuple[str, ...]
    """Titles over the figures of `townships`."""
    townships: tuple[NeedRow, ...]
    """Rounded ones, of the half-year `township_period`, which may be an earlier one."""
    township_period: str
    needs_csv: str
    chances: tuple[ChanceView, ...]


def board_context(source: Source, key: str) -> GapBoardContext:
    """The heat table of all districts under all kinds of help, and the largest gaps."""
    period, gaps = gaps_of(source, key)
    catalogue = source.catalogue
    views = tuple(gap_views(catalogue, gaps))
    width = len(catalogue.with_role("category"))
    reported = [gap for gap in gaps if gap.standing is not GapStanding.NO_LEDGER]
    return GapBoardContext(
        **_shared(source, key, period),
        map=_map(source, key),
        kinds=tuple(category_link(catalogue, each) for each in catalogue.with_role("category")),
        rows=tuple(GapRowView(views[at].place, views[at : at + width]) for at in range(0, len(views), width)),
        districts=len(views) // width,
        reporting=len({gap.place for gap in reported}),
        short=sum(bool(gap.shortfall) for gap in reported),
        cells=len(reported),
        chances=chance_views(source, period, gaps)[:CHANCES],
    )


def category_context(source: Source, key: str) -> GapCategoryContext:
    """One kind of help in every district."""
    period, gaps = gaps_of(source, key)
    return GapCategoryContext(
        **_shared(source, key, period),
        map=_map(source, key),
        board=BOARD_LINK,
        category=record_title(source.catalogue, source.catalogue.with_role("category")[value_in(key)]),
        cells=tuple(gap_views(source.catalogue, gaps)),
        chances=chance_views(source, period, gaps),
    )


def place_context(source: Source, key: str) -> GapPlaceContext:
    """One district: every kind of help, and the ledgers' own figures."""
    catalogue, place = source.catalogue, value_in(key)
    period, gaps = gaps_of(source, key)
    record = catalogue.with_role("place")[place]
    rounded = township_period(catalogue, source.as_of) or ""
    inside = ((each.key, township_asking(catalogue, rounded, each.key)) for each in places_below(catalogue, record))
    return GapPlaceContext(
        **_shared(source, key, period),
        board=BOARD_LINK,
        place=Link(record_title(catalogue, record), record_address(catalogue.named("place"), place)),
        has_ledger=has_ledger(catalogue, period, place),
        cells=tuple(gap_views(catalogue, gaps)),
        asking=tuple(_group_rows(catalogue, period, place)),
        columns=(*(category_link(catalogue, each).title for each in catalogue.with_role("category")), "所列类别合计"),
        townships=tuple(_township_row(catalogue, township, asking) for township, asking in inside if asking),
        township_period=period_name(rounded) if rounded else "",
        needs_csv=f"{gaps_address('division', place)}needs.csv",
        chances=chance_views(source, period, gaps),
    )


def needs_of(source: Source, district: str) -> tuple[NeedFigure, ...]:
    """What the page of a district shows of ledgers: its own by category and by group, those in it by category."""
    catalogue = source.catalogue
    period = ledger_period(catalogue, source.as_of) or half_year_at(source.as_of).label
    return tuple(_needs(catalogue, period, township_period(catalogue, source.as_of) or "", district))


def _needs(catalogue: Catalogue, period: str, rounded: str, district: str) -> Iterator[NeedFigure]:
    for category in (*catalogue.with_role("category"), ""):
        yield NeedFigure(period, district, category, "", asked_for(catalogue, period, district, category))
    for group, shown in groups_asking(catalogue, period, district).items():
        yield NeedFigure(period, district, "", group, shown)
    for place in places_below(catalogue, catalogue.with_role("place")[district]):
        asking = township_asking(catalogue, rounded, place.key)
        for category, shown in asking.items():
            yield NeedFigure(rounded, place.key, category, "", shown)


def _shared(source: Source, key: str, period: str) -> _Shared:
    return _Shared(
        period=period_name(period),
        is_current=period == half_year_at(source.as_of).label,
        legend=tuple((standing.value, *words) for standing, words in legend().items()),
        method=GAPS_METHOD,
        limits=LIMITS,
        csv=_csv(key),
        forms=FORMS,
    )


def _map(source: Source, key: str) -> ChartView | None:
    charts = gap_charts(source, key)
    return chart_view(source, charts[0], _csv(key)) if charts else None


def _csv(key: str) -> str:
    return f"{gaps_address(*key.split('/')) if key else gaps_address()}gaps.csv"


def _group_rows(catalogue: Catalogue, period: str, place: str) -> Iterator[tuple[str, str]]:
    titles = groups_counted(catalogue)
    for group, shown in groups_asking(catalogue, period, place).items():
        yield titles[group], figure_text(shown)
    yield "合计", figure_text(asked_for(catalogue, period, place))


def _township_row(catalogue: Catalogue, township: str, asking: Mapping[str, Shown]) -> NeedRow:
    address = record_address(catalogue.named("place"), township)
    figures = (*asking.values(), sum_shown(asking.values()))
    return NeedRow(place_link(catalogue, township).title, address, tuple(map(text_in_two, figures)))
