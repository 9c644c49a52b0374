"""The pages of statistics: where each lives and which charts it has; what plans them and what draws them agree here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.features.statistics.cube import Cube

PLACES, STAGES, GROUPS, MONTHS, WAITING = (
    "place_statistic",
    "stage_statistic",
    "group_statistic",
    "month_statistic",
    "waiting_statistic",
)
TOWNSHIPS, TOWNSHIP_GROUPS = "township_statistic", "township_group_statistic"
"""Rounded figures of the finest places; an instance may have none."""
TABLES = (PLACES, STAGES, GROUPS, MONTHS, WAITING)
STATISTICS_HOME = "statistics/"
STATISTICS_METHOD = "statistics/method/"
STATISTICS_HISTORY = "statistics/history/"
TRENDS = "statistics/trends/"


class PageKind(NamedTuple):
    """A kind of page: `folder` under which each has its key, and the charts on it by name."""

    folder: str
    charts: tuple[str, ...]


STATISTICS_KINDS: Mapping[str, PageKind] = {
    "statistics-period": PageKind("period", ("stages", "map", "areas", "categories", "groups", "waiting", "money")),
    "statistics-district": PageKind(
        "district",
        (
            "stages",
            "townships",
            "townships-asked",
            "townships-helped",
            "categories",
            "groups",
            "months",
            "waiting",
            "halves",
        ),
    ),
    "statistics-category": PageKind("category", ("stages", "map", "halves", "money-halves")),
    "statistics-group": PageKind("group", ("map", "halves", "money-halves")),
    "statistics-trends": PageKind("", ("months", "halves", "money-halves")),
}
"""By the name of the topic's subject."""


def page_address(topic: str, key: str) -> str:
    """Where a page of statistics lives."""
    folder = STATISTICS_KINDS[topic].folder
    return f"{STATISTICS_HOME}{folder}/{key}/" if folder else TRENDS


def chart_address(topic: str, key: str, chart: str) -> str:
    """Where the figures of a chart are downloaded; `key` is empty for the page of the newest period."""
    return f"{page_address(topic, key)}{chart}.csv"


def tables_of_areas(cube: Cube) -> Iterator[str]:
    """The tables that add places up in a second way."""
    placed = (table for table, layout in cube.layouts.items() if layout.columns.get("division"))
    return (table for table in placed if any(cube.groupings(table, "division").values()))


def long_periods(cube: Cube) -> tuple[str, ...]:
    """Half-years and years, the newest first; a year after its halves."""
    return tuple(sorted(cube.periods(STAGES), key=lambda code: (code[:4], len(code) > 4, code), reverse=True))


def half_years(cube: Cube) -> tuple[str, ...]:
    """Half-years, the oldest first."""
    return tuple(code for code in cube.periods(STAGES) if "H" in code)
