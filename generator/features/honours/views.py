"""Awards, incentives and grants to what their pages show: who was honoured, what support there is, who received it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from generator.model.cells import is_set, number_in, text_in
from generator.model.record import Record
from generator.model.source import Source
from generator.render.cards import Card, record_card
from generator.render.facts import Fact, RecordFacts


class IncentiveView(NamedTuple):
    """A kind of support and how much of it was given; `amount` is in yuan."""

    card: Card
    kind: str
    verified: bool
    received: int
    amount: Decimal


class GrantView(NamedTuple):
    """One support received."""

    card: Card
    facts: Mapping[str, Fact]


class BrandView(NamedTuple):
    """A brand project and the award that confirmed it (None without one)."""

    card: Card
    organization: Fact
    confirmed: Card | None


@dataclass(frozen=True, slots=True)
class HonoursContext:
    """What the page of honours and support may name."""

    years: tuple[tuple[str, tuple[Card, ...]], ...]
    """With the cards of their awards, the newest first."""
    supports: tuple[IncentiveView, ...]
    """What support there is, and in `given` who received it."""
    given: tuple[GrantView, ...]
    brands: int
    """How many brand projects there are."""


def honours_context(source: Source, _key: str) -> HonoursContext:
    """Who was honoured, what support there is and who received it."""
    catalogue = source.catalogue
    awards = tuple(catalogue.with_role("award").values())
    years = dict.fromkeys(_year(each) for each in awards)
    return HonoursContext(
        years=tuple(
            (year, tuple(record_card(catalogue, each) for each in awards if _year(each) == year)) for year in years
        ),
        supports=tuple(_incentive(source, each) for each in catalogue.with_role("incentive").values()),
        given=tuple(
            GrantView(record_card(catalogue, each), RecordFacts(catalogue, each))
            for each in catalogue.with_role("grant").values()
        ),
        brands=len(_brands(source)),
    )


@dataclass(frozen=True, slots=True)
class BrandsContext:
    """What the page of brand projects may name."""

    brands: tuple[BrandView, ...]


def brands_context(source: Source, _key: str) -> BrandsContext:
    """Projects confirmed as the city's own, with the award that did so."""
    return BrandsContext(brands=tuple(_brand(source, each) for each in _brands(source)))


def _brands(source: Source) -> tuple[Record, ...]:
    return tuple(each for each in source.catalogue.with_role("project").values() if is_set(each, "brand"))


def _brand(source: Source, project: Record) -> BrandView:
    catalogue = source.catalogue
    awards = (each for each in catalogue.pointing(project, "award.project") if text_in(each, "kind") == "brand")
    confirmed = next(awards, None)
    organization = RecordFacts(catalogue, project)["organization"]
    card = record_card(catalogue, confirmed) if confirmed else None
    return BrandView(record_card(catalogue, project), organization, card)


def _incentive(source: Source, incentive: Record) -> IncentiveView:
    grants = source.catalogue.pointing(incentive, "grant.incentive")
    amount = sum((number_in(each, "amount") or Decimal(0) for each in grants), Decimal(0))
    facts = RecordFacts(source.catalogue, incentive)
    card = record_card(source.catalogue, incentive)
    return IncentiveView(card, facts["kind"].text, is_set(incentive, "verified"), len(grants), amount)


def _year(award: Record) -> str:
    return text_in(award, "granted_on")[:4]
