"""A project's disclosures become what it has published altogether, day by day: the one reckoning of running totals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.features.duties.amount_findings import Tally, standing_disclosures, still_valid
from generator.features.duties.project_facts import disclosures_of
from generator.model.catalogue import Catalogue
from generator.model.cells import day_in, number_in, text_in
from generator.model.record import Record

_OF_PROJECTS = frozenset({"project-progress", "project-final"})
"""Only these say what a project spent; yearly summaries and audits tell of the same money again."""
_OF_FUNDRAISING = frozenset({"fundraising-progress", "fundraising-final"})
"""What was raised is told by these and by the project's own reports: the same money, of which the larger sum counts."""
FAMILIES: Mapping[str, tuple[frozenset[str], ...]] = {
    "income": (_OF_FUNDRAISING, _OF_PROJECTS),
    "spending": (_OF_PROJECTS,),
    "beneficiaries": (_OF_PROJECTS,),
    "households": (_OF_PROJECTS,),
    "services": (_OF_PROJECTS,),
}
"""For each measure, the kinds of disclosures that are added to one another."""


class Total(NamedTuple):
    """`is_summed`: no report gave a running total as large as the sum of the parts; `day`: until when it is told."""

    measure: str
    amount: Decimal
    day: date | None
    is_summed: bool


class MoneyPoint(NamedTuple):
    """What had been published until a day, of those measures that the report of that day tells of."""

    day: date
    amounts: Mapping[str, Decimal]


def published_spending(catalogue: Catalogue) -> Decimal:
    """What all projects have published as spent, in yuan: of each the last running total or the sum of its parts."""
    projects = catalogue.with_role("project").values()
    return sum((_spent(catalogue, each) for each in projects), Decimal(0))


def project_totals(catalogue: Catalogue, project: Record) -> tuple[Total, ...]:
    """Of each measure that the project has told anything about, the last known total."""
    disclosures = standing_disclosures(catalogue, project)
    found = (_total(measure, disclosures) for measure in FAMILIES)
    return tuple(each for each in found if each)


def project_course(catalogue: Catalogue, project: Record, measures: Iterable[str]) -> tuple[MoneyPoint, ...]:
    """The totals of some measures after each report that changed one of them, by the day it tells of."""
    running = {measure: tuple((kinds, dict[str, Tally]()) for kinds in FAMILIES[measure]) for measure in measures}
    points: dict[date, MoneyPoint] = {}
    for record in standing_disclosures(catalogue, project):
        telling = {measure: tallies for measure, tallies in running.items() if _tells(record, measure)}
        for measure, tallies in telling.items():
            for kinds, by_campaign in tallies:
                _count_in(by_campaign, kinds, record, measure)
        if telling and (day := _until(record)):
            before = points[day].amounts if day in points else {}
            points[day] = MoneyPoint(day, {**before, **{each: _largest(found) for each, found in telling.items()}})
    return tuple(points.values())


def _largest(tallies: Iterable[tuple[frozenset[str], Mapping[str, Tally]]]) -> Decimal:
    return max(_together(tuple(by_campaign.values())).total for _, by_campaign in tallies)


def _spent(catalogue: Catalogue, project: Record) -> Decimal:
    """In no order: it is asked of every project, and a sum wants none."""
    return _tally("spending", _OF_PROJECTS, still_valid(disclosures_of(catalogue, project))).total


def _total(measure: str, disclosures: Iterable[Record]) -> Total | None:
    disclosures = tuple(disclosures)
    telling = tuple(each for each in disclosures if _tells(each, measure))
    if not telling:
        return None
    tallies = (_tally(measure, kinds, telling) for kinds in FAMILIES[measure])
    largest = max(tallies, key=lambda each: each.total)
    days = [day for each in telling if (day := _until(each))]
    return Total(measure, largest.total, max(days, default=None), largest.summed > largest.cumulative)


def _tally(measure: str, kinds: frozenset[str], disclosures: Iterable[Record]) -> Tally:
    """Running totals are one fundraising's own, so that those of several are added to one another."""
    by_campaign: dict[str, Tally] = {}
    for each in disclosures:
        _count_in(by_campaign, kinds, each, measure)
    return _together(tuple(by_campaign.values()))


def _count_in(by_campaign: dict[str, Tally], kinds: frozenset[str], record: Record, measure: str) -> None:
    if text_in(record, "kind") in kinds:
        name = text_in(record, "fundraising")
        by_campaign[name] = by_campaign.get(name, Tally()).add(record, measure)


def _together(tallies: tuple[Tally, ...]) -> Tally:
    if len(tallies) == 1:
        return tallies[0]
    total = sum((each.total for each in tallies), Decimal(0))
    is_summed = any(each.summed > each.cumulative for each in tallies)
    return Tally(summed=total) if is_summed else Tally(cumulative=total)


def _tells(record: Record, measure: str) -> bool:
    return number_in(record, measure) is not None and text_in(record, "kind") in _kinds(measure)


def _kinds(measure: str) -> frozenset[str]:
    return frozenset().union(*FAMILIES[measure])


def _until(record: Record) -> date | None:
    return day_in(record, "period_to") or day_in(record, "published_on")
