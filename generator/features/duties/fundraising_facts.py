"""Each public fundraising of a project becomes the facts its duties depend on: filing, period, changes, partners."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from generator.features.duties.facts import Event, Publication, Subject, Trait
from generator.features.duties.organization_facts import ceased_on
from generator.features.duties.project_facts import campaign_standing, disclosure_publication, disclosures_of
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, text_in, words_in
from generator.model.record import Record

FUNDRAISING_TRAITS = frozenset({"charity", "public-fundraising", "public-campaign", "emergency", "with-partners"})
FUNDRAISING_EVENTS = frozenset(
    {"fundraising-started", "fundraising-ended", "emergency-ended", "plan-changed", "use-changed"}
)
FILING, CHANGE_FILED, USE_PUBLISHED, PARTNER_EVALUATED = "filing", "plan-change", "use-change", "partner-evaluation"
SEEN_IN_RECORDS = frozenset({FILING, CHANGE_FILED, USE_PUBLISHED, PARTNER_EVALUATED})
"""What the records of a fundraising say by dates of their own; everything else is a disclosure."""
OF_FUNDRAISINGS = frozenset({"fundraising-progress", "fundraising-final", "emergency-progress"})
"""Kinds of disclosures that tell of one fundraising."""

_CAMPAIGN = "fundraising"


class Campaign(NamedTuple):
    """A public fundraising of `project`, wherever it is written: `record` is its own, or once the project itself.

    `is_only`: the project has no other, so that rows of it which name none are about this one.
    """

    project: Record
    record: Record
    is_only: bool
    name: str
    number: str
    filed_on: date | None
    first: date | None
    last: date | None
    emergency_until: date | None

    @property
    def is_inside(self) -> bool:
        """Whether it is written in the project, as was once the only way."""
        return self.record is self.project

    @property
    def own(self) -> str:
        """Its number within the project; empty for one that has none."""
        return "" if self.is_inside else text_in(self.record, "id")


def campaigns_of(catalogue: Catalogue, project: Record) -> tuple[Campaign, ...]:
    """The public fundraisings of a project: its records, else the one that the project's own fields tell of."""
    rows = catalogue.pointing(project, "fundraising.project")
    if rows:
        return tuple(_of_record(project, each, is_only=len(rows) == 1) for each in rows)
    return (_of_project(project),) if text_in(project, "fundraising") == "public" else ()


def campaign_of(campaigns: Sequence[Campaign], row: Record) -> Campaign | None:
    """The fundraising that a row of the project is about; None where it names none of several, or one unknown."""
    return next((each for each in campaigns if belonging(each, (row,))), None)


def is_told_inside(project: Record) -> bool:
    """Whether a project still says of its fundraising what a record of its own would say."""
    return any(day_in(project, name) for name in ("fundraising_from", "fundraising_filed_on"))


def belonging(campaign: Campaign, rows: Iterable[Record]) -> tuple[Record, ...]:
    """Of rows of the project those that are about one fundraising; who names none means the only one there is."""
    named = ((each, text_in(each, "fundraising")) for each in rows)
    return tuple(each for each, name in named if name == campaign.own or (campaign.is_only and not name))


def changes_of(catalogue: Catalogue, campaign: Campaign) -> tuple[Record, ...]:
    """What became different in its plan."""
    return belonging(campaign, catalogue.pointing(campaign.project, "fundraising_change.project"))


def partners_of(catalogue: Catalogue, campaign: Campaign) -> tuple[Record, ...]:
    """Who raises together with the charity."""
    return belonging(campaign, catalogue.pointing(campaign.project, "fundraising_partner.project"))


def fundraising_subjects(catalogue: Catalogue, project: Record) -> Iterator[Subject]:
    """Each public fundraising of a project, with the standing of those who run it."""
    for each in campaigns_of(catalogue, project):
        yield _subject(catalogue, each)


