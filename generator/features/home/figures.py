"""The catalogue to the numbers of the home page: what a visitor can use, not what is stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.features.duties.totals import published_spending
from generator.model.addresses import listing_address
from generator.model.source import Source

_COUNTED = (
    ("window", "window", "服务窗口", "个"),
    ("organization", "organization", "慈善组织和帮扶力量", "家"),
    ("project", "project", "慈善项目", "个"),
    ("disclosure", "project", "项目公开记录", "条"),
)
"""The role that is counted, the one whose list the number leads to, what it is called, its unit."""
_TEN_THOUSAND = Decimal(10_000)


@dataclass(frozen=True, slots=True)
class HomeFigure:
    """A number on the home page and where it leads."""

    label: str
    value: int
    unit: str
    address: str


def home_figures(source: Source) -> tuple[HomeFigure, ...]:
    """Every figure the instance has the data for."""
    return tuple(each for each in (*_help(source), *_counts(source), *_spending(source)) if each.value)


def _help(source: Source) -> Iterator[HomeFigure]:
    offers = source.catalogue.named("offer")
    for status in source.plan.facets.get(offers, {}).get("status", ()):
        if status.value == "open":
            yield HomeFigure(
                "现在可以申请的帮扶", len(status.keys), "项", listing_address(offers, "status", status.value)
            )


def _counts(source: Source) -> Iterator[HomeFigure]:
    for counted, shown, label, unit in _COUNTED:
        records = source.catalogue.with_role(counted)
        yield HomeFigure(label, len(records), unit, listing_address(source.catalogue.named(shown)))


def _spending(source: Source) -> Iterator[HomeFigure]:
    value = published_spending(source.catalogue) // _TEN_THOUSAND
    yield HomeFigure("项目公开的累计支出", int(value), "万元", listing_address(source.catalogue.named("project")))
