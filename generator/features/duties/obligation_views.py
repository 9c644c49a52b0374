"""Obligations to what pages show of them: words, tone, days, the record that met it and where that is on 慈善中国."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from generator.features.duties.facts import Publication, Subject
from generator.features.duties.look_words import objection_note
from generator.features.duties.obligations import Obligation, Status
from generator.features.duties.second_looks import LOOK_ROLE
from generator.features.duties.verdicts import because, occasion_name, verdict, why_not
from generator.model.addresses import board_address, duty_anchor, record_address
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, text_in

TONES = {
    Status.MET: "good",
    Status.MET_LATE: "wait",
    Status.DUE: "plain",
    Status.NO_RECORD: "silent",
    Status.OVERDUE: "stop",
    Status.UNVERIFIED: "over",
    Status.NOT_APPLICABLE: "over",
}
BOARD_ONLY = "place"
"""Districts' duties stand on the board alone: a district's own page is for those who look for help."""
NESTED_IN = {
    "disclosure": "project",
    "fundraising": "project",
    "fundraising_change": "project",
    "fundraising_partner": "project",
    "report": "organization",
}
"""Whose page shows the records of a nested dataset, each at its own anchor."""


class ProofView(NamedTuple):
    """What was published: `url` is its full text, the rest where the statutory platform has it; all may be empty."""

    title: str
    address: str
    anchor: str
    published_on: date
    url: str
    charity_china_url: str
    charity_china_id: str
    looked_up_on: date | None


class DutyLine(NamedTuple):
    """One obligation in a long list: what, whose, by when; `anchor` is its place on its subject's page, or empty."""

    anchor: str
    status: str
    tone: str
    verdict: str
    name: str
    occasion: str
    act: str
    due: date | None
    subject: str
    address: str
    objection: str
    """That whoever owes it does not agree, and since when; empty where nobody objects."""


class DutyView(NamedTuple):
    """One obligation as the page of its subject shows it: its line, the rule, why, and what was published."""

    line: DutyLine
    rule: str
    part: str
    """Which part of the record whose page it stands on; empty: the record itself."""
    reason: str
    proof: ProofView | None


def duty_line(obligation: Obligation) -> DutyLine:
    """The words and the tone of one obligation."""
    rule, subject = obligation.rule, obligation.subject
    return DutyLine(
        anchor=subject_anchor(subject.role, obligation.uid),
        status=obligation.status.value,
        tone=TONES[obligation.status],
        verdict=verdict(obligation),
        name=rule.name,
        occasion=occasion_name(obligation),
        act=rule.act,
        due=obligation.due,
        subject=subject.name,
        address=subject_address(subject),
        objection=objection_note(obligation),
    )


def duty_view(catalogue: Catalogue, obligation: Obligation) -> DutyView:
    """The same with its whole reason."""
    return DutyView(
        line=duty_line(obligation),
        rule=record_address(catalogue.named("rule"), obligation.rule.id),
        part=_part(catalogue, obligation.subject),
        reason=why_not(obligation) if obligation.reason else because(obligation),
        proof=proof_view(catalogue, obligation.met_by) if obligation.met_by else None,
    )


def _part(catalogue: Catalogue, subject: Subject) -> str:
    record = catalogue.records.get(subject.dataset, {}).get(subject.key) if subject.home[0] else None
    return text_in(record, "name") if record and (subject.dataset, subject.key) != subject.shown_with else ""


def duty_views(catalogue: Catalogue, obligations: Iterable[Obligation]) -> tuple[DutyView, ...]:
    """All of them, in the given order."""
    return tuple(duty_view(catalogue, each) for each in obligations)


def subject_address(subject: Subject) -> str:
    """The page that tells of a subject's duties: its own or its project's, and for a district its part of the board."""
    at_board = subject.role == BOARD_ONLY
    return board_address("district", subject.key) if at_board else record_address(*subject.shown_with)


def subject_anchor(role: str, uid: str) -> str:
    """The place of an obligation on that page; empty where it has none."""
    return "" if role == BOARD_ONLY else duty_anchor(uid)


def proof_view(catalogue: Catalogue, publication: Publication) -> ProofView:
    """A publication with the addresses that its record gives."""
    record = catalogue.records.get(publication.dataset, {}).get(publication.record)
    texts = {name: text_in(record, name) if record else "" for name in ("url", "charity_china_url", "charity_china_id")}
    address, anchor = publication_place(catalogue, publication)
    return ProofView(
        title=publication.title,
        address=address,
        anchor=anchor,
        published_on=publication.on,
        looked_up_on=day_in(record, "charity_china_looked_up_on") if record else None,
        **texts,
    )


def publication_place(catalogue: Catalogue, publication: Publication) -> tuple[str, str]:
    """The page that shows a publication, and its place there; a supply catalogue is shown with its district.

    What was found elsewhere has no page here."""
    parent, _, own = publication.record.rpartition("/")
    role = catalogue.role_of(publication.dataset)
    if role in NESTED_IN:
        return record_address(catalogue.named(NESTED_IN[role]), parent), own
    if role == LOOK_ROLE:
        return "", ""
    if role == "offer":
        return record_address(catalogue.named("place"), own), ""
    return record_address(publication.dataset, publication.record), ""
