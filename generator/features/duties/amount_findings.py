"""Figures of several disclosures that cannot all be true become findings."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from generator.base.memoising import once_a_subject
from generator.features.duties.amount_problems import amount_falls, spending_above_receipts
from generator.features.duties.project_facts import disclosures_of
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, number_in, text_in
from generator.model.finding import Finding
from generator.model.record import Record

_MEASURES = {
    "income": "累计收入",
    "spending": "累计支出",
    "beneficiaries": "累计受助人数",
    "households": "累计受助户数",
    "services": "累计服务人次",
}
_FAMILIES = {"fundraising-final": "fundraising-progress", "project-final": "project-progress"}


class Tally(NamedTuple):
    """What a project is known to have received or spent: the larger of the cumulative figure and the sum of parts."""

    cumulative: Decimal = Decimal(0)
    summed: Decimal = Decimal(0)
    record: Record | None = None

    @property
    def total(self) -> Decimal:
        """The most that the records speak of."""
        return max(self.cumulative, self.summed)

    def add(self, record: Record, measure: str) -> Tally:
        """With one more record; unchanged when it is silent on the measure."""
        amount = number_in(record, measure)
        if amount is None:
            return self
        if text_in(record, "basis") == "cumulative":
            return Tally(max(self.cumulative, amount), self.summed, record)
        return Tally(self.cumulative, self.summed + amount, record)


class Receipts(NamedTuple):
    """What came in by each fundraising that reports name, and under no name: the larger of both counts."""

    tallies: Mapping[str, Tally]
    record: Record | None = None

    @property
    def total(self) -> Decimal:
        """The most that the records speak of."""
        named = sum((each.total for name, each in self.tallies.items() if name), Decimal(0))
        return max(named, self.tallies.get("", Tally()).total)

    def add(self, record: Record) -> Receipts:
        """With one more record; unchanged when it is silent on income."""
        if number_in(record, "income") is None:
            return self
        name = text_in(record, "fundraising")
        return Receipts({**self.tallies, name: self.tallies.get(name, Tally()).add(record, "income")}, record)


def find_falling_amounts(catalogue: Catalogue, project: Record) -> Iterator[Finding]:
    """A cumulative figure cannot fall from one report to the next; a mistake in the earlier one wants a correction."""
    cumulative = [one for one in standing_disclosures(catalogue, project) if text_in(one, "basis") == "cumulative"]
    for measure, label in _MEASURES.items():
        for earlier, later in _neighbours(cumulative, measure):
            before, after = number_in(earlier, measure), number_in(later, measure)
            if before is not None and after is not None and after < before:
                yield amount_falls(later, earlier, measure, label)


def find_spending_above_receipts(catalogue: Catalogue, project: Record) -> Iterator[Finding]:
    """A project cannot have spent more than it is known to have received; told once, where it first shows."""
    received, spent = Receipts({}), Tally()
    for disclosure in standing_disclosures(catalogue, project):
        received, spent = received.add(disclosure), spent.add(disclosure, "spending")
        if received.record and spent.record and spent.total > received.total:
            other = received.record if received.record is not spent.record else project
            yield spending_above_receipts(spent.record, other)
            return


def standing_disclosures(catalogue: Catalogue, project: Record) -> tuple[Record, ...]:
    """The disclosures as they stand today, by the period they tell of; a correction stands for its original."""
    return _in_order(catalogue, project.key)


@once_a_subject
def _in_order(catalogue: Catalogue, project: str) -> tuple[Record, ...]:
    """Several rules ask for every project."""
    return tuple(sorted(still_valid(disclosures_of(catalogue, catalogue.with_role("project")[project])), key=_told_of))


def still_valid(disclosures: Collection[Record]) -> Collection[Record]:
    """The disclosures of one project that no other corrects, in no order."""
    corrections = [one for one in disclosures if one.values.get("correction_of")]
    if not corrections:
        return disclosures
    by_id = {text_in(one, "id"): one for one in disclosures}
    standing = {text_in(one, "id"): one for one in disclosures if not text_in(one, "correction_of")}
    for correction in sorted(corrections, key=_published):
        standing[_root(correction, by_id)] = correction
    return standing.values()


def _root(correction: Record, by_id: dict[str, Record]) -> str:
    """The id of the first record in a chain of corrections; a chain that bites its tail ends where it began."""
    seen: list[str] = []
    name = text_in(correction, "id")
    while (found := by_id.get(name)) and (earlier := text_in(found, "correction_of")) and name not in seen:
        seen.append(name)
        name = earlier
    return name


def _neighbours(records: Sequence[Record], measure: str) -> Iterable[tuple[Record, Record]]:
    families: dict[tuple[str, str], list[Record]] = {}
    for record in records:
        kind = text_in(record, "kind")
        if number_in(record, measure) is not None:
            families.setdefault((_FAMILIES.get(kind, kind), text_in(record, "fundraising")), []).append(record)
    return (pair for family in families.values() for pair in pairwise(family))


def _published(record: Record) -> tuple[date, str]:
    return (day_in(record, "published_on") or date.min, record.key)


def _told_of(record: Record) -> tuple[date, date, str]:
    published = day_in(record, "published_on") or date.min
    return (day_in(record, "period_to") or published, published, record.key)
