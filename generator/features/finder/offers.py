"""Supply entries to offers: what somebody in need has to know of one, in the words of matching."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from generator.base.memoising import once_a_subject
from generator.features.finder.answers import Answers, Names
from generator.features.finder.checked_phones import Check, check_of
from generator.features.finder.criteria import service_word
from generator.features.finder.entries import entries_of, names_of
from generator.features.finder.matches import Match, MatchVerdict, find_matches
from generator.model.addresses import record_address
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in, words_in
from generator.model.matching import Specification
from generator.model.page import Link
from generator.model.past import CLOSED_FOR_NOW
from generator.model.record import Record
from generator.render.facts import record_fact


class Details(NamedTuple):
    """What is shown of an entry beside its name and the reasons; `fee` is empty where it is free of charge."""

    summary: str
    standard: str
    fee: str
    papers: tuple[str, ...]
    how: str
    days: int | None
    phone: str
    provider: str
    notes: str
    checked_by: str


class Offer(NamedTuple):
    """An entry for people in need: `met`, `asked` and `lacking` are matching's reasons; `distance` ranks how near.

    `services` are words for how it helps, `check` says when its number was last rung, `other` is what may be had
    meanwhile of the same kind where its places are gone.
    """

    key: str
    title: str
    address: str
    place: str
    level: str
    distance: int
    need: int
    met: tuple[str, ...]
    asked: tuple[str, ...]
    lacking: tuple[str, ...]
    simplified: bool
    services: tuple[str, ...]
    check: Check
    other: Link | None
    details: Details


def offers_for(
    catalogue: Catalogue, records: Iterable[Record], answers: Answers, rules: Specification
) -> tuple[Offer, ...]:
    """The entries that suit the answers, the best and nearest first."""
    known = {record.key: record for record in records}
    entries = entries_of(catalogue, known.values(), answers.today)
    matches = find_matches(entries, answers, matching_names(catalogue), rules)
    offers = _Offers(catalogue, matches, answers.today, rules)
    return tuple(offers.of(known[match.entry.key], match) for match in matches)


def find_other(match: Match, matches: Iterable[Match]) -> Match | None:
    """What may be had now instead of something whose places are gone: of the same kind of need, else none."""
    if match.verdict is not MatchVerdict.NEAR or match.entry.status not in CLOSED_FOR_NOW:
        return None
    kinds = match.entry.kinds
    return next(
        (
            each
            for each in matches
            if each.verdict is not MatchVerdict.NEAR and not set(kinds).isdisjoint(each.entry.kinds)
        ),
        None,
    )


@once_a_subject
def matching_names(catalogue: Catalogue) -> Names:
    """What codes are called, worked out once."""
    return names_of(catalogue)


def offer_details(catalogue: Catalogue, record: Record) -> Details:
    """The details of one entry, in words."""
    fields = catalogue.datasets[record.dataset].columns
    words = {name: record_fact(catalogue, record, field).text for name, field in fields.items() if name in _SHOWN}
    days = record.values.get("processing_days")
    return Details(
        summary=words["summary"],
        standard=words["standard"],
        fee="" if text_in(record, "fee") == "free" else words["fee_note"] or words["fee"],
        papers=(*words_in(record, "proof"), *words_in(record, "documents")),
        how=words["how_to_apply"],
        days=days if isinstance(days, int) else None,
        phone=words["phone"],
        provider=words["provider"],
        notes=words.get("notes", ""),
        checked_by=words.get("phone_checked_by", ""),
    )


_SHOWN = frozenset(
    {"summary", "standard", "fee", "fee_note", "how_to_apply", "phone", "provider", "notes", "phone_checked_by"}
)


@dataclass(frozen=True)
class _Offers:
    """What is found, each in the light of the others."""

    catalogue: Catalogue
    matches: tuple[Match, ...]
    today: date
    rules: Specification

    def of(self, record: Record, match: Match) -> Offer:
        """One of them in words."""
        details, other = offer_details(self.catalogue, record), find_other(match, self.matches)
        return Offer(
            key=record.key,
            title=match.entry.name,
            address=record_address(record.dataset, record.key),
            place=matching_names(self.catalogue).places[match.entry.division].name,
            level=match.entry.level,
            distance=match.distance,
            need=match.need,
            met=match.met,
            asked=match.open,
            lacking=match.lacking,
            simplified=match.entry.simplified,
            services=tuple(service_word(each, self.rules) for each in match.entry.services),
            check=check_of(match.entry.checked_on, details.checked_by, self.today, self.rules),
            other=Link(other.entry.name, record_address(record.dataset, other.entry.key)) if other else None,
            details=details,
        )
