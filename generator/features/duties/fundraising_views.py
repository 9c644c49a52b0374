"""The public fundraisings of a project to what its page shows of them: filing, period, platforms, changes, partners."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.features.duties.fundraising_facts import Campaign, campaigns_of, changes_of, partners_of
from generator.model.addresses import record_address
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, number_in, text_in, words_in
from generator.model.labelled_lines import plain_text
from generator.model.page import Link
from generator.model.record import Record
from generator.model.source import Source


class PlanChangeView(NamedTuple):
    """Something in the plan that became different; `kind` in words."""

    anchor: str
    kind: str
    summary: str
    changed_on: date | None
    decided_on: date | None
    filed_on: date | None
    published_on: date | None
    url: str


class PartnerView(NamedTuple):
    """Who raises together with the charity, and what the charity found; `address` where it has a page here."""

    anchor: str
    name: str
    address: str
    task: str
    evaluation: str
    published_on: date | None
    url: str


class FundraisingView(NamedTuple):
    """One public fundraising; `channels` are those besides the designated platforms."""

    anchor: str
    name: str
    number: str
    filed_on: date | None
    first: date | None
    last: date | None
    target: Decimal | None
    platforms: tuple[Link, ...]
    channels: str
    use: str
    url: str
    changes: tuple[PlanChangeView, ...]
    partners: tuple[PartnerView, ...]


@dataclass(frozen=True, slots=True)
class FundraisingsContext:
    """What a project's page may name of its public fundraisings."""

    campaigns: tuple[FundraisingView, ...]


def fundraisings_context(source: Source, project: Record) -> FundraisingsContext:
    """Each of them, the oldest first."""
    shown = (each for each in campaigns_of(source.catalogue, project) if not each.is_inside or each.first)
    return FundraisingsContext(tuple(_view(source.catalogue, each) for each in shown))


def _view(catalogue: Catalogue, campaign: Campaign) -> FundraisingView:
    record, inside = campaign.record, campaign.is_inside
    return FundraisingView(
        anchor=campaign.own or "fundraising",
        name="公开募捐" if inside else text_in(record, "name"),
        number=campaign.number,
        filed_on=campaign.filed_on,
        first=campaign.first,
        last=campaign.last,
        target=number_in(record, "fundraising_target" if inside else "target"),
        platforms=tuple(_platforms(catalogue, record)),
        channels=text_in(record, "fundraising_platform" if inside else "channels"),
        use=text_in(record, "use"),
        url="" if inside else text_in(record, "url"),
        changes=_changes(catalogue, changes_of(catalogue, campaign)),
        partners=_partners(catalogue, partners_of(catalogue, campaign)),
    )


def _platforms(catalogue: Catalogue, record: Record) -> Iterable[Link]:
    known = catalogue.with_role("platform")
    for key in words_in(record, "used_platforms"):
        if key in known:
            yield Link(text_in(known[key], "name"), record_address(known[key].dataset, key))


def _changes(catalogue: Catalogue, rows: Iterable[Record]) -> tuple[PlanChangeView, ...]:
    return tuple(
        PlanChangeView(
            text_in(each, "id"),
            plain_text(catalogue, each, catalogue.datasets[each.dataset].columns["kind"]),
            text_in(each, "summary"),
            day_in(each, "changed_on"),
            day_in(each, "decided_on"),
            day_in(each, "filed_on"),
            day_in(each, "published_on"),
            text_in(each, "url"),
        )
        for each in rows
    )


def _partners(catalogue: Catalogue, rows: Iterable[Record]) -> tuple[PartnerView, ...]:
    bodies = catalogue.with_role("organization")
    return tuple(
        PartnerView(
            text_in(each, "id"),
            text_in(each, "name"),
            record_address(bodies[body].dataset, body) if (body := text_in(each, "organization")) in bodies else "",
            text_in(each, "task"),
            text_in(each, "evaluation"),
            day_in(each, "published_on"),
            text_in(each, "url"),
        )
        for each in rows
    )
