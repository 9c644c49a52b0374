"""All obligations become the public board, and the board the lists narrowed by district, organisation, status, duty."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import NamedTuple

from generator.base.memoising import large_question, once_a_subject
from generator.features.duties.board import order_by_day
from generator.features.duties.board_sheets import cut_sheets
from generator.features.duties.obligations import STILL_OPEN, Obligation, Status
from generator.features.duties.rulebook import RULE_ROLE
from generator.features.duties.survey import Since, survey
from generator.features.duties.verdicts import STATUS_LABELS
from generator.model.calendar import add_months
from generator.model.catalogue import Catalogue
from generator.model.cells import text_in
from generator.model.facet import Facets, FacetValue

MONTHS_SHOWN = 12
"""What was settled longer ago than this stands only with its project or organisation."""

_PLACES = ("district", "city")


class Narrowing(NamedTuple):
    """One way to narrow the board: the `values` an obligation answers to, and what all values are called, in order."""

    label: str
    values: Callable[[Catalogue, Obligation], Iterable[str]]
    names: Callable[[Catalogue], Mapping[str, str]]


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """One is made a run, so it may stand as a key for what is worked out from it once.

    What stands on the board, by uid, what falls due soonest first; and the uids under each value of each narrowing.
    """

    obligations: Mapping[str, Obligation]
    facets: Facets
    sheets: Mapping[tuple[str, str], tuple[tuple[str, ...], ...]]
    """The uids on each sheet of each list, by its narrowing and value; both are empty for the whole board."""

    def under(self, narrowing: str, value: str) -> tuple[str, ...]:
        """The uids under one value of one narrowing; all of them when none is named."""
        return tuple(chain.from_iterable(self.sheets.get((narrowing, value), ())))


def find_board(catalogue: Catalogue, as_of: date, since: Since) -> Board:
    """What is open past its day, what is coming, and what fell due or was published in the last twelve months."""
    return _board(catalogue, as_of, tuple(sorted(since.items())))


def stands_on_board(obligation: Obligation, first: date) -> bool:
    """Whether it asks for something, and was not settled before `first`."""
    if obligation.status is Status.NOT_APPLICABLE or obligation.due is None:
        return False
    news = max(obligation.due, obligation.met_by.on) if obligation.met_by else obligation.due
    return obligation.status in STILL_OPEN or news >= first


@large_question
def _board(catalogue: Catalogue, as_of: date, since: tuple[tuple[str, date], ...]) -> Board:
    asked = chain.from_iterable(survey(catalogue, as_of, dict(since)).values())
    first = add_months(as_of, -MONTHS_SHOWN)
    shown = (found for found in asked if stands_on_board(found, first))
    obligations = {found.uid: found for found in order_by_day(shown)}
    facets = narrowed(catalogue, obligations)
    lists = {(name, value.value): value.keys for name in facets for value in facets[name]}
    sheets = {of: cut_sheets(uids, str) for of, uids in {("", ""): tuple(obligations), **lists}.items()}
    return Board(obligations, facets, sheets)


def narrowed(catalogue: Catalogue, obligations: Mapping[str, Obligation]) -> Facets:
    """The uids of obligations, which are known by these, under each value of each narrowing."""
    return {name: _narrow(catalogue, each, obligations) for name, each in NARROWINGS.items()}


def _narrow(
    catalogue: Catalogue, narrowing: Narrowing, obligations: Mapping[str, Obligation]
) -> tuple[FacetValue, ...]:
    uids: dict[str, list[str]] = {}
    for uid, found in obligations.items():  # each uid once, however many lists it stands in
        for value in narrowing.values(catalogue, found):
            uids.setdefault(value, []).append(uid)
    names = narrowing.names(catalogue)
    return tuple(FacetValue(value, name, tuple(uids[value])) for value, name in names.items() if value in uids)


def _places(catalogue: Catalogue, obligation: Obligation) -> tuple[str, ...]:
    return _districts(catalogue, obligation.subject.divisions)


@once_a_subject
def _districts(catalogue: Catalogue, codes: tuple[str, ...]) -> tuple[str, ...]:
    """The districts of places; what is done in all of the city stands under the city, not under each district."""
    divisions = catalogue.with_role("place")
    named = (divisions[code] for code in codes if code in divisions)
    lines = ((each, *catalogue.ancestors(each)) for each in named)
    found = (next((each.key for each in line if text_in(each, "level") in _PLACES), "") for line in lines)
    return tuple(code for code in dict.fromkeys(found) if code)


def _owner(_catalogue: Catalogue, obligation: Obligation) -> tuple[str, ...]:
    return (obligation.subject.owner,) if obligation.subject.owner else ()


def _duty_names(catalogue: Catalogue) -> Mapping[str, str]:
    return {text_in(rule, "duty"): text_in(rule, "name") for rule in catalogue.with_role(RULE_ROLE).values()}


def _names_in(role: str) -> Callable[[Catalogue], Mapping[str, str]]:
    return lambda catalogue: {key: text_in(record, "name") for key, record in catalogue.with_role(role).items()}


NARROWINGS: Mapping[str, Narrowing] = {
    "status": Narrowing(
        "状态",
        lambda _catalogue, found: (found.status.value,),
        lambda _catalogue: {status.value: label for status, label in STATUS_LABELS.items()},
    ),
    "duty": Narrowing("公开事项", lambda _catalogue, found: (found.rule.duty,), _duty_names),
    "district": Narrowing("区", _places, _names_in("place")),
    "organization": Narrowing("组织", _owner, _names_in("organization")),
}
"""Every way to narrow the board, by its name in addresses."""
