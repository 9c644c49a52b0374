"""Disclosure duties to what pages show of them: a timeline on each project and organisation, the public board."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple

from generator.domain.addresses import record_address
from generator.domain.disclosure.board import order_by_lateness
from generator.domain.disclosure.cells import records_in, sources_in, text_in, words_in
from generator.domain.disclosure.obligations import Obligation, Status, find_obligations
from generator.domain.disclosure.rulebook import RULES, find_duties
from generator.domain.disclosure.rules import Duty
from generator.domain.disclosure.sentences import explain, occasion_name, verdict
from generator.domain.disclosure.subjects import SUBJECTS, find_subjects
from generator.model.catalogue import Catalogue
from generator.model.record import Record
from generator.render.source import Source

TONES = {
    Status.MET: "good",
    Status.MET_LATE: "wait",
    Status.DUE: "plain",
    Status.OVERDUE: "stop",
    Status.UNVERIFIED: "over",
    Status.NOT_APPLICABLE: "over",
}


class DutyView(NamedTuple):
    """One obligation as a page shows it."""

    name: str
    occasion: str
    subject: str
    address: str
    verdict: str
    tone: str
    due: date | None
    reason: str


def duty_view(obligation: Obligation) -> DutyView:
    """The words and the tone of one obligation."""
    subject = obligation.subject
    return DutyView(
        name=obligation.rule.name,
        occasion=occasion_name(obligation),
        subject=subject.name,
        address=record_address(subject.dataset, subject.key),
        verdict=verdict(obligation),
        tone=TONES[obligation.status],
        due=obligation.due,
        reason=explain(obligation),
    )


def board_context(source: Source, _key: str) -> Mapping[str, Any]:
    """`duties`: every obligation that asks for something, the most urgent first."""
    found = find_all_obligations(source.catalogue, source.as_of)
    return {"duties": _views(order_by_lateness(found))}


def duty_context(source: Source, record: Record) -> Mapping[str, Any]:
    """`duties`: what the record owes, the most urgent first; for an organisation, with those of its projects."""
    catalogue = source.catalogue
    found = [*_own_obligations(source, record)]
    if record.dataset == "organizations":
        for project in sources_in(catalogue, record, "projects.organization"):
            found.extend(_own_obligations(source, project))
    return {"duties": _views(order_by_lateness(found))}


def duty_inputs(source: Source, record: Record) -> Iterator[str]:
    """Digests of the rules and of every record that decides a duty and does not point at this one itself."""
    catalogue = source.catalogue
    yield _rules_digest(catalogue)
    for key in (text_in(record, "organization"), *words_in(record, "partners")):
        body = records_in(catalogue, "organizations").get(key)
        yield body.digest if body else ""
    for project in sources_in(catalogue, record, "projects.organization"):
        for disclosure in sources_in(catalogue, project, "disclosures.project"):
            yield disclosure.digest


def find_all_obligations(catalogue: Catalogue, as_of: date) -> tuple[Obligation, ...]:
    """What everybody owes and owed, subject by subject."""
    duties = duties_of(catalogue)
    return tuple(found for subject in find_subjects(catalogue) for found in find_obligations(duties, subject, as_of))


@lru_cache(maxsize=2)
def duties_of(catalogue: Catalogue) -> tuple[Duty, ...]:
    """The instance's duties, read from their records once."""
    return find_duties(catalogue)


@lru_cache(maxsize=2)
def _rules_digest(catalogue: Catalogue) -> str:
    digests = "".join(rule.digest for rule in records_in(catalogue, RULES).values())
    return blake2b(digests.encode(), digest_size=16).hexdigest()


def _own_obligations(source: Source, record: Record) -> tuple[Obligation, ...]:
    subject = SUBJECTS[record.dataset](source.catalogue, record)
    return find_obligations(duties_of(source.catalogue), subject, source.as_of)


def _views(obligations: Iterable[Obligation]) -> tuple[DutyView, ...]:
    return tuple(duty_view(each) for each in obligations if each.status is not Status.NOT_APPLICABLE)
