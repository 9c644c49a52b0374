"""Published statistics to their pages: periods, districts, categories, groups, trends, and the method."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.features.statistics.addresses import (
    GROUPS,
    STAGES,
    STATISTICS_HISTORY,
    STATISTICS_HOME,
    STATISTICS_KINDS,
    STATISTICS_METHOD,
    TABLES,
    TOWNSHIP_GROUPS,
    TOWNSHIPS,
    chart_address,
    half_years,
    long_periods,
    page_address,
    tables_of_areas,
)
from generator.features.statistics.cube import Cube, cube_of
from generator.features.statistics.ledger import ROLE
from generator.features.statistics.successions import SUCCESSION_ROLE
from generator.features.statistics.written_periods import period_title
from generator.model.catalogue import Catalogue
from generator.model.feature import Topic
from generator.model.page import Download, Link, Page, TopicSubject
from generator.model.project import Settings
from generator.model.role import Roles
from generator.plan.listings import LISTINGS_HOME as SITE

_CODES = ("place", "category", "group", "waiting_band", "tile")
_MADE_FROM = Roles((*TABLES, TOWNSHIPS, TOWNSHIP_GROUPS, *_CODES, SUCCESSION_ROLE, ROLE))
_TEMPLATES = {STATISTICS_METHOD: "statistics/method", STATISTICS_HISTORY: "statistics/history"}


def _plan(catalogue: Catalogue, _settings: Settings, _as_of: date) -> Iterator[Page]:
    cube = cube_of(catalogue)
    if set(TABLES) <= cube.layouts.keys() and half_years(cube):
        newest = half_years(cube)[-1]
        yield _page(STATISTICS_HOME, STATISTICS.title, "statistics-period", newest, top=True)
        for topic, key, title in _subjects(cube):
            yield _page(page_address(topic, key), title, topic, key)
        yield _page(STATISTICS_METHOD, "这些数是怎么保护的", "statistics-method", "")
        yield _page(STATISTICS_HISTORY, "公布和更正", "statistics-history", "")


def _subjects(cube: Cube) -> Iterator[tuple[str, str, str]]:
    """Every page by topic, key and title."""
    for period in long_periods(cube):
        yield "statistics-period", period, f"{period_title(period)}帮扶统计"
    for code, name in cube.codes(STAGES, "division").items():
        yield "statistics-district", code, f"{name}帮扶统计"
    for code, name in cube.codes(STAGES, "category").items():
        yield "statistics-category", code, f"{name}：帮扶统计"
    for code, name in cube.codes(GROUPS, "group").items():
        yield "statistics-group", code, f"{name}：帮扶统计"
    yield "statistics-trends", "", "每月和每半年的变化"


def _page(address: str, title: str, topic: str, key: str, top: bool = False) -> Page:
    return Page(
        address=address,
        title=title,
        template=_TEMPLATES.get(address, "statistics/charts"),
        frame=STATISTICS.name,
        subject=TopicSubject(topic, key, _MADE_FROM),
        crumbs=(SITE,) if top else (SITE, Link(STATISTICS.title, STATISTICS_HOME)),
    )


def _downloads(catalogue: Catalogue) -> Iterator[Download]:
    cube = cube_of(catalogue)
    if set(TABLES) <= cube.layouts.keys() and half_years(cube):
        for topic, key, _title in _subjects(cube):
            for chart in STATISTICS_KINDS[topic].charts:
                if chart == "areas" and not any(tables_of_areas(cube)):
                    continue
                address = chart_address(topic, key, chart)
                yield Download(address, "chart", _MADE_FROM, f"{topic}|{key}|{chart}")


STATISTICS = Topic("statistics", "帮扶统计", "看公开", TABLES, _plan, _downloads)
