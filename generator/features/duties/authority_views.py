"""What the law asks authorities themselves to publish, to the page that shows where each says it does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.features.duties.board import order_by_day
from generator.features.duties.narrowing import MONTHS_SHOWN, stands_on_board
from generator.features.duties.obligation_views import DutyLine, duty_line
from generator.features.duties.rules import Duty
from generator.features.duties.survey import asked_of, duties_of
from generator.model.addresses import record_address
from generator.model.calendar import add_months
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, text_in
from generator.model.facets import record_title
from generator.model.places import districts_of
from generator.model.record import Record
from generator.model.source import Source

AUTHORITY_ROLE = "authority_disclosure"


class PublishedPlace(NamedTuple):
    """Where an authority publishes something; `seen_on` is when somebody last opened it."""

    authority: str
    title: str
    url: str
    published_on: date | None
    seen_on: date | None


class AuthorityDuty(NamedTuple):
    """One thing that authorities have to publish, and where those do that have told the site."""

    name: str
    text: str
    who: str
    citation: str
    address: str
    is_verified: bool
    places: tuple[PublishedPlace, ...]


@dataclass(frozen=True, slots=True)
class AuthorityBoardContext:
    """What the page of what authorities have to publish may name."""

    duties: tuple[AuthorityDuty, ...]
    """Without a last day: told and never counted."""
    dated: tuple[DutyLine, ...]
    """The districts' half-yearly ones, by day."""


def authority_context(source: Source, _key: str) -> AuthorityBoardContext:
    """Every duty in force that an authority bears."""
    catalogue = source.catalogue
    borne = (each for each in duties_of(catalogue) if each.versions[0].scope.role == "place")
    standing = (each for each in borne if not each.current(source.as_of).is_counted)
    first, since = add_months(source.as_of, -MONTHS_SHOWN), source.settings.duties_since
    asked = (one for each in districts_of(catalogue) for one in asked_of(catalogue, each, source.as_of, since))
    return AuthorityBoardContext(
        duties=tuple(_view(catalogue, each, source.as_of) for each in standing),
        dated=tuple(map(duty_line, order_by_day(one for one in asked if stands_on_board(one, first)))),
    )


def _view(catalogue: Catalogue, duty: Duty, as_of: date) -> AuthorityDuty:
    rule = duty.current(as_of)
    return AuthorityDuty(
        name=rule.name,
        text=rule.text,
        who=rule.scope.who,
        citation=rule.source.citation,
        address=record_address(catalogue.named("rule"), rule.id),
        is_verified=rule.verified,
        places=tuple(_places(catalogue, {each.id for each in duty.versions})),
    )


def _places(catalogue: Catalogue, rules: set[str]) -> Iterator[PublishedPlace]:
    for record in catalogue.with_role(AUTHORITY_ROLE).values():
        if text_in(record, "rule") in rules:
            yield PublishedPlace(
                _authority(catalogue, record),
                text_in(record, "title"),
                text_in(record, "url"),
                day_in(record, "published_on"),
                day_in(record, "confirmed_on"),
            )


def _authority(catalogue: Catalogue, record: Record) -> str:
    place = catalogue.with_role("place").get(text_in(record, "division"))
    return record_title(catalogue, place) if place else ""
