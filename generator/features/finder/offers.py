"""Supply entries to offers: what somebody in need has to know of one, in the words of matching."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from generator.features.finder.answers import Answers, Names
from generator.features.finder.entries import entries_of, names_of
from generator.features.finder.matches import Match, find_matches
from generator.model.addresses import record_address
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in, words_in
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


class Offer(NamedTuple):
    """An entry for people in need: `met`, `asked` and `lacking` are matching's reasons; `distance` ranks how near."""

    key: str
    title: str
    address: str
    place: str
    level: str
    distance: int
    met: tuple[str, ...]
    asked: tuple[str, ...]
    lacking: tuple[str, ...]
    simplified: bool
    details: Details


def offers_for(catalogue: Catalogue, records: Iterable[Record], answers: Answers) -> tuple[Offer, ...]:
    """The entries that suit the answers, the best and nearest first."""
    known = {record.key: record for record in records}
    matches = find_matches(entries_of(known.values(), answers.today), answers, matching_names(catalogue))
    return tuple(_offer(catalogue, known[match.entry.key], match) for match in matches)


@lru_cache(maxsize=2)
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
        notes=words["notes"],
    )


_SHOWN = frozenset({"summary", "standard", "fee", "fee_note", "how_to_apply", "phone", "provider", "notes"})


def _offer(catalogue: Catalogue, record: Record, match: Match) -> Offer:
    return Offer(
        key=record.key,
        title=match.entry.name,
        address=record_address(record.dataset, record.key),
        place=matching_names(catalogue).places[match.entry.division].name,
        level=match.entry.level,
        distance=match.distance,
        met=match.met,
        asked=match.open,
        lacking=match.lacking,
        simplified=match.entry.simplified,
        details=offer_details(catalogue, record),
    )