def _subject(catalogue: Catalogue, campaign: Campaign) -> Subject:
    project = campaign.project
    organization = catalogue.with_role("organization").get(text_in(project, "organization"))
    changes, partners = changes_of(catalogue, campaign), partners_of(catalogue, campaign)
    disclosures = belonging(campaign, disclosures_of(catalogue, project))
    published = [*_disclosed(disclosures), *_filed(campaign), *_changed(changes), *_evaluated(partners)]
    return Subject(
        dataset=campaign.record.dataset,
        role="fundraising",
        key=campaign.record.key,
        name=campaign.name,
        noun="这次募捐",
        owner=text_in(project, "organization"),
        divisions=words_in(project, "divisions"),
        traits=tuple(_traits(catalogue, project, bool(partners))),
        events=(*_events(campaign), *_changes(changes)),
        spans=(),
        publications=tuple(sorted(published, key=lambda each: (each.on, each.record))),
        ceased_on=ceased_on(organization) if organization else None,
        home=(project.dataset, project.key),
    )


def _traits(catalogue: Catalogue, project: Record, has_partners: bool) -> Iterator[Trait]:
    yield Trait("public-campaign")
    yield from campaign_standing(catalogue, project)
    if text_in(project, "occasion") == "emergency":
        yield Trait("emergency")
    if has_partners:
        yield Trait("with-partners")


def _events(campaign: Campaign) -> Iterator[Event]:
    if campaign.first:
        yield Event("fundraising-started", campaign.first, "公开募捐开始", _CAMPAIGN)
    if campaign.last:
        yield Event("fundraising-ended", campaign.last, "公开募捐结束")
    if over := campaign.emergency_until or campaign.last:
        yield Event("emergency-ended", over, "应急阶段结束")


def _changes(changes: Iterable[Record]) -> Iterator[Event]:
    for each in changes:
        if day := day_in(each, "changed_on"):
            yield Event("plan-changed", day, "募捐方案变更", text_in(each, "id"))
            if text_in(each, "kind") == "use":
                yield Event("use-changed", day, "募得款物用途变更", text_in(each, "id"))


def _disclosed(disclosures: Iterable[Record]) -> Iterator[Publication]:
    made = (disclosure_publication(each) for each in disclosures if text_in(each, "kind") in OF_FUNDRAISINGS)
    yield from (each for each in made if each)


def _filed(campaign: Campaign) -> Iterator[Publication]:
    if campaign.filed_on:
        title = f"备案编号 {campaign.number or '未填'}"
        yield Publication(
            FILING, campaign.filed_on, campaign.record.dataset, campaign.record.key, title, about=_CAMPAIGN
        )


def _changed(changes: Iterable[Record]) -> Iterator[Publication]:
    for each in changes:
        for kind, name in ((CHANGE_FILED, "filed_on"), (USE_PUBLISHED, "published_on")):
            if day := day_in(each, name):
                title, own = text_in(each, "summary"), text_in(each, "id")
                yield Publication(kind, day, each.dataset, each.key, title, about=own)


def _evaluated(partners: tuple[Record, ...]) -> Iterator[Publication]:
    """Made public once the last of them is."""
    days = [day_in(each, "published_on") for each in partners]
    known = [day for day in days if day]
    if partners and len(known) == len(days):
        last = partners[days.index(max(known))]
        yield Publication(PARTNER_EVALUATED, max(known), last.dataset, last.key, "合作方的评估和监督情况")


def _of_record(project: Record, record: Record, *, is_only: bool) -> Campaign:
    name, own = text_in(project, "name"), text_in(record, "name")
    return Campaign(
        project,
        record,
        is_only,
        own if own.startswith(name) else f"{name}：{own}",
        text_in(record, "number"),
        day_in(record, "filed_on"),
        day_in(record, "starts_on"),
        day_in(record, "ends_on"),
        day_in(record, "emergency_until"),
    )


def _of_project(project: Record) -> Campaign:
    return Campaign(
        project,
        project,
        True,
        text_in(project, "name"),
        text_in(project, "fundraising_number"),
        day_in(project, "fundraising_filed_on"),
        day_in(project, "fundraising_from"),
        day_in(project, "fundraising_to"),
        day_in(project, "emergency_until"),
    )
